"""Whom a pronoun, or a title alone, takes up: the people and bodies that the text named just before."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.claims.identify import Description, describe
from reportedly.claims.source_mention import Reader, SourceMention
from reportedly.model.annotation import Mention, MentionLabel, Quote, Token
from reportedly.model.source import SourceType
from reportedly.model.span import Span

REACH_SENTENCES = 3
"""A pronoun takes up what stands in its own sentence or in the three before; quoted sentences do not count."""
LONGEST_QUOTATION = 12
"""Quoted sentences that may stand between a pronoun and whom it takes up."""
LEAST_SPEECH_WORDS = 4
"""Fewer words in marks are a name or a word apart, not speech."""
_SUBJECTS = ("nsubj", "nsubj:pass")
_ATTRIBUTES = ("nmod", "nmod:poss", "compound", "amod")
"""Relations of what only says more of something else."""


@dataclass(frozen=True, slots=True)
class Referent:
    """Somebody or something that the text has named."""

    description: Description
    head: Token
    source: bool
    """Is it a source's mention already?"""
    subject: bool
    main: bool
    """Is it the subject of its sentence's main clause?"""
    speaks: bool
    """Is it the subject of a verb, other than of publishing, that makes it a source?"""


_Fitting = tuple[int, bool, bool, bool, int, Referent]
"""A referent behind what ranks it: sentences away; not a source, not a main subject, no subject; its place."""


