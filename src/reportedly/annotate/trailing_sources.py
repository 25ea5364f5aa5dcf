"""Sources that trail, hung where they belong: "P, the army chief, Name Surname, said" is parsed as more of P, and is not.

The layout is surer than the parser: between two commas a title, between the next two a name, then a word of saying.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, takewhile

from reportedly.model.annotation import Token
from reportedly.reference.lexicon import lexicon

_NOUNS = ("NOUN", "PROPN", "PRON")
_IN_A_PHRASE = ("DET", "ADJ", "NOUN", "PROPN", "NUM", "ADP", "PART", "PRON", "SYM", "CCONJ")
_PARTICLES = frozenset("al el bin ibn de von van der den da ul abu -".split())
_MARKS = frozenset(', " “ ” « »'.split())
_LEAST_CLAUSE = 3
"""Words before the first comma; fewer are no clause that somebody could report."""
_LONGEST_PHRASE = 14
"""Words between two commas; more are no title."""


@dataclass(frozen=True, slots=True)
class _Trail:
    """The indices of one trailing source: its parts, and the word of saying."""

    parts: Sequence[Sequence[Token]]
    """A title and a name, in either order; or one phrase that is both. Commas left out."""
    cue: Token
    comma: Token | None
    """The one that ends what is said; None where the source opens the sentence."""


def hang_trailing_sources(tokens: Sequence[Token]) -> list[Token]:
    """The same tokens; what trails as "P, TITLE, NAME, said" is the subject of its word of saying, and P what is said."""
    mended = list(tokens)
    for _, group in groupby(tokens, key=lambda each: each.sentence):
        sentence = list(group)
        for trail in _find_trails(sentence):
            _hang(mended, sentence, trail)
    return mended


def _find_trails(sentence: Sequence[Token]) -> Iterator[_Trail]:
    """Every trailing source of a sentence, in order."""
    cues = lexicon("en", "reporting")["say"]
    first = sentence[0].index
    for cue in sentence:
        if cue.lemma not in cues or cue.pos != "VERB" or "VerbForm=Fin" not in cue.features:
            continue
        at = cue.index - first - 1
        while at > 0 and sentence[at].pos in ("AUX", "ADV") and sentence[at].text.islower():
            at -= 1
        commas = [each.index - first for each in sentence[: at + 1] if each.text == ","]
        if at > 0 and commas and commas[-1] == at and len(commas) > 1:
            start, middle = commas[-3] if len(commas) > 2 else -1, commas[-2]
            parts = (sentence[start + 1 : middle], sentence[middle + 1 : at])
            opens = start < 0 or (_is_clause(sentence[:start]) and not _is_name(_last_stretch(sentence[:start])))
            if opens and _are_title_and_name(*parts):
                yield _Trail(parts, cue, sentence[start] if start >= 0 else None)
        elif commas and _is_crossed(sentence, commas[-1], at) and _is_clause(sentence[: commas[-1]]):
            yield _Trail((sentence[commas[-1] + 1 : at + 1],), cue, sentence[commas[-1]])


def _last_stretch(words: Sequence[Token]) -> list[Token]:
    """What stands behind the last comma or quotation mark: a name there, and the title behind it may be that one's."""
    return list(takewhile(lambda each: each.text not in _MARKS, reversed(words)))[::-1]


def _is_clause(words: Sequence[Token]) -> bool:
    """Could it be what is said: is there a verb that says when?"""
    finite = any(each.pos in ("VERB", "AUX") and "VerbForm=Fin" in each.features for each in words)
    return finite and sum(each.pos != "PUNCT" for each in words) >= _LEAST_CLAUSE


def _are_title_and_name(one: Sequence[Token], other: Sequence[Token]) -> bool:
    return (_is_name(one) and _is_title(other)) or (_is_title(one) and _is_name(other))


def _is_name(words: Sequence[Token]) -> bool:
    """ "Oleksandr Syrskyi", "General Abdel Fattah al-Burhan"."""
    capital = [each for each in words if each.text[:1].isupper()]
    rest = [each for each in words if not each.text[:1].isupper() and each.text != "-"]
    return 0 < len(words) <= 8 and len(capital) > len(rest) and all(each.text.lower() in _PARTICLES for each in rest)


def _is_title(words: Sequence[Token]) -> bool:
    """ "the army's new commander-in-chief", "head of the town's military administration"; a participle may say more of it."""
    if not 0 < len(words) <= _LONGEST_PHRASE:
        return False
    nouns = [each for each in words if each.lemma in _people()]
    fitting = (each.pos in _IN_A_PHRASE or each.text == "-" or _is_participle(each) for each in words)
    return bool(nouns) and words[0].pos not in ("ADP", "CCONJ") and all(fitting)


