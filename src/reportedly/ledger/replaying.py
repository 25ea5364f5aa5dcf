"""How a document's readings and claims must stand, worked out anew from the record."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from reportedly.ledger.judging import Judged, judge
from reportedly.ledger.projecting import Standing, make_findable
from reportedly.model.reading import Reading
from reportedly.model.review import Review


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """A review as an entry of the record."""

    seq: int
    id: str
    review: Review
    about: frozenset[str]
    """All that it touches: with a taking back also what the review taken back was about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What decides which of an article's documents stands."""

    number: int
    captured_at: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Succession:
    """When a version stopped standing, and what it took the place of."""

    until: int | None = None
    replaces: int | None = None


def replay_readings(readings: Iterable[int], ended: int | None) -> Mapping[int, int | None]:
    """Until when each reading stands.

    Args:
        readings: their entries, in order.
        ended: the entry since which the document does not stand; its own if it never did.
    """
    return {
        number: number if is_late(number, ended) else min(filter(None, (then, ended)), default=None)
        for number, then in pairwise((*readings, 0))
    }


def replay_claims(
    readings: Sequence[tuple[int, Reading]], reviews: Sequence[Reviewed], ended: int | None
) -> list[Standing]:
    """Every row of `claim` that a document has.

    Args:
        readings: with their entries, in order; claims bear lasting ids.
        reviews: those about claims of the document, in order.
        ended: the entry since which the document does not stand; its own if it never did.
    """
    done: list[Standing] = []
    standing: dict[str, Standing] = {}
    last: dict[str, Standing] = {}  # of each claim that ever stood
    latest = 0
    texts = dict(readings)
    reviewed = {each.seq: each for each in reviews}
    for seq in sorted({*texts, *reviewed, *([ended] if ended is not None else [])}):
        if seq in texts:
            done += end_unread(standing, texts[seq], seq)
            for place, claim in enumerate(texts[seq].claims):
                judged = judge(claim, list_reviews(claim.id, reviews, seq))
                made = Standing(findable=make_findable(texts[seq], judged), reading=seq, place=place, since=seq)
                if is_late(seq, ended):
                    done.append(replace(made, until=seq))
                else:
                    last[claim.id] = standing[claim.id] = made
            latest = seq
        elif seq in reviewed and not is_late(seq, ended):
            for id_ in reviewed[seq].about & last.keys():
                if id_ in standing:
                    done.append(replace(standing.pop(id_), until=seq))
                anew = judge_anew(last[id_], texts[last[id_].reading], list_reviews(id_, reviews, seq), seq)
                if anew.reading == latest or anew.findable.judged.is_vouched_for:
                    last[id_] = standing[id_] = anew
        elif seq == ended:
            done += [replace(each, until=seq) for each in standing.values()]
            standing = {}
    return [*done, *standing.values()]


def is_late(seq: int, ended: int | None) -> bool:
    """Does entry `seq` come when the document stands no longer?"""
    return ended is not None and ended <= seq


def end_unread(standing: dict[str, Standing], reading: Reading, seq: int) -> list[Standing]:
    """Take out of `standing` what another reading ends, and give it back ended."""
    again = {claim.id for claim in reading.claims}
    gone = [id_ for id_, each in standing.items() if id_ in again or not each.findable.judged.is_vouched_for]
    return [replace(standing.pop(id_), until=seq) for id_ in gone]


def judge_anew(before: Standing, reading: Reading, reviews: Iterable[tuple[str, Review]], seq: int) -> Standing:
    """The claim as it stands from entry `seq` on."""
    judged: Judged = judge(reading.claims[before.place], reviews)
    return replace(before, findable=make_findable(reading, judged), since=seq)


def list_reviews(claim: str, reviews: Iterable[Reviewed], seq: int) -> list[tuple[str, Review]]:
    """The reviews about a claim up to entry `seq`."""
    return [(each.id, each.review) for each in reviews if each.seq <= seq and claim in each.about]


def replay_versions(versions: Iterable[Version], untils: Mapping[int, int]) -> dict[int, Succession]:
    """How the documents that one outlet had in one place followed each other.

    Args:
        versions: in the order in which they came.
        untils: those that a forgotten version ended, and when.
    """
    stood: dict[int, Succession] = {}
    now: Version | None = None
    for each in versions:
        if now is not None and untils.get(now.number, each.number) < each.number:
            now = None
        late = untils.get(each.number) == each.number
        if late or (now is not None and now.captured_at and (each.captured_at or "") < now.captured_at):
            stood[each.number] = Succession(until=each.number)
            continue
        if now is not None:
            stood[now.number] = replace(stood[now.number], until=each.number)
        stood[each.number] = Succession(until=untils.get(each.number), replaces=None if now is None else now.number)
        now = each
    return stood
