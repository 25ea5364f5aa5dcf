"""Whom a post was taken over from stands before every other voice."""

from dataclasses import replace

from reportedly.flow import read_document
from reportedly.model.document import Document
from reportedly.model.reading import Reading
from reportedly.model.source import Identity

POST = "Russian forces shelled Kherson overnight. A Ukrainian officer said two people were killed."


def chains_of(reading: Reading) -> list[list[list[str]]]:
    """The names in the chains of each claim."""
    names = {source.id: source.name for source in reading.sources}
    return [[[names[link.source] for link in chain] for chain in claim.chains] for claim in reading.claims]


def read_post(forwarded_from: str | None, outlet: str = "River Watch") -> Reading:
    return read_document(Document(text=POST, outlet=outlet, language="en", forwarded_from=forwarded_from))


def test_a_forward_leads_every_chain() -> None:
    plain, forwarded = read_post(None), read_post("Bridge Diary")
    assert chains_of(plain)[0] == []
    assert chains_of(forwarded) == [
        [["Bridge Diary", *chain] for chain in chains or [[]]] for chains in chains_of(plain)
    ]
    teller = next(source for source in forwarded.sources if source.name == "Bridge Diary")
    assert (teller.identity, teller.mentions[0].text) == (Identity.NAMED, "")
    link = forwarded.claims[0].chains[0][0]
    assert link.cue is None and "nobody verified" in link.because


def test_a_channel_that_forwards_itself_is_no_source() -> None:
    assert read_post("river watch") == replace(read_post(None), document=read_post("river watch").document)


def test_a_long_display_name_is_cut() -> None:
    assert len(read_post("news " * 40).sources[-1].name.split()) <= 12
