"""What stands around a name: the questions by which a place is told from a person, a body or a word."""

import re
from collections import Counter, defaultdict
from functools import cached_property

from reportedly.annotate.place_hits import Hit, all_words, words
from reportedly.annotate.place_holding import says_who_holds
from reportedly.model.annotation import Found, Mention, MentionLabel, Token
from reportedly.model.tree import Tree
from reportedly.reference.lexicon import lexicon

_LOOK_AHEAD = 4
_LOOK_BACK = 12
_BREAKS = frozenset(", ; / – — - and or".split())
"""Where one name ends and the next begins, though the recogniser takes both for one."""


_PLACE_PREPOSITIONS = words("prepositions", "at") | words("prepositions", "near") | words("prepositions", "toward")
_CALLED_AFTER = frozenset().union(*(words("nouns", kind) for kind in ("sector", "site", "ground", "body"))) | all_words(
    "units"
)
_NEVER_NAMES = words("words", "never") | words("titles", "before_names") | all_words("nouns") | all_words("units")


_OPENING_QUOTES = frozenset("\"“„«‘'")
_MEASURED = re.compile(
    r"\b(?:(?:km|kilomet(?:er|re)s?|miles?)(?:\s+(?:to\s+the\s+)?(?:north|south)?-?(?:east|west)?)?\s+(?:away\s+)?(?:from|of|outside)"
    r"|(?:(?:north|south)-?(?:east|west)?|east|west)\s+of)\s+(?:the\s+(?:city|town|village)\s+of\s+)?$",
    re.IGNORECASE,
)

_OWN_PART = re.compile(
    r"['’]s?\s+(?:[\w’'-]+\s+){0,2}(?:districts?|neighbou?rhoods?|quarters?|suburbs?|outskirts|edges?|centre|center)\b"
)


