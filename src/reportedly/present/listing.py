"""What a ledger holds, as a person wants it in a terminal: a few lines a thing, its id first."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from rich.padding import Padding
from rich.text import Text

from reportedly.model.held import HeldClaim, HeldDocument, HeldPlace, HeldSource, Verdict
from reportedly.present.inventory import PLACE_DECIMALS
from reportedly.present.safe import disarm
from reportedly.present.source_words import name_side
from reportedly.present.text import STYLES, make_console, tell_voices, trim_lines
from reportedly.present.words import count, name_document, one_line, say_day, say_details, say_period

INDENT = 4
VERDICTS: Mapping[Verdict, str] = {
    Verdict.ACCEPTED: "accepted by a person",
    Verdict.REJECTED: "rejected by a person",
}


def write_listing(things: Iterable[Any], *, width: int = 80, colour: bool = False) -> Iterator[str]:
    """Each claim, source, document or place in a few lines, with an empty line between.

    Args:
        width: columns of the terminal.
        colour: may escape sequences be used?
    """
    return write_told((TELLERS[type(thing)](thing) for thing in things), width=width, colour=colour)


def write_told(told: Iterable[Iterator[Text]], *, width: int, colour: bool) -> Iterator[str]:
    """What is told of each thing: its first line, the others below it, and an empty line between things."""
    console = make_console(width, colour=colour)
    for number, (first, *rest) in enumerate(told):
        with console.capture() as captured:
            if number:
                console.print()
            console.print(first)
            for line in rest:
                console.print(Padding(line, (0, 0, 0, INDENT)))
        yield trim_lines(captured.get())


def tell_claim(held: HeldClaim, *, with_flags: bool = True) -> Iterator[Text]:
    """On whose word and what; the words; how firmly; what is odd; what people made of it; from where."""
    claim, document = held.claim, held.document
    yield begin(claim.id).append_text(tell_voices(claim, held.sources, document.outlet))
    yield Text(disarm(f"“{one_line(claim.span.text)}”"), STYLES["claim"])
    yield tell_facts(say_details(claim))
    for flag in held.flags if with_flags else ():
        yield Text(disarm(f"⚑ {flag.code}: {one_line(flag.message)}"), STYLES["flag"])
    if judged := say_judged(held):
        yield Text(disarm(judged), STYLES["number"])
    yield tell_facts([held.document_id, *say_publication(held)])


def tell_source(held: HeldSource) -> Iterator[Text]:
    """Who it is read as, and how much is said on its word."""
    yield begin(held.id).append(disarm(one_line(held.name)))
    sides = [f"{name_side(side)}{say_share(held.sides, side)}" for side in held.sides]
    yield tell_facts([*(f"{each}{say_share(held.types, each)}" for each in held.types), *held.identities, *sides])
    origin = f"origin of {held.origin_of:,}"
    yield tell_facts([f"{count_in(held.claims, held.documents)}, {origin}", say_period(held.first, held.last)])


def tell_document(held: HeldDocument) -> Iterator[Text]:
    """What it is, where it is from, and what became of it."""
    yield begin(held.id).append(disarm(name_document(held.document)))
    unread = None if held.replaced_by else "not read yet"  # of a version that no longer stands, no reading stands
    read = count(held.claims, "claim") if held.made_by else unread
    yield tell_facts([*say_publication(held), held.document.language, read])
    versions = [("a later version of", held.replaces), ("replaced by", held.replaced_by)]
    yield tell_facts([f"added {say_day(held.added_at.date())}", *(f"{how} {id_}" for how, id_ in versions if id_)])


def tell_place(held: HeldPlace) -> Iterator[Text]:
    """Where it is, and how much is said of it."""
    name = one_line(held.name) + (f", {held.country}" if held.country else "")
    yield begin(held.id).append(disarm(name))
    point = None
    if held.lat is not None and held.lon is not None:
        point = f"at {held.lat:.{PLACE_DECIMALS}f}, {held.lon:.{PLACE_DECIMALS}f}"
    known = [point or "not on the map", held.gazetteer_id]
    yield tell_facts([*known, count_in(held.claims, held.documents), say_period(held.first, held.last)])


TELLERS: Mapping[type, Callable[[Any], Iterator[Text]]] = {
    HeldClaim: tell_claim,
    HeldSource: tell_source,
    HeldDocument: tell_document,
    HeldPlace: tell_place,
}


def begin(id_: str) -> Text:
    """The id, by which the thing is asked for."""
    return Text(id_, STYLES["number"]).append("  ")


def tell_facts(facts: Iterable[str | None]) -> Text:
    """Those facts that are known, on one line."""
    return Text(disarm(" · ".join(one_line(fact) for fact in facts if fact)), STYLES["dim"])


def say_publication(held: HeldClaim | HeldDocument) -> list[str]:
    """Who published it, when and where."""
    document = held.document
    title = document.title if isinstance(held, HeldClaim) else None
    day = say_day(document.published) if document.published else None
    return [each for each in (document.outlet, title, day, document.url) if each]


def say_judged(held: HeldClaim) -> str:
    """What people made of it; empty if nothing."""
    judged = [VERDICTS[held.verdict]] if held.verdict else []
    judged += [f"corrected by a person: {', '.join(held.corrected)}"] if held.corrected else []
    judged += [f"note: {one_line(note)}" for note in held.notes]
    judged += [f"the same happening as {', '.join(held.together)}"] if held.together else []
    judged += [f"not the same happening as {', '.join(held.apart)}"] if held.apart else []
    return " · ".join(judged)


def say_share(counts: Mapping[str, int], which: str) -> str:
    """How often it was this where it was not always."""
    return f" ({counts[which]:,} of {sum(counts.values()):,})" if len(counts) > 1 else ""


def count_in(claims: int, documents: int) -> str:
    """ "3 claims in 2 documents"."""
    return f"{count(claims, 'claim')} in {count(documents, 'document')}"
