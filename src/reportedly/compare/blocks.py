"""Under which numbers a claim is kept, so that those that may speak of the same happening meet without all being compared."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from itertools import combinations

from reportedly.compare.carrying import PLACELESS
from reportedly.compare.deeds import DEEDS, RARE, Family
from reportedly.compare.stems import key_of_name, list_names
from reportedly.model.comparable import Comparable
from reportedly.model.when import shift_day

UNDATED_DAYS = 3
"""An undated claim joins only what happened, or was told, in so many days before it was published."""
DAYS_BACK = {
    **dict.fromkeys(("deploy", "suspend", "resume"), 14),
    **dict.fromkeys(("evacuate", "flee"), 5),
    **dict.fromkeys(("talk", "visit", "exchange", "release"), 1),
}
"""The same of deeds that go on for long, or of which the news is of the day."""
TOLD_AGAIN_DAYS = 4
"""So much later than an undated claim is else taken for it may be told again what was told."""
CONCEDED_DAYS = 14
"""Who loses a place owns to it late."""
ROUND = 12
"""Greater numbers than this tell one happening from others, unless they are round."""
LONGEST_DAYS = 10
"""What may have happened on any of more days meets others by its words alone."""
BUCKET_DAYS = 4
MOST_NAMES = 5
"""Names of a claim by two of which it is kept."""
BANDS = 6
ROWS = 2
"""Claims of which half the words are the same meet in one of the bands four times in five."""
FEWEST_STEMS = 3
"""A shorter claim is not looked for by its wording."""
FEWEST_BARE = 5
"""Nor one of so few stems without a name or a deed: "thank you for your attention"."""

SELDOM = frozenset(
    "aircraft ship palace dam reactor theatre headquarters hospital airfield bridge market station port prison church hotel power refinery depot school".split()
)
"""Things to which something happens seldom enough that claims about it meet where no place is named."""

FAMILIES: dict[str, tuple[Family, ...]] = {
    "attack": (Family.FIRE, Family.FIGHTING),
    "violate": (Family.FIRE, Family.FIGHTING),
}
"""Deeds that are told of as deeds of two families."""


@lru_cache(maxsize=1 << 13)
def list_blocks(claim: Comparable) -> tuple[int, ...]:
    """The numbers, 64 bits with a sign, under which a claim is kept and by which its neighbours are found."""
    told, again = list(list_buckets(claim, days_before(claim))), list(list_buckets(claim, TOLD_AGAIN_DAYS))
    keys = [f"{what}|{day}" for what in (*by_place(claim), *by_names(claim), *by_objects(claim)) for day in told]
    keys += [f"{what}|{day}" for what in by_wording(claim) for day in again]
    keys += [f"together|{'|'.join(sorted((claim.claim, other)))}" for other in claim.together]
    return tuple(dict.fromkeys(map(number, keys)))


def list_buckets(claim: Comparable, before: int) -> Iterator[str]:
    """The stretches of four days into which the claim's days fall, and so many days before them; of one that is not known, a single one."""
    days = days_of(claim)
    if days is None:
        yield "?"
        return
    first, last = days[0].toordinal() - before, days[1].toordinal()
    yield from (str(bucket) for bucket in range(first // BUCKET_DAYS, last // BUCKET_DAYS + 1))


def days_before(claim: Comparable) -> int:
    """How many days before its own a claim may meet another of the same happening."""
    if claim.deed is not None and DEEDS[claim.deed].family is Family.GROUND:
        return CONCEDED_DAYS
    return TOLD_AGAIN_DAYS if claim.earliest is None and list(odd_numbers(claim)) else 0


def odd_numbers(claim: Comparable) -> Iterator[float]:
    """Its numbers that tell one happening from others: none that is small or round."""
    return (low for low, high, _ in claim.numbers if low is not None and low == high and low > ROUND and low % 10)


def days_of(claim: Comparable) -> tuple[date, date] | None:
    """The days on which it may have happened; of an undated claim those before its publication. None if unknown."""
    if claim.earliest and claim.latest:
        return claim.earliest, claim.latest
    return days_undated(claim.published, DAYS_BACK.get(claim.deed or "", UNDATED_DAYS)) if claim.published else None


@lru_cache(maxsize=1 << 12)
def days_undated(published: date, back: int) -> tuple[date, date]:
    """The days on which something may have happened that was published on this one without a day."""
    return shift_day(published, -back), published


def is_vague(claim: Comparable) -> bool:
    """Is it dated by so long a time that it may be many happenings?"""
    return bool(claim.earliest and claim.latest and (claim.latest - claim.earliest).days > LONGEST_DAYS)


def by_place(claim: Comparable) -> Iterator[str]:
    """What the claim does, in each place that it names; where it names none, beside each name of its sentence."""
    if claim.deed is None or is_vague(claim):
        return
    families = FAMILIES.get(claim.deed, (DEEDS[claim.deed].family,))
    names = {name for spot in claim.spots for name in (key_of_name(spot.name), *list_names(spot.name))} | set(
        claim.names
    )
    if not claim.spots:
        names |= set(claim.beside)
    names |= {spot.gazetteer_id for spot in claim.spots if spot.gazetteer_id}
    if claim.deed in RARE and claim.deed in (PLACELESS | {"radiation"}):
        names |= {"anywhere"}
    yield from (f"place|{family}|{name}" for family in families for name in sorted(names))


def by_names(claim: Comparable) -> Iterator[str]:
    """Two of its names together, the places' own among them: people and firms meet in any language."""
    yield from (f"names|{one}|{other}" for one, other in combinations(sorted(claim.names[:MOST_NAMES]), 2))


def by_objects(claim: Comparable) -> Iterator[str]:
    """What it is done to, where little is: a helicopter that is shot down, a palace that is taken; and to how many, where that tells."""
    if claim.deed is None or is_vague(claim):
        return
    family = DEEDS[claim.deed].family
    if family is not Family.TOLL:  # people die in hospitals
        yield from (f"object|{family}|{name}" for name in claim.objects if name in SELDOM)
    yield from (f"number|{family}|{number:g}" for number in odd_numbers(claim))


def by_wording(claim: Comparable) -> Iterator[str]:
    """The least hashes of its words, some at a time: the more words two claims share, the more of these they share."""
    if len(claim.words) < (FEWEST_STEMS if claim.names or claim.deed else FEWEST_BARE):
        return
    hashes = [least_hash(claim.words, seed) for seed in range(BANDS * ROWS)]
    for band in range(BANDS):
        yield f"words|{band}|{hashes[band * ROWS : (band + 1) * ROWS]}"


def least_hash(words: Iterable[str], seed: int) -> int:
    """The least of the words' hashes under one of several orders."""
    return min(hash_word(word, seed) for word in words)


@lru_cache(maxsize=1 << 17)
def hash_word(word: str, seed: int) -> int:
    """A number that looks random, and is the same on every machine."""
    digest = hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=4, salt=seed.to_bytes(4, "big"))
    return int.from_bytes(digest.digest(), "big")


def number(key: str) -> int:
    """A key as 64 bits with a sign, as every database keeps it."""
    digest = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)
