"""What a claim says beside its words: kind, factuality, places, day, numbers, actors."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from reportedly.claims.agreeing import resolve_in_tense
from reportedly.claims.attribution import Manner
from reportedly.claims.drafts import Draft
from reportedly.claims.geocode import Located
from reportedly.claims.narration import tell
from reportedly.claims.resolving import said_day
from reportedly.model.annotation import DatePhrase, Token
from reportedly.model.claim import Certainty, Chain, Claim, Kind, Polarity, Tense
from reportedly.model.span import Span
from reportedly.model.when import When
from reportedly.reference.profile import Profile
from reportedly.reference.word_lists import word_list
from reportedly.slavic.actors import find_actors
from reportedly.slavic.factuality import judge_factuality
from reportedly.slavic.kinds import judge_kind
from reportedly.slavic.quantities import measure
from reportedly.slavic.sheet import Sheet
from reportedly.slavic.words import lemma, listed

S = TypeVar("S", bound=Span)


class Particulars:
    """One document's places, dates and numbers, handed out to its claims."""

    def __init__(self, sheet: Sheet, located: Sequence[Located], profile: Profile, silent: frozenset[int]) -> None:
        self._sheet, self._located, self._profile, self._silent = sheet, located, profile, silent
        document, found = sheet.document, sheet.found
        order = tell(document.text, found.sentences, found.date_phrases, document.published, document.language or "ru")
        self._told = {each.phrase.start: each for each in order}
        self._place_names = [each for each in found.place_names if not each.adjective]

    def fill(self, draft: Draft, chains: tuple[Chain, ...]) -> Claim:
        """The claim of `draft`, not numbered yet."""
        sheet, proposition = self._sheet, draft.proposition
        tokens, predicate = proposition.tokens, proposition.predicate
        language = sheet.language(predicate)
        factuality = judge_factuality(tokens, predicate, language, form=proposition.form)
        manner = draft.holders[-1].manner if draft.holders else None
        starts = {token.start for token in tokens}
        wished = manner is not None and self._is_wished(tokens)
        return Claim(
            id="",
            span=proposition.span,
            kind=Kind.POSITION
            if wished
            else judge_kind(
                tokens,
                predicate,
                language,
                attributed=bool(chains),
                manner=manner,
                places=_touching(self._place_names, tokens),
            ),
            polarity=Polarity.NEGATIVE if manner is Manner.DENY else factuality.polarity,
            certainty=Certainty.UNKNOWN
            if wished
            else Certainty.POSSIBLE
            if self._is_left_open(draft)
            else factuality.certainty,
            tense=Tense.FUTURE if wished else factuality.tense,
            presupposed=factuality.presupposed,
            chains=chains,
            places=tuple(each.place for each in self._located if each.place.span.start in starts),
            time=self._time(draft, factuality.tense),
            quantities=measure(_touching(sheet.found.number_phrases, tokens), tokens),
            actors=find_actors(sheet.document.text, tokens, predicate, language, self._profile.side_of_words),
        )

    def _is_wished(self, tokens: Sequence[Token]) -> bool:
        """ "Требует, чтобы Украина вывела войска": the past form tells of nothing past."""
        first = tokens[0].index
        before = self._sheet.found.tokens[first - 1] if first else None
        marks = word_list(self._sheet.language(tokens[0]), "factuality", "marks", "purpose")
        return any(each is not None and each.text in marks for each in (before, tokens[0]))

    def _is_left_open(self, draft: Draft) -> bool:
        """ "Не исключил, что P"."""
        cue = draft.holders[-1].cue if draft.holders else None
        return cue is not None and lemma(cue) in listed(self._sheet.language(cue), "reporting", "excludes")

    def _time(self, draft: Draft, tense: Tense) -> When | None:
        """The first date phrase among the claim's own words that gives days, the one nearest to its predicate."""
        predicate = draft.proposition.predicate
        future = {Tense.FUTURE: True, Tense.PAST: False}.get(tense)
        anchor = self._day_of_speaking(draft)
        phrases = [
            each
            for each in _touching(self._sheet.found.date_phrases, draft.proposition.tokens)
            if not self._is_silent(each)
        ]
        found: list[tuple[int, int, When]] = []
        for phrase in phrases:
            when = resolve_in_tense(
                phrase, self._sheet.document.published, future=future, anchor=anchor, told=self._told.get(phrase.start)
            )  # fmt: skip
            if when is not None:
                found.append(((when.latest - when.earliest).days, abs(phrase.start - predicate.start), when))
        return min(found, key=lambda each: each[:2])[2] if found else None

    def _is_silent(self, phrase: Span) -> bool:
        tokens = self._sheet.found.tokens
        first = bisect_left(tokens, phrase.start, key=lambda token: token.start)
        return first < len(tokens) and tokens[first].index in self._silent

    def _day_of_speaking(self, draft: Draft) -> date | None:
        """The day on which a quotation was spoken, if the reporting clause dates it."""
        sheet = self._sheet
        if sheet.quote(draft.proposition.predicate) is None or not draft.holders:
            return None
        words = [sheet.found.tokens[index] for index in sorted(draft.holders[-1].words)]
        phrases: Sequence[DatePhrase] = _touching(sheet.found.date_phrases, words)
        for phrase in phrases:
            return said_day(phrase, sheet.document.published, self._told.get(phrase.start))
        return None


def _touching(spans: Sequence[S], tokens: Sequence[Token]) -> list[S]:
    """Those of `spans`, which stand in order, that share a letter with one of `tokens`."""
    found: dict[int, S] = {}
    for token in tokens:
        at = bisect_left(spans, token.end, key=lambda span: span.start) - 1
        if at >= 0 and spans[at].end > token.start:
            found[at] = spans[at]
    return [found[at] for at in sorted(found)]
