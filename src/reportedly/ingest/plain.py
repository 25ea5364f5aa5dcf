"""Plain text: the decoded file is the document."""

from reportedly.model.document import Document
from reportedly.model.trouble import Trouble


def read_plain(text: str, source: str) -> Document | Trouble:
    """Take `text` as it stands."""
    return Document(text=text)
