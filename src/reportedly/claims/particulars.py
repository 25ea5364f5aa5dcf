"""What a claim says beside its words: kind, factuality, places, day, numbers, actors."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from reportedly.claims.actors import find_actors
from reportedly.claims.attribution import Manner
from reportedly.claims.dating import choose_time
from reportedly.claims.drafts import Draft
from reportedly.claims.factuality import judge_factuality
from reportedly.claims.geocode import Located
from reportedly.claims.kinds import is_subjunctive, judge_kind
from reportedly.claims.narration import tell
from reportedly.claims.page import Page
from reportedly.claims.quantities import measure
from reportedly.claims.resolving import said_day
from reportedly.model.annotation import Token
from reportedly.model.claim import Certainty, Chain, Claim, Polarity, Tense
from reportedly.model.span import Span
from reportedly.reference.profile import Profile

POSSESSIVE = ("'s", "’s")
"""Behind "said Tuesday" it makes the day that of what follows: "said Tuesday's strike killed two"."""

S = TypeVar("S", bound=Span)


class Particulars:
    """One document's places, dates and numbers, handed out to its claims."""

    def __init__(self, page: Page, located: Sequence[Located], profile: Profile, silent: frozenset[int]) -> None:
        self._page, self._located, self._profile = page, located, profile
        self._silent = silent
        """Tokens of reporting clauses: what stands there is no part of a claim."""
        document, found = page.document, page.found
        order = tell(document.text, found.sentences, found.date_phrases, document.published, document.language or "en")
        self._told = {each.phrase.start: each for each in order}
        self._place_names = [each for each in page.found.place_names if not each.adjective]

    def fill(self, draft: Draft, chains: tuple[Chain, ...]) -> Claim:
        """The claim of `draft`, not numbered yet."""
        page, proposition, tree = self._page, draft.proposition, self._page.tree
        factuality = judge_factuality(tree, proposition)
        manner = draft.holders[-1].manner if draft.holders else None
        sentence = page.sentence(proposition.predicate)
        if chains and is_subjunctive(tree, proposition.predicate):
            factuality = replace(factuality, certainty=Certainty.UNKNOWN, tense=Tense.FUTURE)
        starts = {token.start for token in proposition.tokens}
        numbers = _within(page.found.number_phrases, sentence)
        return Claim(
            id="",
            span=proposition.span,
            kind=judge_kind(
                tree,
                proposition,
                attributed=bool(chains),
                cue_class=manner.value if manner else None,
                places=_within(self._place_names, sentence),
            ),
            polarity=Polarity.NEGATIVE if manner is Manner.DENY else factuality.polarity,
            certainty=factuality.certainty
            if manner is not Manner.DENY or factuality.certainty is not Certainty.UNKNOWN
            else Certainty.CERTAIN,
            tense=factuality.tense,
            presupposed=factuality.presupposed,
            chains=chains,
            places=tuple(each.place for each in self._located if each.place.span.start in starts),
            time=choose_time(
                [each for each in _within(page.found.date_phrases, sentence) if not self._is_silent(each)],
                tree,
                proposition.predicate,
                page.document.published,
                future={Tense.FUTURE: True, Tense.PAST: False}.get(factuality.tense),
                anchor=self._day_of_speaking(draft),
                told=self._told,
            ),
            quantities=measure([each for each in numbers if _touches(each, proposition.tokens)], tree),
            actors=find_actors(tree, proposition, self._profile.side_of_words),
        )

    def _is_silent(self, phrase: Span) -> bool:
        """Does it stand in a reporting clause, or right behind its verb: "said on Tuesday they had left"?"""
        tokens = self._page.found.tokens
        first = bisect_left(tokens, phrase.start, key=lambda token: token.start)
        if first == len(tokens) or tokens[first].index in self._silent:
            return first < len(tokens)
        before = first - 1 - (first > 0 and tokens[first - 1].pos == "ADP")
        says = before >= 0 and tokens[before].index in self._silent and tokens[before].pos == "VERB"
        return says and not self._page.document.text.startswith(POSSESSIVE, phrase.end)

    def _day_of_speaking(self, draft: Draft) -> date | None:
        """The day on which a quotation was spoken, if the reporting clause dates it."""
        page = self._page
        if page.quote(draft.proposition.predicate) is None or not draft.holders:
            return None
        words = [page.found.tokens[index] for index in sorted(draft.holders[-1].words)]
        for sentence in dict.fromkeys(page.sentence(word) for word in words):
            for phrase in _within(page.found.date_phrases, sentence):
                if _touches(phrase, words):
                    return said_day(phrase, page.document.published, self._told.get(phrase.start))
        return None


def _within(spans: Sequence[S], sentence: Span) -> Sequence[S]:
    """Those of `spans`, which stand in order, that begin in `sentence`."""
    first = bisect_left(spans, sentence.start, key=lambda span: span.start)
    return spans[first : bisect_left(spans, sentence.end, key=lambda span: span.start)]


def _touches(span: Span, tokens: Sequence[Token]) -> bool:
    return any(token.start < span.end and span.start < token.end for token in tokens)
