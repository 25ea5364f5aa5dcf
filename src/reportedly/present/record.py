"""The track record of a source, as a person wants it in a terminal."""

from collections.abc import Iterator, Mapping

from reportedly.model.record import LeadTime, Record, Share, Tally
from reportedly.present.outline import Row, write_outline
from reportedly.present.source_words import name_side
from reportedly.present.view_words import tell_event
from reportedly.present.words import count

WHAT_IT_MEASURES = (
    "This measures how others reported the same, not truth or honesty. An event may count under several heads."
)
OUTCOMES: Mapping[str, str] = {
    "conceded": "conceded later by the side it speaks against",
    "corroborated": "corroborated later by another side or a third party",
    "contradicted": "contradicted by an opposing side",
    "preceded": "told or conceded by others before",
    "open": "open",
}
"""The fields of a tally, in words."""
LEADS: Mapping[str, str] = {"until_conceded": "conceded", "until_corroborated": "corroborated"}


def write_record(record: Record, *, width: int = 80, colour: bool = False) -> str:
    """Who it is and what it speaks of, what became of that by kind, and its latest events."""
    return write_outline(tell_record(record), width=width, colour=colour)


def tell_record(record: Record) -> Iterator[Row]:
    """The rows."""
    source = record.source
    side = f" ({name_side(source.side)})" if source.side else ""
    yield Row(f"{f'{source.id}  ' if source.id else ''}{source.name}{side}", 0, "number")
    yield Row(WHAT_IT_MEASURES, 0, "dim")
    if record.claims:
        kinds = ", ".join(f"{number} {kind}" for kind, number in record.claims.items())
        yield Row(f"origin of {count(sum(record.claims.values()), 'claim')}: {kinds}", 1)
    tallies = {"all kinds": record.total} if len(record.kinds) > 1 else {}
    for name, tally in {**tallies, **{str(kind): tally for kind, tally in record.kinds.items()}}.items():
        yield Row("")
        yield from tell_tally(name, tally, record.least_events)
    if record.latest:
        yield Row("")
        yield Row("latest events", 0, "number")
        for event in record.latest:
            yield from (Row(row.words, row.depth + 1, row.style) for row in tell_event(event))


def tell_tally(name: str, tally: Tally, least_events: int) -> Iterator[Row]:
    """What became of the events of one kind."""
    few = f"; too few for more than counts (under {least_events})" if 0 < tally.events < least_events else ""
    denied = f"; {count(tally.denied, 'other event')} it denied or qualified" if tally.denied else ""
    yield Row(f"{name}: it affirmed {count(tally.events, 'event')}{denied}{few}", 0, "number")
    for field, words in OUTCOMES.items():
        share: Share = getattr(tally, field)
        if share.number or share.low is not None:
            yield Row(f"{share.number} {words}{say_interval(share)}", 1)
    for field, words in LEADS.items():
        if lead := say_lead(getattr(tally, field)):
            yield Row(f"{words} {lead}", 1)


def say_interval(share: Share) -> str:
    """The share with its interval, if there is one."""
    if share.low is None or share.high is None:
        return ""
    return f": {share.number / share.of:.0%} (95 % interval {share.low:.0%} to {share.high:.0%})"


def say_lead(lead: LeadTime) -> str | None:
    """The median and the range of days; None if they are not told."""
    if lead.median_days is None:
        return None
    return f"{lead.median_days:g} days later (median of {lead.events}; {lead.least_days} to {lead.most_days})"
