"""The data of a report, packed: fifty events with every quotation stay under a megabyte."""

import base64
import gzip
from typing import Any

from reportedly.present.contract import make_plain
from reportedly.present.lines import write_object
from reportedly.present.safe import disarm
from reportedly.present.screen_shapes import ReportShape


def pack_report(report: ReportShape) -> str:
    """The report's JSON, compressed and in letters that mean nothing to a browser, whatever outsiders wrote.

    `base64 --decode | gunzip` gives the JSON again. The same report is packed the same way each time.
    """
    plain = write_object(disarm_all(make_plain(report))).encode("utf-8", "replace")
    return base64.b64encode(gzip.compress(plain, compresslevel=9, mtime=0)).decode("ascii")


def disarm_all(thing: Any) -> Any:
    """The same with every string made harmless; offsets stay as they are, and so do names of fields."""
    if isinstance(thing, str):
        return disarm(thing)
    if isinstance(thing, list):
        return [disarm_all(each) for each in thing]
    if isinstance(thing, dict):
        return {disarm(name): disarm_all(each) for name, each in thing.items()}
    return thing
