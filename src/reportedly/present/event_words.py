"""What is found of an event, in words: the same for the terminal and the page."""

from collections.abc import Iterable, Mapping

from reportedly.model.comparable import Spot
from reportedly.model.document import Document
from reportedly.model.event import (
    ChangeKind,
    Event,
    Evidence,
    Independence,
    Line,
    Member,
    Stance,
    Status,
    Step,
    StepKind,
)
from reportedly.present.precision import count_decimals, round_spot
from reportedly.present.source_words import name_side
from reportedly.present.words import count, name_document, one_line, say_day, say_days

STEPS: Mapping[StepKind, str] = {
    StepKind.ATTRIBUTION: "said on its word",
    StepKind.CITATION: "named as its publisher",
    StepKind.FORWARD: "taken over from it, as the post says",
    StepKind.WORDING: "the same words, which show a common origin and not who copied whom",
    StepKind.OWN_VOICE: "speaks for itself",
}
"""On what ground a step is drawn, as said of its end."""
CHANGES: Mapping[ChangeKind, str] = {
    ChangeKind.ATTRIBUTION_DROPPED: "attribution dropped",
    ChangeKind.CERTAINTY_RAISED: "certainty raised",
    ChangeKind.NUMBER_GROWN: "number grown",
    ChangeKind.PLACE_MOVED: "place moved",
}
STATUSES: Mapping[Status, str] = {
    Status.CONTESTED: "opposing sides affirm and deny it",
    Status.CONCEDED: "the side against which it speaks says so too",
    Status.CORROBORATED: "at least two independent lines, not all from one side",
    Status.ONE_SIDED: "two or more independent lines, all from one side",
    Status.CIRCULAR: "several documents, and one line",
    Status.SINGLE_SOURCE: "one document, and one line",
    Status.UNSOURCED: "no line: only outlets’ own voices, or sources that nobody can name",
}
"""What each status says of the reporting; the first that holds is given. None says whether it happened."""
CONCESSION = "said by the side against which it speaks"
COVERED = "covered, as somebody marked its document as hard to look at"
"""Instead of the words of such a document."""
LONGEST = 600
"""Code points of a quotation that are shown; all of it stands in the document and in the JSON."""
LONGEST_NAME = 160
"""The same of a name."""


def list_stances(event: Event) -> list[Stance]:
    """The stances that somebody takes, in their own order."""
    taken = {member.stance for member in event.members}
    return [stance for stance in Stance if stance in taken]


def say_lines(independence: Independence) -> str:
    """ "no line", "1 independent line", "1 to 3 independent lines"."""
    least, most = independence.least, independence.most
    if most == 0:
        return "no line"
    return f"{least} to {count(most, 'independent line')}" if least < most else count(most, "independent line")


def say_spot(spot: Spot | None) -> str:
    """A place by its name and how exactly it is known: "Malynivka, UA, within 5 km"."""
    if spot is None:
        return "no place named"
    named = call(spot.name) + (f", {spot.country}" if spot.country else "")
    if spot.lat is None:
        return f"{named} (not on the map)"
    return named if spot.radius_km is None else f"{named}, within {spot.radius_km:,.3g} km"


def say_point(spot: Spot) -> str | None:
    """The point as coarse as the place is; None if there is none."""
    rounded, decimals = round_spot(spot), count_decimals(spot.radius_km)
    if rounded.lat is None or rounded.lon is None:
        return None
    return f"{rounded.lat:.{decimals}f}, {rounded.lon:.{decimals}f}"


def say_sides(sides: Iterable[str | None]) -> list[str]:
    """Each side once, in order, those of nobody left out."""
    return [name_side(side) for side in dict.fromkeys(sides) if side]


def say_reach(event: Event) -> str:
    """ "5 claims in 4 documents, published 2 December 2025 to 3 December 2025"."""
    documents = {member.held.document.id: member.held.document for member in event.members}
    days = sorted(document.published for document in documents.values() if document.published)
    words = f"{count(len(event.members), 'claim')} in {count(len(documents), 'document')}"
    return words + (f", published {say_days(days[0], days[-1])}" if days else "")


def call_document(document: Document) -> str:
    """A document as it is named in a path: "Example Herald (3 December 2025)"."""
    name = call(document.outlet) if document.outlet else f"“{name_document(document)}”"
    return name + (f" ({say_day(document.published)})" if document.published else "")


def name_vertices(event: Event) -> dict[str, str]:
    """What each vertex of the graph is called; documents that it lacks are named too."""
    documents = {member.held.document.id: call_document(member.held.document) for member in event.members}
    sources = {vertex.id: call(vertex.name) for vertex in event.vertices if vertex.id not in documents}
    return sources | documents


def say_path(line: Line, names: Mapping[str, str]) -> str:
    """A line from the origin to the documents: "a soldier → Front Diary → Example Herald (3 December 2025)"."""
    told = list(dict.fromkeys(names.get(id_, id_) for id_ in line.documents))
    return " → ".join([*(call(name) for name in line.path), "; ".join(told)])


def say_step(step: Step, names: Mapping[str, str]) -> str:
    """A step: from where to where, on what ground, and its words."""
    arrow = "~" if step.kind is StepKind.WORDING else "→"
    ends = f"{names.get(step.start, step.start)} {arrow} {names.get(step.end, step.end)}"
    return f"{ends}: {STEPS[step.kind]}" + (f"; {one_line(step.because)}" if step.because else "")


def say_member_stance(member: Member) -> str:
    """How a claim stands, for whom, and why: "denies (Ukraine’s side): it is said not to be so"."""
    side = f" ({name_side(member.side)})" if member.side else ""
    concession = f"; {CONCESSION}" if member.is_concession else ""
    because = f": {one_line(member.because)}" if member.because else ""
    return f"{member.stance}{side}{because}{concession}"


def say_evidence(evidence: Iterable[Evidence]) -> str:
    """Each ground with what it weighs: "+3.0 same place: both at Malynivka"."""
    told = (f"{each.weight:+.1f} {each.signal.replace('_', ' ')}: {one_line(each.because)}" for each in evidence)
    return "; ".join(told)


def quote(text: str, most: int = LONGEST) -> str:
    """Words from outside on one line, cut where they are very long."""
    line = one_line(text)
    return line if len(line) <= most else line[:most].rstrip() + " …"


def call(name: str) -> str:
    """A name from outside on one line, cut where it is no name any more."""
    return quote(name, LONGEST_NAME)
