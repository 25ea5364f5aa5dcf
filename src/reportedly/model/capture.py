"""What a web server answered, kept as it came."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """A response as evidence."""

    url: str
    """What was asked for."""
    final_url: str
    """What answered, after redirects."""
    captured_at: datetime
    """With its zone."""
    sha256: str
    """Hexadecimal digest of the payload as it was received."""
    warc: bytes
    """The records of request and response: WARC 1.1, gzip."""
