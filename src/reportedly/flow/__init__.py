"""The way of a document: the only room that knows the order of the others."""

from reportedly.flow.adding import add_paths, reread
from reportedly.flow.comparing import compare_new, find_event, find_events
from reportedly.flow.reading import read_document, read_path, read_paths, read_text

__all__ = [
    "add_paths",
    "compare_new",
    "find_event",
    "find_events",
    "read_document",
    "read_path",
    "read_paths",
    "read_text",
    "reread",
]
