"""What we say of ourselves when we ask."""

from collections.abc import Sequence
from importlib.metadata import version

from reportedly.ingest.addresses import Address
from reportedly.model.capture import Validators

AGENT = "reportedly"
"""Under which name robots.txt speaks to us."""


def request_headers(address: Address, conditional: Validators | None) -> Sequence[tuple[str, str]]:
    """What we say of ourselves: who we are and what we can read. No cookie, no referrer, nothing of the user's."""
    conditional = conditional or Validators()
    asked = (("If-None-Match", conditional.etag), ("If-Modified-Since", conditional.last_modified))
    return (
        ("Host", address.authority),
        ("User-Agent", f"{AGENT}/{version('reportedly')}"),
        ("Accept", "*/*"),
        ("Accept-Encoding", "gzip, deflate"),
        ("Connection", "close"),
        # They came from a server: what cannot stand in one line of a request is not sent.
        *((name, value) for name, value in asked if value and value.isascii() and value.isprintable()),
    )
