"""What the checks look at: a document's claims with all that they rest on."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from reportedly.claims.geocode import Located
from reportedly.claims.repeats import HAPPENINGS, tell_same
from reportedly.model.annotation import Found, MentionLabel, Token
from reportedly.model.claim import Chain, Claim, Kind
from reportedly.model.document import Document
from reportedly.model.source import Identity, Source, SourceType
from reportedly.model.span import Span
from reportedly.reference.gazetteer import Gazetteer
from reportedly.reference.lexicon import lexicon
from reportedly.reference.profile import Profile
from reportedly.reference.word_lists import WordList, split_words, word_list

_REACH_CHARACTERS = 60
"""The word before a name is looked for no further back."""
_FEW_WORDS = 3
""" "The Japanese diplomat" takes up somebody; a longer phrase may describe somebody new."""

_FEW_LETTERS = 2
"""Between a name and its apposition: a comma and a space."""
HEAD_FIRST = frozenset({"ru", "uk"})
"""Languages in which a noun stands before what belongs to it, and has no article."""
_PEOPLE = (SourceType.OFFICIAL, SourceType.MILITARY, SourceType.EXPERT, SourceType.CIVILIAN)


@dataclass(frozen=True)
class Case:
    """Everything that a check may look at."""

    document: Document
    found: Found
    claims: Sequence[Claim]
    sources: Mapping[str, Source]
    located: Sequence[Located]
    profile: Profile
    gazetteer: Gazetteer
    unknown: str
    """Name of the source that stands for speakers whom the reading could not tell."""

    @cached_property
    def language(self) -> str:
        return self.document.language or "en"

    def listed(self, name: str) -> WordList:
        """One of the word lists that the checks have in the document's language."""
        return word_list(self.language, "flags", name)

    def origins(self, claim: Claim) -> Iterator[tuple[Chain, Source]]:
        """Each chain of `claim` with the source that is said to know."""
        for chain in claim.chains:
            yield chain, self.sources[chain[-1].source]

    def is_introduced(self, source: Source) -> bool:
        """Is the source a person of whom the text speaks as known, or whose name it gives: "the diplomat", "the aide Ann Lee"?"""
        if source.type is SourceType.DOCUMENT or self._is_beside(source):
            return True
        people = [each for each in self.found.mentions if each.label is MentionLabel.PERSON]
        if self.language in HEAD_FIRST:
            return any(self._is_known(mention, people) for mention in source.mentions)
        if source.name.casefold().split()[-1] in self.listed("bylines"):
            return True
        for mention in source.mentions:
            for person in people:
                if not mention.holds(person):
                    continue
                before = self.document.text[max(0, person.start - _REACH_CHARACTERS) : person.start].split()[-1:]
                if person.start == mention.start or not before or before[0] not in self.listed("belonging"):
                    return True
        if any(self._is_office(each.text) for each in source.mentions):
            return True
        full = [
            each.text.casefold().split()
            for each in source.mentions
            if each.text.casefold() not in self.listed("pronouns")
        ]
        first = min(each.start for each in source.mentions)
        return (
            bool(full)
            and all(words[0] in self.listed("definite") and len(words) <= _FEW_WORDS for words in full)
            and not any(words[-1] in self.listed("unnamed") for words in full)
            and any(each.end <= first for each in people)
        )

    def _is_office(self, mention: str) -> bool:
        """ "Ukraine's leader", "the deputy head of the office": of these there are few, and they are known."""
        words = mention.casefold().split(" of ")[0].split(" for ")[0].split()
        return bool(words) and words[0] not in self.listed("indefinite") and words[-1] in self.listed("offices")

    def _is_known(self, mention: Span, people: Sequence[Span]) -> bool:
        """The same where the noun stands first: "корреспондент агентства", "губернатор области", "советник мэра Иван Ким"."""
        words = self.tokens(mention)
        nouns = [each for each in words if each.pos in ("NOUN", "PROPN")]
        # "Назначенный Москвой губернатор": not Moscow.
        agreeing = [each for each in nouns if _case(words[0]) in ("", _case(each)) or words[0].pos in ("NUM", "PROPN")]
        head = next(iter((*agreeing, *nouns)), None)
        if head is None:
            return False
        if self._is_any(head, "bylines"):
            return True
        named = [each for each in words if any(person.start == each.start for person in people)]
        if any(each.start == mention.start or _case(each) in ("", _case(head)) for each in named):
            return not self._is_any(head, "belonging") or named[0].start == mention.start
        if any(self._is_any(each, "indefinite") for each in words):
            return False
        leads = self._is_any(head, "heads") and any(self._is_any(each, "realms") for each in words)
        return leads or self._is_any(head, "offices")

    def _is_any(self, token: Token, name: str) -> bool:
        return token.lemma in self.listed(name) or token.text in self.listed(name)

    def _is_beside(self, source: Source) -> bool:
        """Does the text name the same person right before or behind: "Ann Lee, an aide to the mayor"?"""
        named = [
            mention
            for other in self.sources.values()
            if other.identity is Identity.NAMED and other.type in _PEOPLE
            for mention in other.mentions
        ]
        return any(
            0 <= max(one.start - other.end, other.start - one.end) <= _FEW_LETTERS
            for one in source.mentions
            for other in named
        )

    @cached_property
    def _starts(self) -> Sequence[int]:
        return [each.start for each in self.found.sentences]

    def sentence(self, claim: Claim) -> int:
        """Number of the sentence in which `claim` begins."""
        return bisect_right(self._starts, claim.span.start) - 1

    def tokens(self, span: Span) -> Sequence[Token]:
        """The tokens of `span`."""
        tokens = self.found.tokens
        first = bisect_left(tokens, span.start, key=lambda token: token.start)
        return tokens[first : bisect_left(tokens, span.end, key=lambda token: token.start)]

    def is_own_voice(self, claim: Claim) -> bool:
        """Does the outlet itself tell it, as far as the words show?

        No quotation, nobody who speaks of himself, no verb or phrase of reporting in its sentence and, unless it is taken
        for granted, no source there for what stands beside it: else it is rather an attribution that the reading missed.
        """
        if claim.chains or any(quote.overlaps(claim.span) for quote in self.found.quotes):
            return False
        sentence = self.found.sentences[self.sentence(claim)]
        words = self.tokens(sentence)
        if any(token.text in self.listed("speaking") for token in words) or any(
            phrase in sentence.text.lower() for phrase in lexicon(self.language, "flags")["attributing"]
        ):
            return False
        said = split_words(lexicon(self.language, "reporting")["say"])
        inside = self.tokens(claim.span)
        if self.language in HEAD_FIRST:
            inside = [each for each in inside if each.pos != "PUNCT"]
        for token, following in pairwise(inside):
            holds = any(child.head == token.index and child.relation in ("ccomp", "parataxis") for child in inside)
            if token.lemma in said and (following.lemma in self.listed("that") or (token.pos == "VERB" and holds)):
                return False
        return claim.presupposed or not any(
            other.chains and self.sentence(other) == self.sentence(claim) for other in self.claims
        )

    @cached_property
    def pairs(self) -> Sequence[tuple[Claim, Claim]]:
        """An earlier and a later claim, of two sentences, that tell the same happening."""
        alike: dict[Kind, list[Claim]] = {}
        found = []
        for later in self.claims:
            for earlier in alike.get(later.kind, ()):
                if self.sentence(earlier) != self.sentence(later) and tell_same(earlier, later):
                    found.append((earlier, later))
            if later.kind in HAPPENINGS:
                alike.setdefault(later.kind, []).append(later)
        return found


def _case(token: Token) -> str:
    """The grammatical case of a word; empty if unknown."""
    return next((each for each in token.features if each.startswith("Case=")), "")
