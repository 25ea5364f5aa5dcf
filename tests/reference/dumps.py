"""Small files of places in the formats that can be imported. Numbers and points are facts about real places."""

from collections.abc import Iterable
from pathlib import Path

from reportedly.reference.dump_rows import Wanted
from reportedly.reference.gazetteer import Gazetteer
from reportedly.reference.importing import Imported, import_dump

MALYNIVKA = (48.7374, 37.7736)
"""A village 14 km from Kramatorsk, too small for the packed gazetteer."""


def geonames(
    number: int,
    name: str,
    lat: object = MALYNIVKA[0],
    lon: object = MALYNIVKA[1],
    *,
    feature: str = "P.PPL",
    country: str = "UA",
    admin: tuple[str, str] = ("05", ""),
    others: str = "",
    people: object = 0,
    changed: str = "2024-05-06",
) -> str:
    """A line of a country dump."""
    kind, _, code = feature.partition(".")
    cells = (
        number, name, name, others, lat, lon, kind, code, country, "", *admin, "", "", people, "", 10, "Europe/Kyiv", changed,
    )  # fmt: skip
    return "\t".join(map(str, cells))


def alternate(number: int, language: str, name: str, *, historic: bool = False) -> str:
    """A line of alternateNamesV2."""
    return "\t".join(("1", str(number), language, name, "", "", "", "1" if historic else "", "", ""))


def postal(code: str, name: str, lat: object, lon: object, *, grade: int = 4, admin1: str = "05") -> str:
    """A line of a postal code file."""
    return "\t".join(("UA", code, name, "Donetska", admin1, "", "", "", "", str(lat), str(lon), str(grade)))


def write(path: Path, lines: Iterable[str]) -> Path:
    """A plain file of `lines`."""
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def load(path: Path, folder: Path, *, classes: str = "PAH", country: str | None = None) -> Imported:
    """`path`, imported to `folder` under its own name."""
    name = path.name.partition(".")[0]
    return import_dump(path, folder / f"{name}.sqlite", Wanted(name=name, classes=classes, country=country))


def places_of(folder: Path) -> Gazetteer:
    """The packed gazetteer with the imports of `folder`."""
    return Gazetteer.open(folder)
