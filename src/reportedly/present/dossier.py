"""One thing of a ledger with all that is known of it, for a terminal."""

from collections.abc import Iterator, Sequence

from rich.padding import Padding
from rich.text import Text

from reportedly.model.claim import Chain
from reportedly.model.document import Document
from reportedly.model.held import HeldClaim, HeldDocument, HeldPlace, HeldSource
from reportedly.present.listing import INDENT, TELLERS, tell_claim, tell_facts
from reportedly.present.permalink import permalink
from reportedly.present.safe import disarm
from reportedly.present.source_words import describe_source
from reportedly.present.text import STYLES, make_console, trim_lines
from reportedly.present.words import one_line, say_day, say_flag, say_reason

CONTEXT = 300
"""Code points of the text that are shown before and after a quotation."""


def write_dossier(
    thing: HeldClaim | HeldDocument | HeldSource | HeldPlace,
    *,
    base: str | None = None,
    claims: Sequence[HeldClaim] = (),
    width: int = 80,
    colour: bool = False,
) -> str:
    """A claim with its evidence, or a document, source or place with its claims, each as a list shows it.

    Args:
        base: address of a workbench for the permalink of a claim.
        claims: what is listed under it.
        width: columns of the terminal.
        colour: may escape sequences be used?
    """
    console = make_console(width, colour=colour)
    if isinstance(thing, HeldClaim):
        first, *rest = tell_claim(thing, with_flags=False)
        rest += [Text(), *tell_evidence(thing), *tell_facts_of_document(thing.document), Text()]
        rest.append(tell_facts([permalink(thing.claim.id, base), f"{thing.reading_id} since entry {thing.seq}"]))
    else:
        first, *rest = TELLERS[type(thing)](thing)
    if isinstance(thing, HeldDocument):
        rest += [*tell_facts_of_document(thing.document), Text(), Text(disarm(thing.document.text.strip("\n")))]
    with console.capture() as captured:
        console.print(first)
        for line in rest:
            console.print(Padding(line, (0, 0, 0, INDENT)))
        for held in claims:
            console.print()
            head, *lines = tell_claim(held)
            console.print(head)
            for line in lines:
                console.print(Padding(line, (0, 0, 0, INDENT)))
    return trim_lines(captured.get())


def tell_evidence(held: HeldClaim) -> Iterator[Text]:
    """The words in their context, why each link was made, where each place is and why, what each flag rests on."""
    claim, document = held.claim, held.document
    yield tell_context(document.text, claim.span.start, claim.span.end)
    yield Text()
    for chain in claim.chains:
        yield from tell_chain(chain, held)
    for place in claim.places:
        yield Text(disarm(f"place: {say_reason(place)}"))
    known = {claim.id: claim}
    for flag in held.flags:
        # The claims that a flag rests on are told by their ids: they are asked for by them.
        words = say_flag(flag, known) if set(flag.because) | set(flag.claims) <= set(known) else flag.message
        because = f" ({', '.join(flag.because)})" if flag.because else ""
        yield Text(disarm(f"⚑ {flag.code}: {one_line(words)}{because}"), STYLES["flag"])


def tell_context(text: str, start: int, end: int) -> Text:
    """The words of a claim in brackets, with the text around them."""
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    told = Text(disarm(("… " if start > CONTEXT else "") + before.lstrip()))
    told.append("[", STYLES["number"]).append(disarm(text[start:end]), STYLES["claim"]).append("]", STYLES["number"])
    return told.append(disarm(after.rstrip() + (" …" if end + CONTEXT < len(text) else "")))


def tell_chain(chain: Chain, held: HeldClaim) -> Iterator[Text]:
    """Each link: the source with its id, and the words that bring it in."""
    for link in chain:
        source = held.sources[link.source]
        cue = f", by “{one_line(link.cue.text)}”" if link.cue else ", by the form alone"
        because = f"; {link.because}" if link.because else ""
        mention = f"said of “{one_line(link.mention.text)}”{cue}{because}"
        yield Text(disarm(f"{held.source_ids[link.source]}  {describe_source(source)}: {mention}"))


def tell_facts_of_document(document: Document) -> Iterator[Text]:
    """Author, capture, archive and hashes of a document, those that are known."""
    captured = f"captured {say_day(document.captured_at.date())}" if document.captured_at else None
    forwarded = f"taken over from {document.forwarded_from}" if document.forwarded_from else None
    yield tell_facts([document.author, forwarded, captured, document.archive_url])
    yield tell_facts([document.id, f"raw sha256:{document.raw_sha256}" if document.raw_sha256 else None])
