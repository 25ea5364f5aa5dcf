"""What kind of file of places one is, told by its first lines."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from reportedly.errors import DumpError
from reportedly.reference.dump_lines import DumpFile
from reportedly.reference.dump_rows import Row, Wanted, read_alternate, read_geonames, read_postal
from reportedly.reference.own_tables import read_header

LOOKED_AT_LINES = 20
_GEONAMES_LICENCE = "CC BY 4.0"
_GEONAMES_CREDITS = "Names and points: GeoNames (https://www.geonames.org), CC BY 4.0."
ACCEPTED = (
    "GeoNames' country dumps and allCountries (19 columns), alternateNamesV2 (10), postal codes (12), plain, .gz or .zip;"
    " or CSV or TSV with a header line that has a column beginning with name, a column lat and a column lon"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DumpFormat:
    """How the lines of a file are read, and whose they are."""

    label: str
    read: Callable[[str, Wanted], Row | None]
    """Raises a ValueError in words for a damaged line; None is a line that is not wanted."""
    called: str = ""
    """What the name of an import ends in: GeoNames calls its places, names and postal codes of a country all UA.zip."""
    header_lines: int = 0
    licence: str = ""
    credits: str = ""


_GEONAMES_FORMATS: Sequence[tuple[int, DumpFormat]] = tuple(
    (columns, DumpFormat(label=label, read=read, called=called, licence=_GEONAMES_LICENCE, credits=_GEONAMES_CREDITS))
    for columns, label, read, called in (
        (19, "GeoNames places", read_geonames, ""),
        (10, "GeoNames alternate names", read_alternate, "names"),
        (8, "GeoNames alternate names", read_alternate, "names"),
        (12, "GeoNames postal codes", read_postal, "postal"),
    )
)


def tell_format(path: Path, wanted: Wanted) -> DumpFormat:
    """How the file at `path` is to be read.

    Raises:
        DumpError: if it is of no format that can be imported, or cannot be unpacked.
    """
    lines = _first_lines(path)
    if not lines:
        raise DumpError(str(path), "it is empty")
    try:
        table = read_header(lines[0])
    except ValueError:
        table = None
    if table is not None:
        return DumpFormat(label="own table", read=table.read, header_lines=1)
    for columns, form in _GEONAMES_FORMATS:
        if 2 * sum(_is_of(line, columns, form, wanted) for line in lines) > len(lines):
            return form
    raise DumpError(str(path), f"its first lines are of no known format; accepted are {ACCEPTED}")


def _first_lines(path: Path) -> list[str]:
    found: list[str] = []
    with DumpFile(path) as file:
        for line in file.lines():
            if line is None or len(found) == LOOKED_AT_LINES:
                break
            text = line.decode("utf-8", "replace").removeprefix("\ufeff")
            if text.strip():
                found.append(text)
    return found


def _is_of(line: str, columns: int, form: DumpFormat, wanted: Wanted) -> bool:
    if line.count("\t") != columns - 1:
        return False
    try:
        form.read(line, wanted)
    except ValueError:
        return False
    return True
