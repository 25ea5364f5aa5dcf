"""What was said of the future and what was reported later, as a person wants it in a terminal."""

from collections.abc import Iterator, Mapping, Sequence

from reportedly.model.event import Member, Stance
from reportedly.model.forecast import Forecast, Ground, Later, Term
from reportedly.model.held import Verdict
from reportedly.present.outline import Row, write_outline
from reportedly.present.view_words import say_claim, say_known_day, tell_event
from reportedly.present.words import CERTAINTIES, count, one_line, say_day, say_stance

STANCES: Mapping[Stance, str] = {
    Stance.AFFIRMS: "affirms it",
    Stance.DENIES: "denies it",
    Stance.QUALIFIES: "qualifies it",
}
VERDICTS: Mapping[Verdict, str] = {Verdict.ACCEPTED: "a person accepted it", Verdict.REJECTED: "a person rejected it"}
LATER = 5
"""Later reports of a forecast that a list shows; those that answer it first."""


def write_forecasts(forecasts: Sequence[Forecast], *, limit: int = 0, width: int = 80, colour: bool = False) -> str:
    """Each forecast with its last day, who made it, and what was reported later.

    Args:
        limit: so many at most; 0 is all.
    """
    rows: list[Row] = []
    for forecast in forecasts[: limit or None]:
        rows += [*([Row("")] if rows else []), *tell_forecast(forecast)]
    return write_outline(rows, width=width, colour=colour)


def tell_forecast(forecast: Forecast) -> Iterator[Row]:
    """One forecast."""
    yield from tell_event(forecast.event)
    yield Row(f"{say_term(forecast)}; {say_answer(forecast)}", 1, "flag" if forecast.term is Term.DUE else None)
    for member in forecast.members:
        claim = member.held.claim
        how = ", ".join([CERTAINTIES[claim.certainty], *say_stance(claim)])
        yield Row(f"{say_known_day(member.held.document.published)}: {say_claim(member)} ({how})", 1)
    answering = sorted(forecast.later, key=lambda each: each.stance is None)
    for later in answering[:LATER]:
        yield Row(say_later(later), 2, None if later.stance else "dim")
    if left := len(forecast.later) - LATER:
        yield from [Row(f"and {count(left, 'other later report')}", 2, "dim")] * (left > 0)


def say_term(forecast: Forecast) -> str:
    """Whether its day has passed."""
    if forecast.horizon is None:
        return "open: it names no day"
    return f"{forecast.term}: its last day is {say_day(forecast.horizon)}"


def say_answer(forecast: Forecast) -> str:
    """What is said to have become of it, and by whom; or that nothing is decided."""
    said: list[str] = []
    if Ground.REVIEW in forecast.grounds:
        said += dict.fromkeys(note for member in forecast.members for note in say_review(member))
    if forecast.answers:
        said.append(f"a later event {' and another '.join(STANCES[each] for each in forecast.answers)}")
    return ", ".join(said) or "nothing is decided"


def say_review(member: Member) -> Iterator[str]:
    """What people made of it."""
    if member.held.verdict is not None:
        yield VERDICTS[member.held.verdict]
    for note in member.held.notes:
        yield f"a person noted “{one_line(note)}”"


def say_later(later: Later) -> str:
    """ "reported 9 December 2025, affirms it (the same place, kind and deed): … "."""
    stance = f"{STANCES[later.stance]}: " if later.stance else ""
    where = f"{later.event.id}, {later.event.status}"
    return f"{say_known_day(later.day)}, {stance}{later.because}. {say_claim(later.member)} [{where}]"