class Context:
    """One document's tokens and mentions, asked about the names that stand in them."""

    def __init__(self, text: str, found: Found) -> None:
        self.text, self.tokens = text, found.tokens
        self.tree = Tree(text, found.tokens)
        self._mentions: dict[int, Mention] = {}
        at = 0
        for mention in found.mentions:
            while at < len(self.tokens) and self.tokens[at].end <= mention.start:
                at += 1
            for token in self.tokens[at:]:
                if token.start >= mention.end:
                    break
                self._mentions[token.index] = mention

    @cached_property
    def person_words(self) -> frozenset[str]:
        """The words of full names of people: a surname alone is the same person again."""
        named = {id(mention): mention for mention in self._mentions.values() if mention.label is MentionLabel.PERSON}
        spoken = [mention.text.split() for mention in named.values() if " " in mention.text]
        # "Mayfield Fire Chief Ada Roe" is taken for one name: its first word is a town.
        return frozenset(
            word for name in spoken if not any(each.lower() in _NEVER_NAMES for each in name) for word in name
        )

    @cached_property
    def _votes(self) -> dict[str, Counter[MentionLabel]]:
        """How often the recogniser takes each name for what."""
        votes: dict[str, Counter[MentionLabel]] = defaultdict(Counter)
        for mention in {id(each): each for each in self._mentions.values()}.values():
            votes[mention.text][mention.label] += 1
        return votes

    def is_mostly(self, hit: Hit, *labels: MentionLabel) -> bool:
        """Does the recogniser take the name for one of `labels` more often than for a place?"""
        votes = self._votes.get(hit.surface)
        return votes is not None and sum(votes[each] for each in labels) > votes[MentionLabel.PLACE]

    @cached_property
    def small_words(self) -> frozenset[str]:
        """Words that the document writes with a small letter somewhere."""
        return frozenset(token.text for token in self.tokens if token.text.islower())

    def mention(self, hit: Hit) -> Mention | None:
        """The recogniser's name that holds the beginning of `hit`."""
        return self._mentions.get(hit.first.index)

    def label_at(self, token: Token) -> MentionLabel | None:
        """What the recogniser takes the name for to which `token` belongs."""
        mention = self._mentions.get(token.index)
        return mention.label if mention else None

    def label(self, hit: Hit) -> MentionLabel | None:
        mention = self.mention(hit)
        return mention.label if mention else None

    def before(self, token: Token, steps: int = 1) -> Token | None:
        """The token `steps` before, of the same sentence."""
        index = token.index - steps
        return self.tokens[index] if index >= 0 and self.tokens[index].sentence == token.sentence else None

    def after(self, token: Token, steps: int = 1) -> Token | None:
        """The token `steps` after, of the same sentence."""
        index = token.index + steps
        return (
            self.tokens[index] if index < len(self.tokens) and self.tokens[index].sentence == token.sentence else None
        )

    def head_of(self, hit: Hit) -> Token:
        """The token of `hit` on which its other tokens hang."""
        inside = range(hit.first.index, hit.last.index + 1)
        return next((self.tokens[i] for i in inside if self.tokens[i].head not in inside), hit.last)

    def preposition(self, hit: Hit) -> str | None:
        """The preposition that governs the name, through a coordination too: "near A, B and C"."""
        token = self.head_of(hit)
        for _ in range(8):
            cases = self.tree.children(token, "case")
            if cases:
                return cases[0].text.lower()
            if token.relation not in ("conj", "appos") or token.head == token.index:
                break
            token = self.tokens[token.head]
        previous = self.before(hit.first)
        if previous is not None and previous.text.lower() == "the":
            previous = self.before(previous)
        return previous.text.lower() if previous is not None and previous.pos == "ADP" else None

    def noun_after(self, hit: Hit) -> str | None:
        """The first word after the name, in its noun phrase, that says what is called after the place."""
        for steps in range(1, _LOOK_AHEAD + 1):
            token = self.after(hit.last, steps)
            if token is None or token.pos not in ("NOUN", "PROPN", "ADJ"):
                return None
            for word in (token.text.lower(), token.lemma):
                if word in _CALLED_AFTER:
                    return word
        return None

    def _bears_name(self, hit: Hit) -> bool:
        """ "Webb Center", "Kennedy School": written large, it may be called after anybody."""
        texts = [token.text for steps in range(1, _LOOK_AHEAD + 1) if (token := self.after(hit.last, steps))]
        return any(text.istitle() and text.lower() in words("nouns", "dedicated") for text in texts[:2])

    def noun_possessed(self, hit: Hit) -> str | None:
        """ "governor" of "Kherson's governor", "Kherson's former governor"."""
        mark = self.after(hit.last)
        if mark is None or mark.text not in ("'s", "’s", "'", "’") or mark.relation != "case":
            return None
        for steps in range(1, _LOOK_AHEAD):
            token = self.after(mark, steps)
            if token is None or token.pos not in ("NOUN", "ADJ"):
                return None
            if token.pos == "NOUN" and token.relation != "compound":
                return token.lemma
        return None

    def is_introduced(self, hit: Hit) -> bool:
        """Does "the village of", "the village" or "the province of" stand before the name, or "village", "district" after?"""
        town, region = words("introductions", "settlement"), words("introductions", "region")
        before, after = self.before(hit.first), self.after(hit.last)
        if after is not None and after.text == "refugee":
            after = self.after(after)
        if after is not None and after.text in town | region:
            return True
        if before is None or before.text.lower() != "of":
            return before is not None and before.text in town | words("introductions", "beside")
        before = self.before(before)
        return before is not None and before.text.lower() in town | region

    def is_settlement_of(self, hit: Hit) -> bool:
        """ "the town of X": no person is introduced so."""
        of = self.before(hit.first)
        noun = self.before(of) if of is not None and of.text.lower() == "of" else None
        return noun is not None and noun.text in words("introductions", "settlement")

    def has_firm_cue(self, hit: Hit) -> bool:
        """Do the words around speak of a place, and of nothing else?"""
        if self.is_measured_from(hit):
            return True
        if not self.has_cue(hit):
            return False
        # A name of two words that the gazetteer holds is seldom a person's too: "fled from Mae Sot".
        return not hit.is_word or self.preposition(hit) not in ("from", "to", "by", "with") or self._is_left(hit)

    def _is_left(self, hit: Hit) -> bool:
        """ "withdrew from X", "pulled its troops out of X": no person is left so."""
        head = self.tree.head(self.head_of(hit))
        return head is not None and head.lemma in words("movement", "left") and self.preposition(hit) in ("from", "out")

    def has_cue(self, hit: Hit) -> bool:
        """Do the words around speak of a place?"""
        preposition = self.preposition(hit)
        if preposition in _PLACE_PREPOSITIONS or self.is_introduced(hit) or self._is_example(hit, preposition):
            return True
        noun = self.noun_after(hit)
        if noun is not None:
            return noun not in words("nouns", "body") and not self._bears_name(hit)
        owns = not hit.is_word and self._owns_part(hit)
        return owns or self._is_struck(hit, preposition) or self.is_under(hit) or self.is_measured_from(hit)

    def _owns_part(self, hit: Hit) -> bool:
        """ "Chasiv Yar's Kanal district", "Velyka Novosilka's western outskirts"."""
        return _OWN_PART.match(self.text, hit.last.end) is not None

    def is_measured_from(self, hit: Hit) -> bool:
        """ "16 km from X", "south-west of X": nobody is, in so many words."""
        return _MEASURED.search(self.text, max(0, hit.first.start - 60), hit.first.start) is not None

    def is_under(self, hit: Hit) -> bool:
        """ "X is under fire", "X was not under control", "most of X": no person or body is, in so many words."""
        if says_who_holds(self.text, hit.first.start, hit.last.end):
            return True
        verb, word, noun = (self.after(hit.last, steps) for steps in (1, 2, 3))
        if verb is not None and verb.lemma in ("have", "be") and word is not None and word.pos in ("VERB", "AUX"):
            verb, word, noun = word, noun, self.after(hit.last, 4)
        if verb is None or word is None or noun is None or word.text.lower() != "under":
            return False
        if noun.pos == "ADJ":
            noun = self.after(noun) or noun
        return verb.lemma in words("verbs", "state") and noun.text.lower() in words("verbs", "under")

    def _is_struck(self, hit: Hit, preposition: str | None) -> bool:
        """ "the battle for X", "west of X", "took X", "withdrew from X"."""
        token = self.head_of(hit)
        head = self.tree.head(token)
        if head is None:
            return False
        if token.relation in ("obj", "nsubj:pass"):
            return head.lemma in words("verbs", "spatial")
        if token.relation == "nsubj":
            return head.lemma in words("verbs", "undergone")
        moves = all_words("movement") | words("happenings", "moves")
        if preposition in ("from", "to", "through", "via", "past") and head.lemma in moves:
            return True
        if preposition in ("on", "over", "against") and head.lemma in words("happenings", "deeds"):
            return True
        if self._is_left(hit):
            return True
        told = words("nouns", "event") | words("nouns", "site") | all_words("units")
        return preposition in ("of", "for", "on", "over") and (head.lemma in told or head.text.lower() in told)

    def _is_example(self, hit: Hit, preposition: str | None) -> bool:
        """ "settlements, including A and B", "villages such as A"."""
        if preposition not in ("including", "as", "like"):
            return False
        noun = words("introductions", "settlement")
        return any(
            token.text.lower() in noun for steps in range(1, _LOOK_BACK) if (token := self.before(hit.first, steps))
        )

    def is_in_longer_name(self, hit: Hit) -> bool:
        """Does a further capitalised word stand right beside it: "Serhii Cherevatyi", "South Slobozhanskyi"?"""
        for token in (self.before(hit.first), self.after(hit.last)):
            if token is not None and token.pos == "PROPN" and token.text[0].isupper():
                word = token.text.lower()
                if word not in all_words("nouns") and word not in all_words("units"):
                    return True
        return False

    def goes_on(self, hit: Hit) -> bool:
        """Does the recogniser's name that holds `hit` hold another name's word too: "Ben Gurion", "Abu Shouk"?"""
        mention = self.mention(hit)
        if mention is None:
            return False
        for token, step in ((hit.first, -1), (hit.last, 1)):
            index = token.index + step
            while 0 <= index < len(self.tokens):
                word = self.tokens[index]
                if word.start < mention.start or word.end > mention.end or word.text in _BREAKS:
                    break
                if self._is_foreign(word):
                    return True
                index += step
        return False

    def _is_foreign(self, token: Token) -> bool:
        """A word of a name that says nothing of the kind of place: no "Region", "Airport", "North"."""
        known = all_words("nouns") - words("nouns", "called") | all_words("units") | words("words", "never")
        return token.pos == "PROPN" and token.text[0].isupper() and token.text.lower() not in known

    def is_called_after(self, hit: Hit) -> bool:
        """Does the name only name something else: "Independence Day", "Nord Stream", "West Nile virus"?"""
        following = self.after(hit.last)
        if following is not None and following.text.lower() in words("nouns", "disease"):
            return True
        last = self.after(hit.last) if hit.entries else hit.last
        return last is not None and last.text.istitle() and last.text.lower() in words("nouns", "called")

    def is_never_name(self, hit: Hit) -> bool:
        """ "Sunday", "Republic", "Secretary": a village's name somewhere, a word here."""
        if hit.is_word:
            return hit.surface.lower() in _NEVER_NAMES
        return hit.surface.lower() in lexicon("en", "place")["words"]["never_phrases"]

    def is_sentence_start(self, token: Token) -> bool:
        before = self.before(token)
        return before is None or (before.text in _OPENING_QUOTES and before.end == token.start)