class Referents:
    """What a document has named so far, for taking up again."""

    def __init__(self, mentions: Sequence[SourceMention], reader: Reader) -> None:
        self.reader = reader
        self._described: dict[tuple[int, int], Description] = {}
        self._sources = {
            each.head.index: each for each in mentions if each.head is not None and each.head.pos != "PRON"
        }
        self._pronouns = {each.head.index for each in mentions if each.head is not None and each.head.pos == "PRON"}
        self._speech = [each for each in reader.found.quotes if self._is_speech(each)]
        sentences = enumerate(reader.found.sentences)
        self._quoted = {number for number, each in sentences if self.quote_of(each) is not None}
        self.named = sorted(self._gather(), key=lambda each: each.head.index)
        self._meant: dict[int, Description | None] = {}
        for token in reader.tree.tokens:
            # In order, so that a run of sentences that begin alike keeps whom it is about.
            if token.relation in _SUBJECTS and token.pos == "PRON" and self._gender(token) in ("he", "she"):
                self._resume(token)

    def describe(self, mention: SourceMention) -> Description:
        """What `mention` says by itself, with the side of a state body that the text leaves to its context."""
        key = (mention.span.start, mention.span.end)
        if key not in self._described:
            self._described[key] = describe(mention, self.reader)
        return self._described[key]

    def taken_up(self, pronoun: Token) -> Description | None:
        """Whom a pronoun stands for; None if nobody before it fits, or two do and nothing decides."""
        if pronoun.index not in self._meant:
            self._meant[pronoun.index] = self._search(pronoun)
        return self._meant[pronoun.index]

    def _resume(self, pronoun: Token) -> None:
        """Looks up a subject's pronoun and lets the next one take it up in turn."""
        meant = self.taken_up(pronoun)
        if meant is not None:
            verb = self.reader.tree.head(pronoun)
            main = verb is not None and self.reader.tree.head(verb) is None
            source = pronoun.index in self._pronouns
            taken = Referent(meant, pronoun, source=source, subject=True, main=main, speaks=source)
            insort(self.named, taken, key=lambda each: each.head.index)

    def _search(self, pronoun: Token) -> Description | None:
        gender = self._gender(pronoun)
        if gender is None:
            return None
        fitting: list[_Fitting] = []
        for each in self.before(pronoun):
            if pronoun.sentence - each.head.sentence > REACH_SENTENCES + LONGEST_QUOTATION:
                break
            distance = self.distance(each.head, pronoun)
            if distance <= REACH_SENTENCES and _fits(each, gender) and self._is_salient(each, gender, distance):
                fitting.append((distance, not each.source, not each.main, not each.subject, each.head.index, each))
        fitting = self._who_may_speak(fitting, pronoun)
        if gender == "she" and (women := [each for each in fitting if each[-1].description.gender == "she"]):
            fitting = women
        if not fitting:
            return None
        best = min(fitting)[-1]
        if gender in ("he", "she") and not best.source:
            return self._weigh_source(best, [each[-1] for each in sorted(fitting)], pronoun)
        return best.description

    def _who_may_speak(self, fitting: list[_Fitting], pronoun: Token) -> list[_Fitting]:
        """Those who may be meant by the pronoun of a cue that trails: "Moscow would pay for this, it added".

        Whoever is told of is meant only if the text has named nobody else: "The company would close, it said."
        """
        told = [each for each in fitting if self._is_told_of(each[-1].head, pronoun)]
        others = [each for each in fitting if each not in told]
        if not told or told[0][-1].source or not others:
            return fitting
        spoke = [each for each in others if each[-1].source]
        acted = [each for each in others if each[-1].main and each[-1].head.relation == "nsubj" and each[0] <= 1]
        if spoke or acted:
            return spoke or acted
        return fitting if self._gender(pronoun) == "it" else []

    def _is_told_of(self, them: Token, pronoun: Token) -> bool:
        """Do they stand in the clause that the pronoun's verb reports, before the pronoun?"""
        verb = self.reader.tree.head(pronoun)
        if verb is None or pronoun.index not in self._pronouns:
            return False
        clauses = self.reader.tree.children(verb, "ccomp", "parataxis")
        reported = next((each for each in clauses if each.index < pronoun.index), None)
        return reported is not None and reported in (them, *self.reader.tree.ancestors(them))

    def _weigh_source(self, nearest: Referent, fitting: Sequence[Referent], pronoun: Token) -> Description | None:
        """Whoever spoke before is meant rather than somebody of whom was told in between; in one paragraph, who knows."""
        beside = [each for each in self.before(pronoun) if each.head.sentence == nearest.head.sentence]
        aside = not nearest.main and nearest.head.sentence != pronoun.sentence and pronoun.index in self._pronouns
        if aside and any(
            each.description.human and each.description.name != nearest.description.name for each in beside
        ):
            # What somebody demanded of another is no ground for the other's having spoken.
            return None
        spoke = next((each for each in fitting if each.source), None)
        if spoke is None or spoke.description.name == nearest.description.name:
            return nearest.description
        if self._paragraph(nearest.head) != self._paragraph(pronoun) or not nearest.description.name:
            return spoke.description
        return None if pronoun.index in self._pronouns and self.is_attacker(nearest.head) else nearest.description

    def _is_salient(self, them: Referent, gender: str, distance: int) -> bool:
        """Is it a source or a subject? Whoever is only mentioned needs more than a name."""
        if gender in ("he", "she") and them.head.pos != "PRON" and self._is_one_of_two(them.head):
            return False
        if them.source or them.subject:
            return True
        if gender in ("he", "she"):
            told = them.head.relation not in _ATTRIBUTES or self._owns_subject(them.head)
            return distance > 0 and them.description.gender == gender and told
        return distance > 0 and them.description.person

    def _is_one_of_two(self, head: Token) -> bool:
        """Does another person stand beside, so that "he" may be either?"""
        tree = self.reader.tree
        beside = [each for each in tree.children(head, "conj") if each.pos == "PROPN"]
        left = [each for each in tree.subtree(head) if each.index < head.index]
        # A parser may hang the one person on the other: "Secretary General A and President B".
        names = self.reader.names_within(left[0].start, head.start) if left else ()
        within = any(each.pos == "CCONJ" for each in left) and any(each.label is MentionLabel.PERSON for each in names)
        return bool(beside or within) or (head.relation == "conj" and head.pos == "PROPN")

    def _owns_subject(self, owner: Token) -> bool:
        """Is the sentence about something of theirs: "the envoy's visit was meant to …"?"""
        owned = self.reader.tree.head(owner)
        return owner.relation == "nmod:poss" and owned is not None and owned.relation in _SUBJECTS

    def _gender(self, pronoun: Token) -> str | None:
        lists = self.reader.lists["pronouns"].items()
        word = pronoun.text if pronoun.text.isupper() and len(pronoun.text) > 1 else pronoun.text.lower()
        return next((key for key, forms in lists if word in forms), None)

    def _paragraph(self, token: Token) -> int:
        return self.reader.found.sentences[token.sentence].paragraph

    def is_attacker(self, subject: Token) -> bool:
        """Does the clause tell of an attack, or an accusation, that is its subject's?"""
        verb = self.reader.tree.head(subject)
        attacks = self.reader.lists["heads"]["attacks"]
        return verb is not None and any(each.lemma in attacks for each in (verb, *self.reader.tree.children(verb)))

    def _gather(self) -> Iterator[Referent]:
        """Every source's mention, every subject and every person or body named."""
        tree = self.reader.tree
        labels = (MentionLabel.PERSON, MentionLabel.ORGANIZATION)
        names = {each.end: each for each in self.reader.found.mentions if each.label in labels}
        for token in tree.tokens:
            mention = self._sources.get(token.index)
            subject = token.relation in _SUBJECTS and token.pos in ("NOUN", "PROPN")
            named = token.end in names and (token.relation not in _ATTRIBUTES[1:] or self._owns_subject(token))
            if mention is None and not subject and not named:
                continue
            if mention is None:
                span = Span.cut(tree.text, self._first(token, names.get(token.end)), token.end)
                mention = SourceMention(span=span, head=token)
            verb = tree.head(token)
            yield Referent(
                description=self.describe(mention),
                head=token,
                source=token.index in self._sources,
                subject=subject,
                main=subject and verb is not None and tree.head(verb) is None,
                speaks=token.index in self._sources
                and subject
                and verb is not None
                and self._is_speaking(verb, names.get(token.end)),
            )

    def _is_speaking(self, verb: Token, name: Mention | None) -> bool:
        """Is it what people do, or what outlets do as well?"""
        heads = self.reader.lists["heads"]
        if verb.lemma in heads["writing"]:
            return name is None or name.label is not MentionLabel.ORGANIZATION
        return verb.lemma not in heads["publishing"]

    def _first(self, head: Token, name: Mention | None) -> int:
        """Where a name begins with its titles: "Finland's Foreign Minister Elina Valtonen"."""
        tree = self.reader.tree
        starts = [head.start, *([name.start] if name else [])]
        if name is None or name.label is MentionLabel.PERSON:
            starts += [
                token.start
                for child in tree.children(head, "det", "compound", "amod", "nmod:poss", "nmod", "flat")
                # "A and B" is two people, though a parser may hang the one on the other.
                if child.index < head.index and not any(each.pos == "CCONJ" for each in tree.subtree(child))
                for token in tree.subtree(child)
            ]
        return min(starts)

    def before(self, token: Token) -> Iterator[Referent]:
        """What was named before `token`, the nearest first; within other people's words nothing."""
        quote = self.quote_of(token)
        for each in reversed(self.named[: bisect_left(self.named, token.index, key=lambda one: one.head.index)]):
            if self.quote_of(each.head) in (None, quote):
                yield each

    def _is_speech(self, quote: Quote) -> bool:
        """Does somebody speak, or is it a name or a word in marks?"""
        tokens = self.reader.tree.tokens
        first = bisect_left(tokens, quote.start, key=lambda each: each.start)
        inside = tokens[first : bisect_left(tokens, quote.end, key=lambda each: each.start)]
        return len(quote.text.split()) >= LEAST_SPEECH_WORDS or any(each.pos in ("VERB", "AUX") for each in inside)

    def quote_of(self, words: Span) -> Quote | None:
        at = bisect_right(self._speech, words.start, key=lambda each: each.start) - 1
        return self._speech[at] if at >= 0 and words.end <= self._speech[at].end else None

    def distance(self, earlier: Token, later: Token) -> int:
        """Sentences from one to the other, wholly quoted ones not counted."""
        between = range(earlier.sentence + 1, later.sentence)
        return later.sentence - earlier.sentence - sum(number in self._quoted for number in between)


def _fits(referent: Referent, gender: str) -> bool:
    them = referent.description
    if gender in ("he", "she"):
        known = them.person and not them.plural and them.gender in (None, gender)
        return known and (them.human or (them.name is not None and referent.speaks))
    if gender == "it":
        return not them.person and not them.plural and them.type is not SourceType.UNSPECIFIED
    return them.plural and them.type is not SourceType.DOCUMENT and them.type is not SourceType.UNSPECIFIED
