"""Places that a text names: looked for in the gazetteer first, since a small recogniser takes Kramatorsk for a product."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from reportedly.annotate.place_context import Context, Hit, all_words, is_strong, words
from reportedly.model.annotation import Annotation, Found, Layer, MentionLabel, PlaceName, Token
from reportedly.model.document import Document
from reportedly.reference.gazetteer import Gazetteer, Match, PlaceKind

_LONGEST_NAME = 9
"""Tokens; hyphens and apostrophes count."""
_LEAST_SKELETON_LETTERS = 5
_PARTICLES = frozenset("de la le les del di da do du al el as ash an ar at az ad am en sur of the and und".split())
_ARTICLES = frozenset("al el as ash an ar at az ad de la le los las".split())
_COMPASS = frozenset(
    "eastern western northern southern central north south east west northeastern northwestern".split()
)
_JOINTS = frozenset("- ‐ ‑ – ' ’ . 's ’s".split())
_ENDS = frozenset("corridor enclave pocket river sea valley peninsula region camp reservoir states envelope".split())


class PlaceNames:
    """Finds the names of places, and of countries in adjectives ("Russian")."""

    makes = Layer.PLACE_NAME
    needs = frozenset({Layer.SENTENCE, Layer.TOKEN, Layer.MENTION})

    def __init__(self, gazetteer: Gazetteer | None = None) -> None:
        self._given = gazetteer

    def find(self, documents: Sequence[Document], found: Sequence[Found]) -> list[tuple[Annotation, ...]]:
        """One tuple of `PlaceName` for each document, in order, none overlapping."""
        gazetteer = self._given or Gazetteer.open()
        return [
            tuple(_Finder(Context(document.text, each), gazetteer).find())
            for document, each in zip(documents, found, strict=True)
        ]


class _Finder:
    """The names of one document."""

    def __init__(self, context: Context, gazetteer: Gazetteer) -> None:
        self._context, self._gazetteer = context, gazetteer
        self._countries: set[str] = set()

    def find(self) -> Iterator[PlaceName]:
        hits = [hit for hit in self._hits() if not self._is_never(hit)]
        for hit in hits:
            strong = {entry.country for entry in hit.entries if is_strong(entry)}
            if hit.is_state or len(strong) == 1:
                self._countries.add((hit.entries[0].country if hit.is_state else strong.pop()) or "")
            if code := self._nationality(hit):
                self._countries.add(code)
        evident = {hit.surface for hit in hits if hit.entries and self._is_evident(hit)}
        for number, hit in enumerate(hits):
            if self._nationality(hit):
                yield self._name(hit, adjective=True)
            elif not hit.entries:
                if self._is_unlisted(hit):
                    yield self._name(hit, adjective=False)
            elif self._is_evident(hit) or (
                not self._is_person(hit)
                and (hit.surface in evident or self._is_likely(hit) or self._is_listed(hits, number, evident))
            ):
                yield self._name(hit, adjective=self._is_attribute(hit))

    def _is_never(self, hit: Hit) -> bool:
        return self._context.is_never_name(hit) or self._context.is_called_after(hit)

    def _hits(self) -> Iterator[Hit]:
        tokens = self._context.tokens
        index = 0
        while index < len(tokens):
            hit = self._longest(tokens[index]) if _may_begin(tokens, index) else None
            if hit is None:
                index += 1
                continue
            yield hit
            index = hit.last.index + 1

    def _longest(self, first: Token) -> Hit | None:
        """The longest name that begins at `first`; else one in other letters, else what may be an unlisted name."""
        windows = list(_windows(self._context.tokens, first))
        for last in reversed(windows):
            surface = self._context.text[first.start : last.end]
            if self._gazetteer.country_of_adjective(surface):
                return Hit(first, last, surface, ())
            if self._gazetteer.knows(surface) and (first.text[0].isupper() or last.index > first.index):
                hit = Hit(first, last, surface, self._gazetteer.find(surface))
                whole = hit.is_strong or self._context.is_never_name(hit) or not self._context.goes_on(hit)
                return hit if whole else self._whole(hit)
        if first.pos != "PROPN" or not first.text[0].isupper():
            return None
        proper = [
            last for last in windows if all(t.pos == "PROPN" or t.text in _JOINTS for t in self._span(first, last))
        ]
        proper = [last for last in proper if last.text not in _JOINTS]
        for last in reversed(proper):
            surface = self._context.text[first.start : last.end]
            if len(surface) >= _LEAST_SKELETON_LETTERS and (entries := self._gazetteer.find(surface)):
                return Hit(first, last, surface, entries)
        if not proper:
            return None
        return Hit(first, proper[-1], self._context.text[first.start : proper[-1].end], ())

    def _whole(self, hit: Hit) -> Hit:
        """The longer name of which `hit` is only the beginning, unlisted; `hit` itself if it does not begin it."""
        mention, last = self._context.mention(hit), hit.last
        while (token := self._context.after(last)) and mention and token.end <= mention.end:
            if token.pos != "PROPN" and token.text not in _JOINTS:
                break
            last = token
        if last is hit.last or last.text in _JOINTS:
            return hit
        return Hit(hit.first, last, self._context.text[hit.first.start : last.end], ())

    def _span(self, first: Token, last: Token) -> Sequence[Token]:
        return self._context.tokens[first.index : last.index + 1]

    def _name(self, hit: Hit, adjective: bool) -> PlaceName:
        key, code = hit.surface, self._gazetteer.country_of_adjective(hit.surface)
        if not hit.entries and code and (country := self._gazetteer.country(code)):
            key = country.name
        known = bool(hit.entries) or code is not None
        if self._is_river(hit):
            key = f"{hit.surface} River"
        start, end = hit.first.start, hit.last.end
        return PlaceName(start=start, end=end, text=hit.surface, key=key, known=known, adjective=adjective)

    def _nationality(self, hit: Hit) -> str | None:
        """The country of "Russian", "Israelis"."""
        return None if hit.entries else self._gazetteer.country_of_adjective(hit.surface)

    def _is_river(self, hit: Hit) -> bool:
        """ "the Dnipro" is the river, "Dnipro" the city."""
        previous = self._context.before(hit.first)
        if previous is None or previous.text.lower() != "the" or self._context.noun_after(hit) is not None:
            return False
        return any(entry.kind is PlaceKind.WATER for entry in self._gazetteer.find(f"{hit.surface} River"))

    def _is_unlisted(self, hit: Hit) -> bool:
        """A village that no gazetteer knows, but that the text introduces as one."""
        context, label = self._context, self._context.label(hit)
        if label is MentionLabel.PERSON or (hit.is_word and hit.surface in context.person_words):
            return False
        if hit.is_word and hit.surface.isupper():
            return False  # "SWIFT": letters that stand for a body
        if context.is_introduced(hit) and not context.is_sentence_start(hit.first):
            return True
        near = words("prepositions", "near") | {"in", "at", "outside", "toward", "towards"}
        return label is MentionLabel.PLACE and context.preposition(hit) in near

    def _is_person(self, hit: Hit) -> bool:
        """A person's name, or a part of one."""
        context, mention = self._context, self._context.mention(hit)
        previous = context.before(hit.first)
        titles = words("titles", "before_names")
        if previous is not None and previous.text[0].isupper() and previous.text.lower().rstrip(".") in titles:
            return True
        part = mention is not None and (mention.end > hit.last.end or mention.start < hit.first.start)
        if part and context.label(hit) is MentionLabel.PERSON:
            return True
        return hit.is_word and hit.surface in context.person_words and not (hit.is_strong and context.has_cue(hit))

    def _is_word(self, hit: Hit) -> bool:
        """A common word that only looks like a name."""
        context = self._context
        if not hit.is_word or context.label(hit) is MentionLabel.PLACE:
            return False
        starts = context.is_sentence_start(hit.first)
        if starts and hit.surface.lower() in context.small_words:
            return True
        if hit.first.pos == "ADV" and (hit.first.relation == "nsubj:pass" or context.is_under(hit)):
            return False  # the parser takes a town that it does not know for an adverb
        well_known = any(entry.kind in (PlaceKind.COUNTRY, PlaceKind.AREA) for entry in hit.entries)
        return hit.first.pos != "PROPN" and not well_known and (starts or not context.has_cue(hit))

    def _is_evident(self, hit: Hit) -> bool:
        """Would the name be taken for a place even if nothing else in the document spoke for it?"""
        context, label = self._context, self._context.label(hit)
        if self._is_person(hit) or self._is_word(hit):
            return False
        if hit.is_strong:
            return True
        if context.goes_on(hit):
            return False
        if label is MentionLabel.PLACE:
            return True
        return context.has_cue(hit) and not context.is_in_longer_name(hit)

    def _is_likely(self, hit: Hit) -> bool:
        """A small place of a country that the document speaks of."""
        label = self._context.label(hit)
        if label in (MentionLabel.PERSON, MentionLabel.ORGANIZATION) or hit.first.pos != "PROPN":
            return False
        if self._is_word(hit) or self._context.is_in_longer_name(hit):
            return False
        own = [entry for entry in hit.entries if entry.match is not Match.SKELETON]
        return any(entry.country in self._countries for entry in own)

    def _is_listed(self, hits: Sequence[Hit], number: int, evident: AbstractSet[str]) -> bool:
        """Does only a comma or "and" part it from a place?"""
        hit = hits[number]
        if (self._context.is_sentence_start(hit.first) and self._is_word(hit)) or self._context.is_in_longer_name(hit):
            return False
        neighbours = [other for other in (number - 1, number + 1) if 0 <= other < len(hits)]
        return any(hits[other].surface in evident and self._is_next(hit, hits[other]) for other in neighbours)

    def _is_next(self, hit: Hit, other: Hit) -> bool:
        first, second = sorted((hit, other), key=lambda each: each.first.index)
        between = self._context.tokens[first.last.index + 1 : second.first.index]
        same = first.first.sentence == second.first.sentence
        return same and 0 < len(between) <= 2 and all(token.text.lower() in (",", "and", "or") for token in between)

    def _is_attribute(self, hit: Hit) -> bool:
        """Is the place named only to say whose or which something is: "Kyiv's strategy", "Kharkiv brigade"?"""
        context = self._context
        noun, mention = context.noun_after(hit), context.mention(hit)
        after, behind = context.after(hit.last), context.after(hit.last, 2)
        if after is not None and behind is not None and after.text == "-" and behind.text.islower():
            return True
        if context.noun_possessed(hit) in words("nouns", "body"):
            return True
        if noun is not None:
            ground = words("nouns", "ground") | words("nouns", "sector") | all_words("units")
            return noun in words("nouns", "body") or (hit.is_state and noun not in ground)
        head = context.tree.head(context.head_of(hit))
        if context.preposition(hit) == "of" and head is not None and _is_body(head):
            return True
        if mention is not None and mention.label is MentionLabel.ORGANIZATION and len(mention) > len(hit.surface):
            spoken = frozenset(mention.text.lower().split())
            if spoken & words("nouns", "body"):
                return True
            ground = words("nouns", "site") | words("nouns", "facility") | all_words("units")
            if mention.start == hit.first.start and not spoken & ground:
                return context.goes_on(hit)
            return False
        return hit.is_state and self._stands_for_state(hit)

    def _stands_for_state(self, hit: Hit) -> bool:
        context, token = self._context, self._context.head_of(hit)
        after = context.after(hit.last)
        if after is not None and after.text in ("'s", "’s", "'", "’") and after.relation == "case":
            return True
        if context.preposition(hit) in words("prepositions", "state"):
            return True
        while token.relation in ("conj", "appos") and token.head != token.index:
            token = context.tokens[token.head]
        head = context.tree.head(token)
        if head is None:
            return False
        if token.relation in ("nsubj", "obl:agent"):
            return head.lemma not in words("verbs", "undergone")
        if token.relation in ("obj", "iobj"):
            return head.lemma not in words("verbs", "spatial")
        # Any other place of a state in a sentence is behind a preposition: "in Ukraine", "of Ukraine".
        return token.relation not in ("obl", "nmod", "nsubj:pass", "root", "dep") and context.preposition(hit) is None


def _is_body(noun: Token) -> bool:
    """ "president of X", "the Bank of X"; the Port, the Battle and the Region of X are places."""
    if noun.lemma in words("nouns", "body"):
        return True
    grounds = [words("nouns", kind) for kind in ("ground", "site", "event", "facility")]
    named = noun.pos == "PROPN" and noun.text.istitle()
    return named and noun.lemma not in frozenset().union(*grounds, all_words("units")) - {"bank"}


def _may_begin(tokens: Sequence[Token], index: int) -> bool:
    text = tokens[index].text
    if text == "The":
        return False
    if text[0].isupper():
        return True
    following = tokens[index + 1].text if index + 1 < len(tokens) else ""
    return (text in _COMPASS and following[:1].isupper()) or (text in _ARTICLES and following in _JOINTS)


def _windows(tokens: Sequence[Token], first: Token) -> Iterator[Token]:
    """Tokens at which a name that begins at `first` may end, the nearest first."""
    for token in tokens[first.index : first.index + _LONGEST_NAME]:
        if token.sentence != first.sentence:
            return
        if token.text[0].isupper() or token.text in _ENDS:
            yield token
            if token.text in _ENDS:
                return
        elif not (token is first or token.text in _JOINTS or token.text in _PARTICLES):
            return
