"""Two sides' accounts of the same events, as a person wants them in a terminal."""

from collections.abc import Iterator, Mapping
from datetime import date

from reportedly.model.account import Account, Accounts, Answer, Divergence, Meanwhile, Telling, TwoSides
from reportedly.present.outline import Row, write_outline
from reportedly.present.source_words import name_side
from reportedly.present.view_words import join_sides, say_claim, say_known_day, tell_event
from reportedly.present.words import count, say_days

VERBS: Mapping[Answer, str] = {
    Answer.ASSERTED: "says so",
    Answer.DENIED: "denies it",
    Answer.QUALIFIED: "says so, but disputes its extent",
    Answer.CONCEDED: "concedes it",
    Answer.RELAYED: "passes on what others say",
}
SILENCE_IS_NO_DENIAL = "Silence is no denial."


def write_sides(two: TwoSides, *, limit: int = 0, width: int = 80, colour: bool = False) -> str:
    """The divergence by kind, then each event of which one side speaks, with both accounts on one axis of time.

    Args:
        limit: so many events at most; 0 is all.
    """
    rows = [*tell_divergence(two)]
    spoken_of = [each for each in two.events if any(account.tellings for account in each.accounts)]
    for each in spoken_of[: limit or None]:
        rows += [Row(""), *tell_event(each.event), *tell_accounts(each)]
    return write_outline(rows, width=width, colour=colour)


def tell_divergence(two: TwoSides) -> Iterator[Row]:
    """How many events of each kind only one side speaks of, both, or neither."""
    yield Row(f"{join_sides(two.sides)}: {count(len(two.events), 'event')}, by who speaks of them", 0, "number")
    for each in two.kinds:
        yield Row(say_divergence(each), 1)
    if any(Answer.SILENT in account.answers for told in two.events for account in told.accounts):
        yield Row(SILENCE_IS_NO_DENIAL, 0, "dim")


def say_divergence(each: Divergence) -> str:
    """ "control: 4 events · 1 only Russia’s side · 2 both"."""
    parts = [f"{each.kind}: {count(each.events, 'event')}"]
    parts += [f"{len(ids)} only {name_side(side)}" for side, ids in each.only.items() if ids]
    parts += [f"{len(each.both)} both"] if each.both else []
    parts += [f"{len(each.neither)} neither"] if each.neither else []
    return " · ".join(parts)


def tell_accounts(told: Accounts) -> Iterator[Row]:
    """What both sides say, and where one is silent, in the order of time."""
    rows: list[tuple[date, int, Row]] = []
    for place, account in enumerate(told.accounts):
        rows += [(each.day or date.max, place, Row(say_telling(account.side, each), 1)) for each in account.tellings]
        if account.meanwhile is not None:
            silence = Row(say_silence(account, account.meanwhile), 1, "flag")
            rows.append((account.meanwhile.last, place, silence))
        elif not account.tellings:
            rows.append(
                (date.max, place, Row(f"{name_side(account.side)} says nothing of it; no document is dated", 1))
            )
    rows.sort(key=lambda row: row[:2])
    yield from (row for _, _, row in rows)


def say_telling(side: str, telling: Telling) -> str:
    """ "2 December 2025: Russia’s side says so. Example Herald relays …: “…”"."""
    return f"{say_known_day(telling.day)}: {name_side(side)} {VERBS[telling.answer]}. {say_claim(telling.member)}"


def say_silence(account: Account, meanwhile: Meanwhile) -> str:
    """That a side says nothing of it, and how much it published meanwhile; or that nothing of it is known."""
    days, side = say_days(meanwhile.first, meanwhile.last), name_side(account.side)
    if Answer.SILENT not in account.answers:
        return f"{days}: of {side} the ledger holds nothing at all, so that nothing can be said of its silence"
    so_far = "" if meanwhile.is_over else " so far, as the ledger reaches no further"
    published = f"{count(meanwhile.documents, 'document')} with {count(meanwhile.claims, 'claim')}"
    return f"{days}: {side} is silent{so_far}; it published {published} meanwhile"
