"""A reading as a person wants it in a terminal."""

from collections.abc import Iterator, Mapping
from io import StringIO

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from reportedly.model.claim import Claim
from reportedly.model.reading import Reading
from reportedly.model.source import Source
from reportedly.present.safe import disarm
from reportedly.present.segments import Mark, Segment, cut_segments
from reportedly.present.words import (
    count,
    flags_of,
    one_line,
    say_chains,
    say_day,
    say_details,
    say_flag,
    say_gist,
    say_resolution,
)

MAX_WIDTH = 110
"""Columns. Longer lines are hard to read, however wide the terminal is."""
MIN_WIDTH = 40

STYLES = {"number": "bold", "claim": "cyan", "source": "underline", "cue": "magenta", "flag": "yellow", "dim": "dim"}


def write_text(reading: Reading, *, width: int = 80, colour: bool = False) -> str:
    """The text with its numbered claims, each claim as a sentence, the flags, and a line to sum up.

    Args:
        width: columns of the terminal.
        colour: may escape sequences be used?
    """
    console = make_console(width, colour=colour)
    with console.capture() as captured:
        for line in write_head(reading):
            console.print(line)
        console.print(mark_text(reading))
        for number, lines in enumerate(tell_claims(reading), 1):
            label = f"[{number}] "
            console.print()
            console.print(Text().append(label, STYLES["number"]).append_text(lines[0]))
            for line in lines[1:]:
                console.print(Padding(line, (0, 0, 0, len(label))))
        console.print()
        console.print(Text(sum_up(reading), STYLES["dim"]))
    return trim_lines(captured.get())


def make_console(width: int, *, colour: bool) -> Console:
    """A terminal of so many columns that takes nothing in our words for an order."""
    return Console(
        file=StringIO(),
        width=max(MIN_WIDTH, min(width, MAX_WIDTH)),
        force_terminal=colour,
        color_system="standard" if colour else None,
        no_color=not colour,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )


def trim_lines(written: str) -> str:
    """The lines without the blanks that fill them up."""
    return "\n".join(line.rstrip() for line in written.splitlines()) + "\n"


def write_head(reading: Reading) -> Iterator[Text]:
    """Title, and what is known about the publication."""
    document = reading.document
    if document.title:
        yield Text(disarm(one_line(document.title)), STYLES["number"])
    day = say_day(document.published) if document.published else None
    known = [one_line(each) for each in (document.outlet, document.author, day, document.url) if each]
    if known:
        yield Text(disarm(" · ".join(known)), STYLES["dim"])
    if document.title or known:
        yield Text()


def mark_text(reading: Reading) -> Text:
    """The text with each claim in brackets that bear its number, so that it can be found without colours."""
    numbers = {claim.id: str(number) for number, claim in enumerate(reading.claims, 1)}
    text = Text()
    for segment in cut_segments(reading):
        for name in segment.opens:
            text.append(f"[{numbers[name]} ", STYLES["number"])
        text.append(disarm(segment.text), choose_style(segment))
        for _ in segment.closes:
            text.append("]", STYLES["number"])
    text.rstrip()
    return text


def choose_style(segment: Segment) -> str:
    """How the words of a segment look where colours are on."""
    styles = [STYLES["claim"]] if segment.claims else []
    if Mark.SOURCE in segment.marks:
        styles.append(STYLES["source"])
    if Mark.CUE in segment.marks:
        styles.append(STYLES["cue"])
    return " ".join(styles)


def tell_claims(reading: Reading) -> Iterator[list[Text]]:
    """For each claim: on whose word, what and where; then its words, how firmly, its places, what is odd about it."""
    sources = {source.id: source for source in reading.sources}
    claims = {claim.id: claim for claim in reading.claims}
    told: set[str] = set()
    for claim in reading.claims:
        lines = [
            tell_voices(claim, sources, reading.document.outlet),
            Text(disarm(f"“{one_line(claim.span.text)}”"), STYLES["claim"]),
            Text(disarm(" · ".join(say_details(claim))), STYLES["dim"]),
        ]
        # A place is explained once: a report comes back to the same few names.
        places = [words for words in map(say_resolution, claim.places) if words not in told]
        told.update(places)
        lines += [Text(disarm(words), STYLES["dim"]) for words in places]
        flags = ((flag.code, say_flag(flag, claims)) for flag in flags_of(claim, reading.flags))
        lines += [Text(disarm(f"⚑ {code}: {words}"), STYLES["flag"]) for code, words in flags]
        yield lines


def tell_voices(claim: Claim, sources: Mapping[str, Source], outlet: str | None) -> Text:
    """The sentence that says on whose word, and what."""
    line = Text()
    for piece in say_chains(claim, sources, outlet):
        line.append(disarm(piece.words), f"italic {STYLES['cue']}" if piece.is_verb else "")
    return line.append(": ").append(disarm(say_gist(claim)), STYLES["number"])


def sum_up(reading: Reading) -> str:
    """How much was found, and by what."""
    made = reading.made_by
    attributed = sum(bool(claim.chains) for claim in reading.claims)
    counts = [
        f"{count(len(reading.claims), 'claim')}, {attributed} of them on somebody’s word",
        count(len(reading.sources), "source"),
        count(len(reading.flags), "flag"),
        f"profile: {made.profile or 'none'}",
    ]
    return " · ".join(counts)
