"""Events as a person wants them in a terminal: a few lines an event, or one in full."""

from collections.abc import Iterable, Iterator, Mapping

from rich.padding import Padding
from rich.text import Text

from reportedly.model.event import Event, Member, Stance, StepKind
from reportedly.present.event_contract import COUNTED, lines_of
from reportedly.present.event_words import (
    CHANGES,
    call_document,
    list_stances,
    name_vertices,
    quote,
    say_evidence,
    say_lines,
    say_member_stance,
    say_path,
    say_point,
    say_reach,
    say_sides,
    say_spot,
    say_step,
)
from reportedly.present.listing import INDENT, begin, tell_facts, write_told
from reportedly.present.permalink import permalink
from reportedly.present.safe import disarm
from reportedly.present.text import STYLES, make_console, trim_lines
from reportedly.present.words import one_line, say_period, say_sentence

HEADINGS = {
    "claims": "What is claimed, in the order of publication",
    "steps": "How the words went",
    "changes": "What changed in the retelling",
}


def write_events(events: Iterable[Event], *, width: int = 80, colour: bool = False) -> Iterator[str]:
    """Each event in a few lines, with an empty line between.

    Args:
        width: columns of the terminal.
        colour: may escape sequences be used?
    """
    return write_told((tell_event(event) for event in events), width=width, colour=colour)


def tell_event(event: Event) -> Iterator[Text]:
    """What; what sort, where and when; how the reporting stands and why; who is on which line; how much was published."""
    yield begin(event.id).append(disarm(one_line(event.label)), STYLES["claim"])
    yield tell_facts([event.kind, say_spot(event.place), say_period(event.earliest, event.latest)])
    yield tell_status(event)
    yield tell_facts(f"{stance}: {say_standing(event, stance)}" for stance in list_stances(event))
    yield tell_facts([say_reach(event)])


def tell_status(event: Event) -> Text:
    """How the reporting stands, and why."""
    return Text(event.status, STYLES["number"]).append(disarm(f": {one_line(event.why)}"), "not bold")


def say_standing(event: Event, stance: Stance) -> str:
    """How many lines there are, through whom they pass, and for which sides: "1 to 2 independent lines, all through X"."""
    sides = say_sides(member.side for member in event.members if member.stance is stance)
    if stance not in COUNTED:
        return ", ".join(sides) or "nobody’s side"
    independence = lines_of(event, stance)
    through = f", all through {' and '.join(independence.bottleneck)}" if independence.bottleneck else ""
    return say_lines(independence) + through + (f" ({', '.join(sides)})" if sides else "")


def write_event(event: Event, *, base: str | None = None, width: int = 80, colour: bool = False) -> str:
    """One event with all that is known of it.

    Args:
        base: address of a workbench for the permalink.
        width: columns of the terminal.
        colour: may escape sequences be used?
    """
    console = make_console(width, colour=colour)
    with console.capture() as captured:
        for depth, line in tell_in_full(event, base):
            console.print(Padding(line, (0, 0, 0, INDENT * depth)))
    return trim_lines(captured.get())


def tell_in_full(event: Event, base: str | None) -> Iterator[tuple[int, Text]]:
    """Each line, and how far it is indented."""
    first, *rest = tell_event(event)
    yield 0, first
    yield from ((1, line) for line in rest)
    if event.place and (point := say_point(event.place)):
        yield 1, tell_facts([f"at {point}", event.place.gazetteer_id])
    yield 1, tell_facts([permalink(event.id, base, route="e")])
    names = name_vertices(event)
    yield from tell_lines(event, names)
    yield from head("claims")
    for member in event.members:
        yield from tell_member(member)
    if event.steps:
        yield from head("steps")
        for step in event.steps:
            # A link from wording alone is told apart also by its colour: it says less than the others.
            style = STYLES["dim"] if step.kind is StepKind.WORDING else ""
            claim = f" ({step.claim})" if step.claim else ""
            yield 1, Text(disarm(say_step(step, names) + claim), style)
    if event.changes:
        yield from head("changes")
        for change in event.changes:
            words = f"⚑ {CHANGES[change.kind]}: {one_line(change.because)} ({change.earlier} to {change.later})"
            yield 1, Text(disarm(words), STYLES["flag"])


def head(name: str) -> Iterator[tuple[int, Text]]:
    """An empty line and a heading."""
    yield 0, Text()
    yield 0, Text(HEADINGS[name], STYLES["number"])


def tell_lines(event: Event, names: Mapping[str, str]) -> Iterator[tuple[int, Text]]:
    """For each stance that is counted and taken, the lines, each spelled out from its origin to the documents."""
    for stance in list_stances(event):
        yield 0, Text()
        yield 0, Text(disarm(f"{stance}: {say_standing(event, stance)}"), STYLES["number"])
        for number, line in enumerate(lines_of(event, stance).lines, 1):
            sides = f" ({', '.join(say_sides(line.sides))})" if line.sides else ""
            yield 1, Text(disarm(f"{number}. {say_path(line, names)}{sides}"))
            yield 2, tell_facts([", ".join(line.claims)])


def tell_member(member: Member) -> Iterator[tuple[int, Text]]:
    """Which claim, on whose word and what; its words; its stance; on what ground it was joined."""
    held = member.held
    yield 1, begin(held.claim.id).append(disarm(say_sentence(held.claim, held.sources, held.document.outlet)))
    yield 2, Text(disarm(f"“{quote(held.claim.span.text)}”"), STYLES["claim"])
    yield 2, Text(disarm(say_member_stance(member)))
    yield 2, tell_facts([call_document(held.document), held.document.url, held.document_id])
    if member.compared_with:
        yield 2, tell_facts([f"joined to {member.compared_with} by {say_evidence(member.evidence)}"])
