"""What somebody means by words: beginnings, near misses and other scripts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import DamerauLevenshtein

from reportedly.ledger.database import Database, Values
from reportedly.ledger.words import Group, Term, bones_of, list_words, pad, script_of, sound_alike
from reportedly.model.ids import next_beginning

PHRASE = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]')
FEWEST_LETTERS_OF_BEGINNING = 3
"""Shorter words stand for themselves only."""
MAX_GROUPS = 32
"""Words of one question; nobody types more."""
MAX_NEAR = 20
MAX_ALIKE = 20
MAX_OF_BONES = 2_000
MAX_CANDIDATES = 20_000
# From so many letters on a word may differ by so many from what was typed: one slip in a short word, two in a long one.
SLIPS = ((7, 2), (4, 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """A question in words as it was understood."""

    groups: tuple[Group, ...]
    notes: tuple[str, ...]

    def test_words(self, column: str) -> tuple[str, Values]:
        """That folded words with single spaces between them fit, in SQL; they hold none of SQL's signs."""
        values: dict[str, str] = {}
        tests: list[str] = []
        for group in self.groups:
            patterns = []
            for term in group:
                name = f"like_{len(values)}"
                values[name] = f"% {' '.join(term.words)}{'' if term.is_beginning else ' '}%"
                patterns.append(f"(' ' || {column} || ' ') LIKE :{name}")
            tests.append(f"({' OR '.join(patterns)})")
        return " AND ".join(tests), values


def understand(text: str, database: Database) -> Sought:
    """What is to be looked for, all of it; no group where `text` holds no word."""
    asked = list(dict.fromkeys(list_terms(text)))
    if not asked:
        return Sought(groups=(), notes=(f"there is no word in “{text}”",))
    notes: list[str] = []
    if len(asked) > MAX_GROUPS:
        notes.append(f"only the first {MAX_GROUPS} words were looked for")
    groups = []
    for term in asked[:MAX_GROUPS]:
        group, note = widen(term, database)
        groups.append(group)
        notes += note
    return Sought(groups=tuple(groups), notes=tuple(notes))


def list_terms(text: str) -> Iterator[Term]:
    """The phrases in quotes, each in its order, then the words outside of them."""
    for phrase in PHRASE.findall(text):
        if words := tuple(list_words(phrase)):
            yield Term(words=words, is_beginning=False)
    for word in list_words(PHRASE.sub(" ", text)):
        yield Term(words=(word,), is_beginning=len(word) >= FEWEST_LETTERS_OF_BEGINNING)


def widen(term: Term, database: Database) -> tuple[Group, tuple[str, ...]]:
    """The term with what it stands for as well, and what to tell the reader of it.

    A phrase and a word of one or two letters stand for themselves. A word that nothing in the ledger has stands for
    those that it is a slip of; every word also for those of other scripts that sound like it.
    """
    if not term.is_beginning:
        return (term,), ()
    (word,) = term.words
    alike = find_alike(word, database)
    if is_known(word, database):
        return as_group(word, *alike), (f"“{word}”: also looked for {', '.join(alike)}",) if alike else ()
    found = [*find_near(word, database), *alike]
    if not found:
        return (term,), (f"nothing has “{word}”",)
    return as_group(*found), (f"nothing has “{word}”: looked for {', '.join(found)}",)


def as_group(*words: str) -> Group:
    """Any of these words, each once."""
    return tuple(
        Term(words=(word,), is_beginning=len(word) >= FEWEST_LETTERS_OF_BEGINNING) for word in dict.fromkeys(words)
    )


def is_known(word: str, database: Database) -> bool:
    """Does any word of the ledger begin so?"""
    values = {"word": word, "next": next_beginning(word)}
    return bool(database.ask("SELECT 1 FROM word WHERE word >= :word AND word < :next LIMIT 1", values))


def find_alike(word: str, database: Database) -> list[str]:
    """Words of other scripts that sound like it."""
    bones = bones_of(word)
    if bones is None:
        return []
    rows = database.ask(
        f"SELECT word FROM word WHERE bones = :bones ORDER BY word LIMIT {MAX_OF_BONES}", {"bones": bones}
    )
    script = script_of(word)
    return [other for (other,) in rows if script_of(other) != script and sound_alike(word, other)][:MAX_ALIKE]


def find_near(word: str, database: Database) -> list[str]:
    """Words that it is a slip of, the nearest first: letters left out, put in, changed or swapped."""
    slips = next((slips for letters, slips in SLIPS if len(word) >= letters), 0)
    if not slips or not word.isalpha():
        return []  # a number is not a slip of another
    candidates = database.words_with_any(cut_up(word, slips + 1), len(word) - slips, len(word) + slips, MAX_CANDIDATES)
    swapped = {f"swap_{at}": swap(word, at) for at in range(len(word) - 1)}
    names = ", ".join(f":{name}" for name in swapped)
    candidates += [other for (other,) in database.ask(f"SELECT word FROM word WHERE word IN ({names})", swapped)]
    near = [(DamerauLevenshtein.distance(word, other, score_cutoff=slips), other) for other in candidates]
    return [other for distance, other in sorted(set(near)) if distance <= slips][:MAX_NEAR]


def cut_up(word: str, parts: int) -> Sequence[str]:
    """The word with its edges in so many parts, of which one stays whole under one slip fewer."""
    padded = pad(word)
    cuts = [len(padded) * nth // parts for nth in range(parts + 1)]
    return [padded[start:end] for start, end in pairwise(cuts)]


def swap(word: str, at: int) -> str:
    """The word with two letters swapped: of short words that leaves no three letters as they were."""
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
