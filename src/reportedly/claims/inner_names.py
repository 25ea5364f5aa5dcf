"""Names that no gazetteer holds but that are made of one which it does: "Hama Province", "Leeds Crown Court"."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from reportedly.reference.gazetteer import PlaceKind
from reportedly.reference.lexicon import lexicon

_OF = ("of", "in", "at")


@dataclass(frozen=True, slots=True)
class InnerName:
    """A name inside a longer one."""

    name: str
    kind: PlaceKind | None
    """The kind that the longer name gives it; None if any will do."""
    is_site: bool
    """Does the longer name call something that stands in the place: a court, an airport, a quarter?"""


def inner_names(name: str) -> Iterator[InnerName]:
    """The names to look for when `name` itself is in no gazetteer, the longest first."""
    words = name.replace("’", "'").split()
    if len(words) < 2 or (all(map(_is_generic, words[1:])) and words[0].lower() in _words("parts_before")):
        return
    yield from _without_unit(words)
    if words[0].lower() in _words("parts_before"):
        yield InnerName(" ".join(words[1:]), None, is_site=True)
        yield from (InnerName(each.name, each.kind, is_site=True) for each in _without_unit(words[1:]))
    for cut in range(len(words) - 1, 0, -1):
        if all(_is_generic(word) for word in words[cut:]) and not _is_generic(words[cut - 1]):
            yield InnerName(" ".join(words[:cut]), PlaceKind.SETTLEMENT, is_site=True)
            return
    for number, word in enumerate(words[:-1]):
        if word in _OF and number and all(_is_generic(each) for each in words[:number]):
            yield InnerName(" ".join(words[number + 1 :]).removeprefix("the "), None, is_site=True)
            return


def _without_unit(words: list[str]) -> Iterator[InnerName]:
    """ "Hama" of "Hama Province", "Bor" of "Bor Local Government Area", "Herat" of "District of Herat"."""
    for kind, spoken in _units().items():
        for unit in spoken:
            long = unit.split()
            plain = [word.lower().rstrip(".") for word in words]
            if len(plain) > len(long) and plain[-len(long) :] == long:
                yield InnerName(" ".join(words[: -len(long)]), kind, is_site=False)
            elif len(plain) > len(long) + 1 and plain[: len(long) + 1] == [*long, "of"]:
                yield InnerName(" ".join(words[len(long) + 1 :]).removeprefix("the "), kind, is_site=False)


@cache
def _units() -> dict[PlaceKind, tuple[str, ...]]:
    found = {}
    for kind, spoken in lexicon("en", "place")["units"].items():
        if kind in ("admin1", "admin2", "settlement"):
            found[PlaceKind(kind)] = tuple(spoken.split())
    found[PlaceKind.ADMIN2] += ("co", "local government area", "lga")
    return found


@cache
def _words(table: str) -> frozenset[str]:
    return frozenset(lexicon("en", "place")["sites"][table].split())


def _is_generic(word: str) -> bool:
    return word.lower().strip(".,") in _words("generic") or word.lower().removesuffix("'s") in _words("generic")
