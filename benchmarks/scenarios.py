"""Sets of documents that were compared by hand: what of them is found.

    python -m benchmarks.scenarios tests/compare/scenarios/seen/*.json --show

Each set is added to a ledger of its own and compared. A set's score is the mean of pairs (F1 over any two of its listed
claims being one event or not) and of points (stances, statuses, lines). The form of a set is that of `tests/compare/scenarios`.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from reportedly.flow import find_events, read_document
from reportedly.ingest.loading import Given, load_text
from reportedly.ledger.opening import open_ledger
from reportedly.ledger.query import Query, Sort
from reportedly.ledger.store import Ledger
from reportedly.model.document import Document
from reportedly.model.event import Event, Independence, Stance
from reportedly.model.held import HeldClaim

COVERED = 0.5
"""Share of the words looked for that a claim must hold."""
NOWHERE = Independence(least=0, most=0)

Scenario = Mapping[str, Any]
Member = tuple[int, int]
"""The number of an event of a set, and of a claim listed there."""


@dataclass(slots=True)
class Score:
    """What of one set was found."""

    name: str
    right: int = 0
    wrong: int = 0
    missed: int = 0
    points: Counter[tuple[str, bool]] = field(default_factory=Counter)
    said: list[str] = field(default_factory=list)
    """What is not as it should be, in words."""

    @property
    def pairs(self) -> float:
        return 2 * self.right / max(1, 2 * self.right + self.wrong + self.missed)

    @property
    def share(self) -> float:
        held = sum(count for (_, is_right), count in self.points.items() if is_right)
        return held / max(1, self.points.total())

    @property
    def mean(self) -> float:
        return (self.pairs + self.share) / 2

    def point(self, what: str, said: str, *, is_right: bool) -> None:
        """Note a point, and what is wrong if it is not given."""
        self.points[what, is_right] += 1
        if not is_right:
            self.said.append(said)


def load_scenario(path: Path) -> Scenario:
    """A set of documents with their events."""
    scenario: Scenario = json.loads(path.read_text(encoding="utf-8"))
    return scenario


@contextmanager
def filled_ledger(scenario: Scenario) -> Iterator[Ledger]:
    """A new ledger with the documents of a set."""
    with TemporaryDirectory() as folder, open_ledger(str(Path(folder) / "ledger.db"), create=True) as ledger:
        for each in scenario["documents"]:
            given = Given(
                outlet=each.get("outlet"), published=date.fromisoformat(each["published"]), language=each["language"]
            )
            document = load_text(each["text"], given=given)
            if not isinstance(document, Document):
                raise TypeError(document.message)
            ledger.add(document, read_document(document))
        yield ledger


def place_members(scenario: Scenario, held: Sequence[HeldClaim]) -> dict[Member, str | None]:
    """The claim that was read for each listed one; None where none was."""
    placed: dict[Member, str | None] = {}
    documents = {each["id"]: each for each in scenario["documents"]}
    for number, event in enumerate(scenario["events"]):
        for nth, member in enumerate(event["members"]):
            document = documents[member["document"]]
            own = [
                each
                for each in held
                if each.document.outlet == document["outlet"] and each.document.text.strip() == document["text"].strip()
            ]
            placed[number, nth] = find_claim(member["anchor"], member.get("nth", 1), own)
    return placed


def find_claim(anchor: str, nth: int, held: Sequence[HeldClaim]) -> str | None:
    """The claim that stands closest around the nth occurrence of some words."""
    if not held:
        return None
    text, start = held[0].document.text, -1
    for _ in range(nth):
        start = text.index(anchor, start + 1)
    end = start + len(anchor)

    def shared(each: HeldClaim) -> int:
        return min(end, each.claim.span.end) - max(start, each.claim.span.start)

    def closeness(each: HeldClaim) -> float:
        together = max(end, each.claim.span.end) - min(start, each.claim.span.start)
        return shared(each) / together

    near = [each for each in held if shared(each) >= COVERED * len(anchor)]
    return max(near, key=closeness).claim.id if near else None


def score_scenario(scenario: Scenario, events: Sequence[Event], placed: Mapping[Member, str | None]) -> Score:
    """What of a set was found."""
    score = Score(scenario["id"])
    home = {each.held.claim.id: event for event in events for each in event.members}
    for member, claim in placed.items():
        if claim is None:
            score.said.append(f"not read: {name_member(scenario, member)}")
    for one, other in combinations(placed, 2):
        score_pair(score, scenario, (one, other), {each: home.get(placed[each] or "") for each in (one, other)})
    taken: set[str] = set()
    for number, wanted in enumerate(scenario["events"]):
        votes = Counter(
            home[claim].id
            for (event, _), claim in placed.items()
            if event == number and claim is not None and claim in home
        )
        best = next((id_ for id_, _ in votes.most_common() if id_ not in taken), None)
        taken.add(best or "")
        answer = next((event for event in events if event.id == best), None)
        score_event(score, wanted, answer, [placed[number, nth] for nth in range(len(wanted["members"]))])
    return score


def score_pair(
    score: Score, scenario: Scenario, pair: tuple[Member, Member], home: Mapping[Member, Event | None]
) -> None:
    """Are two listed claims one event, and should they be?"""
    one, other = pair
    same = one[0] == other[0]
    first, second = home[one], home[other]
    got = first is not None and second is not None and first.id == second.id
    score.right += same and got
    score.wrong += got and not same
    score.missed += same and not got
    if same != got:
        verb = "are not one event" if got else "should be one event"
        score.said.append(f"{verb}: {name_member(scenario, one)} + {name_member(scenario, other)}")


def score_event(score: Score, wanted: Mapping[str, Any], answer: Event | None, claims: Sequence[str | None]) -> None:
    """The stances, the status and the lines of one listed event."""
    label = wanted["label"]
    members = {each.held.claim.id: each for each in answer.members} if answer else {}
    for member, claim in zip(wanted["members"], claims, strict=True):
        found = members.get(claim or "")
        said = f"{label}: {member['document']} wanted {member['stance']}, got {found and found.stance.value}"
        score.point("stance", said, is_right=found is not None and found.stance.value == member["stance"])
    if "status" in wanted:
        got = answer.status.value if answer else None
        score.point("status", f"{label}: status wanted {wanted['status']}, got {got}", is_right=got in wanted["status"])
    for stance, lines in wanted.get("independent", {}).items():
        counted = answer.independent.get(Stance(stance), NOWHERE) if answer else None
        least_most = [counted.least, counted.most] if counted else None
        said = f"{label}: lines that {stance}: wanted {lines}, got {least_most}"
        score.point("lines", said, is_right=least_most == lines)


def name_member(scenario: Scenario, member: Member) -> str:
    """A listed claim in words."""
    found = scenario["events"][member[0]]["members"][member[1]]
    return f"{found['document']} {found['anchor'][:60]!r}"


def measure(path: Path) -> Score:
    """Add, compare and score one set."""
    scenario = load_scenario(path)
    with filled_ledger(scenario) as ledger:
        events = list(find_events(ledger))
        held = list(ledger.each_claim(Query(sort=Sort.ADDED)))
    return score_scenario(scenario, events, place_members(scenario, held))


def main() -> None:
    """Print each set's score, and the mean."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--show", action="store_true", help="say what is not as it should be")
    asked = parser.parse_args()
    scores, points = [], Counter[tuple[str, bool]]()
    for path in asked.paths:
        score = measure(path)
        scores.append(score.mean)
        points += score.points
        if asked.show:
            print("\n".join(f"{score.name}: {each}" for each in score.said))
        print(f"{score.name:34} pairs {score.pairs:.3f}  points {score.share:.3f}  score {score.mean:.3f}")
    for what in ("stance", "status", "lines"):
        print(f"{what}: {points[what, True]} of {points[what, True] + points[what, False]}")
    print(f"mean {sum(scores) / len(scores):.3f}, least {min(scores):.3f}")


if __name__ == "__main__":
    main()
