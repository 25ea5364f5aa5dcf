"""The map's built ground: which country each disputed place is drawn in, asked of what is shipped rather than of its build."""

import json
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest

from reportedly.reference.outlines import Ring, is_inside

WEB = Path(__file__).parents[2] / "web"
WORLD: dict[str, Any] = json.loads((WEB / "public/basemap/world.json").read_text(encoding="utf-8"))
ROWS: list[dict[str, Any]] = json.loads((WEB / "basemap/points-of-view.json").read_text(encoding="utf-8"))["rows"]
MOST_BYTES = 2_500_000


def unpack_arcs(topology: dict[str, Any]) -> list[list[tuple[float, float]]]:
    """The topology's arcs as points (lat, lon)."""
    (width, height), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
    unpacked = []
    for arc in topology["arcs"]:
        xs, ys = accumulate(step[0] for step in arc), accumulate(step[1] for step in arc)
        unpacked.append([(y * height + south, x * width + west) for x, y in zip(xs, ys, strict=True)])
    return unpacked


ARCS = unpack_arcs(WORLD)


def rings_of(piece: dict[str, Any]) -> list[Ring]:
    """All rings of a piece; a negative number is an arc that is gone along backwards."""
    polygons = [piece["arcs"]] if piece["type"] == "Polygon" else piece["arcs"]
    return [
        [point for arc in ring for point in (ARCS[arc] if arc >= 0 else ARCS[~arc][::-1])]
        for polygon in polygons
        for ring in polygon
    ]


PIECES = [(each["properties"], rings_of(each)) for each in WORLD["objects"]["pieces"]["geometries"] if each.get("arcs")]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["id"])
def test_a_place_lies_in_the_country_that_the_table_says(row: dict[str, Any]) -> None:
    lon, lat = row["point"]
    found = [(piece["un"], piece["ne"]) for piece, rings in PIECES if is_inside(rings, lat, lon)]
    assert found == [(row["un"], row["ne"])]


def test_the_ground_of_the_workbench_is_small() -> None:
    assert sum(path.stat().st_size for path in (WEB / "public/basemap").iterdir()) < MOST_BYTES


def test_the_map_names_no_file_of_somebody_elses() -> None:
    """Whatever the map draws with, the letters too, comes from the package or from the browser."""
    style = (WEB / "src/lib/mapStyle.ts").read_text(encoding="utf-8")
    assert "http" not in style
    assert "glyphs:" not in style
    assert "sprite:" not in style
