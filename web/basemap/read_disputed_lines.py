"""Which lines does Natural Earth call disputed? Reads them out of QGIS's world map, once, into `disputed-lines.json`.

    apt-get download qgis-common && dpkg-deb -x qgis-common_*.deb qgis
    python web/basemap/read_disputed_lines.py qgis/usr/share/qgis/resources/data/world_map.gpkg

The layer is Natural Earth's "Admin 0 – Breakaway, Disputed Areas (boundary lines)" 4.1.0, in the public domain, taken over as it is.
"""

import json
import sqlite3
import struct
import sys
from pathlib import Path

NO_LINES = {"Ceasefire Line 1994", "Former USSR oblast in 1991", "Ukrainian claim", "Bolivian claim"}
"""Left out: where forces stood in 1994 and in 2014, which is no border, and claims that no party draws any more."""
DECIMALS = 3
ENVELOPES = (0, 32, 48, 48, 64)
"""Bytes of the envelope, by the number in a GeoPackage's flags."""
LINE = 2


def read_lines(path: Path) -> list[dict[str, object]]:
    """The lines as GeoJSON features."""
    with sqlite3.connect(path) as database:
        rows = database.execute("SELECT geom, name, adm0_left FROM disputed_borders ORDER BY fid").fetchall()
    return [
        {
            "type": "Feature",
            "properties": {"claim": name, "in": country},
            "geometry": {
                "type": "MultiLineString",
                "coordinates": read_geometry(blob, 8 + ENVELOPES[blob[3] >> 1 & 7]),
            },
        }
        for blob, name, country in rows
        if name not in NO_LINES
    ]


def read_geometry(blob: bytes, at: int) -> list[list[tuple[float, float]]]:
    """A line, or several, of well-known binary that begins at a byte."""
    order = "<" if blob[at] else ">"
    kind, number = struct.unpack_from(f"{order}II", blob, at + 1)
    if kind % 1000 != LINE:
        lines, start = [], at + 9
        for _ in range(number):
            lines += read_geometry(blob, start)
            start += 9 + 16 * struct.unpack_from(f"{order}I", blob, start + 5)[0]
        return lines
    points = struct.iter_unpack(f"{order}dd", blob[at + 9 : at + 9 + 16 * number])
    return [[(round(lon, DECIMALS), round(lat, DECIMALS)) for lon, lat in points]]


if __name__ == "__main__":
    features = read_lines(Path(sys.argv[1]))
    told = ",\n".join(json.dumps(feature, separators=(",", ":")) for feature in features)
    Path(__file__).with_name("disputed-lines.json").write_text(
        f'{{"type":"FeatureCollection","features":[\n{told}\n]}}\n', encoding="utf-8"
    )
    print(f"{len(features)} lines")