def _is_participle(token: Token) -> bool:
    return token.pos == "VERB" and "VerbForm=Part" in token.features


def _people() -> frozenset[str]:
    """Nouns that say what somebody is: "commander", "spokesman", "resident"."""
    types = lexicon("en", "source")["types"]
    return frozenset(noun for kind in ("official", "military", "expert", "civilian") for noun in types[kind])


def _is_crossed(sentence: Sequence[Token], comma: int, last: int) -> bool:
    """Is the source behind the comma entangled with what is said: "liberated Lyman, ministry spokesman X said"?"""
    behind = sentence[comma + 1 : last + 1]
    if not behind or not all(each.pos in _IN_A_PHRASE for each in behind) or behind[-1].pos not in _NOUNS:
        return False
    if any(each.startswith("Entity=I-") for each in sentence[comma].features):
        return True
    inside = {each.index for each in behind}
    before = [each for each in sentence[:comma] if each.head in inside and each.pos == "PROPN"]
    return bool(before) and bool(before[-1].index + 1 == sentence[comma].index)


def _hang(mended: list[Token], sentence: Sequence[Token], trail: _Trail) -> None:
    cue = trail.cue
    heads = [_head_of(mended, part) for part in trail.parts]
    for part, head in zip(trail.parts, heads, strict=True):
        inside = {each.index for each in part}
        for each in part:
            if mended[each.index].head not in inside and each.index != head:
                mended[each.index] = replace(mended[each.index], head=head)
    mended[heads[0]] = replace(mended[heads[0]], head=cue.index, relation="nsubj")
    for part, other in zip(trail.parts[1:], heads[1:], strict=True):
        mended[other] = replace(mended[other], head=heads[0], relation="appos")
        for comma in (part[0].index - 1, part[-1].index + 1):
            mended[comma] = replace(mended[comma], head=heads[0], relation="punct")
    if trail.comma is None:
        return
    end = trail.comma.index
    said = [each for each in sentence if each.index < end]
    behind = {each.index for part in trail.parts for each in part}
    top = _top_of(mended, said, cue)
    for each in said:
        if mended[each.index].head in behind:
            _hang_back(mended, each, top)
    _swap(mended, top, cue.index)
    _part_entities(mended, trail.comma)


def _head_of(mended: Sequence[Token], part: Sequence[Token]) -> int:
    """Index of the word of a phrase on which the others hang: a noun if one hangs outside of it."""
    inside = {each.index for each in part}
    tops = [each for each in part if mended[each.index].head not in inside or mended[each.index].head == each.index]
    nouns = [each for each in tops if each.pos in _NOUNS]
    return (nouns or tops or part)[0].index if len(nouns) != 1 else nouns[0].index


def _top_of(mended: Sequence[Token], said: Sequence[Token], cue: Token) -> int:
    """Index of the word of what is said on which the rest of it hangs."""
    inside = {each.index for each in said}
    tops = [each for each in said if mended[each.index].head not in inside or mended[each.index].head == each.index]
    verbs = [each for each in tops if each.pos in ("VERB", "AUX")]
    return (verbs or tops or said)[0].index


def _hang_back(mended: list[Token], word: Token, top: int) -> None:
    """A word of what is said, torn off by the source: the object of the verb before it, else of its clause."""
    before = mended[word.index - 1]
    if before.pos == "VERB":
        mended[word.index] = replace(mended[word.index], head=before.index, relation="obj")
    elif word.index != top:
        relation = "obl" if before.pos == "ADP" else "dep"
        mended[word.index] = replace(mended[word.index], head=top, relation=relation)


def _swap(mended: list[Token], top: int, cue: int) -> None:
    """Makes what is said the complement of the word of saying, which takes its place."""
    if mended[top].head == cue:
        mended[top] = replace(mended[top], relation="ccomp")
        return
    above = mended[top].head
    relation = mended[top].relation
    root = above in (top, cue)
    mended[cue] = replace(mended[cue], head=cue if root else above, relation="root" if root else relation)
    mended[top] = replace(mended[top], head=cue, relation="ccomp")


def _part_entities(mended: list[Token], comma: Token) -> None:
    """No name goes over the comma that ends what is said."""
    own = {each for each in comma.features if each.startswith("Entity=")}
    mended[comma.index] = replace(mended[comma.index], features=comma.features - own)
    behind = mended[comma.index + 1]
    inner = next((each for each in behind.features if each.startswith("Entity=I-")), None)
    if inner is not None:
        begun = inner.replace("Entity=I-", "Entity=B-")
        mended[behind.index] = replace(behind, features=behind.features - {inner} | {begun})
