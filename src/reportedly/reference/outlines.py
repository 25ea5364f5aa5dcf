"""Borders as rings of points: packed small, and asked for what lies inside and how far off a border is."""

import math
import zlib
from collections.abc import Sequence

Ring = Sequence[tuple[float, float]]
"""Points as (lat, lon) in WGS 84 degrees; the last one joins the first."""

_STEPS_PER_DEGREE = 1000
"""Packed points are whole thousandths of a degree, 0.11 km at most."""
KM_PER_DEGREE = 111.195
EARTH_RADIUS_KM = 6371.0088


def distance_km(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Great-circle distance of two points in WGS 84 degrees."""
    first, second = math.radians(lat), math.radians(other_lat)
    half = math.sin((second - first) / 2) ** 2
    half += math.cos(first) * math.cos(second) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(min(1.0, math.sqrt(half)))


def bearing_deg(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """In which direction the other point lies: degrees clockwise from north, 0 to 360."""
    first, second, east = math.radians(lat), math.radians(other_lat), math.radians(other_lon - lon)
    x = math.sin(east) * math.cos(second)
    y = math.cos(first) * math.sin(second) - math.sin(first) * math.cos(second) * math.cos(east)
    return math.degrees(math.atan2(x, y)) % 360


def moved(lat: float, lon: float, bearing: float, km: float) -> tuple[float, float]:
    """The point `km` away in the direction `bearing` (degrees clockwise from north)."""
    angle, first, turn = km / EARTH_RADIUS_KM, math.radians(lat), math.radians(bearing)
    second = math.asin(math.sin(first) * math.cos(angle) + math.cos(first) * math.sin(angle) * math.cos(turn))
    x = math.cos(angle) - math.sin(first) * math.sin(second)
    east = math.atan2(math.sin(turn) * math.sin(angle) * math.cos(first), x)
    return math.degrees(second), (lon + math.degrees(east) + 540) % 360 - 180


def pack_rings(rings: Sequence[Ring]) -> bytes:
    """`rings` as compressed differences; `unpack_rings` gives them back to 0.0005 degrees."""
    numbers = [len(rings)]
    for ring in rings:
        numbers.append(len(ring))
        before = (0, 0)
        for lat, lon in ring:
            point = (round(lat * _STEPS_PER_DEGREE), round(lon * _STEPS_PER_DEGREE))
            numbers += [_unsigned(point[0] - before[0]), _unsigned(point[1] - before[1])]
            before = point
    packed = bytearray()
    for number in numbers:
        while number > 127:
            packed.append(number & 127 | 128)
            number >>= 7
        packed.append(number)
    return zlib.compress(bytes(packed), 9)


def unpack_rings(packed: bytes) -> list[Ring]:
    """The rings that `pack_rings` packed."""
    numbers, number, shift = [], 0, 0
    for byte in zlib.decompress(packed):
        number |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            numbers.append(number)
            number, shift = 0, 0
    rings: list[Ring] = []
    at = 1
    for _ in range(numbers[0]):
        count, lat, lon = numbers[at], 0, 0
        ring = []
        for step in range(at + 1, at + 1 + 2 * count, 2):
            lat, lon = lat + _signed(numbers[step]), lon + _signed(numbers[step + 1])
            ring.append((lat / _STEPS_PER_DEGREE, lon / _STEPS_PER_DEGREE))
        rings.append(ring)
        at += 1 + 2 * count
    return rings


def _unsigned(number: int) -> int:
    return 2 * number if number >= 0 else -2 * number - 1


def _signed(number: int) -> int:
    return number // 2 if number % 2 == 0 else -(number + 1) // 2


def is_inside(rings: Sequence[Ring], lat: float, lon: float) -> bool:
    """Does the point lie inside? Holes are rings like any other: each border crossed changes the answer."""
    inside = False
    for ring in rings:
        last_lat, last_lon = ring[-1]
        for next_lat, next_lon in ring:
            if (next_lat > lat) != (last_lat > lat):
                share = (lat - last_lat) / (next_lat - last_lat)
                if lon < last_lon + share * (next_lon - last_lon):
                    inside = not inside
            last_lat, last_lon = next_lat, next_lon
    return inside


def border_km(rings: Sequence[Ring], lat: float, lon: float) -> float:
    """Distance from the point to the nearest border; good to a few per cent within 200 km."""
    narrow = math.cos(math.radians(lat))
    nearest = math.inf
    for ring in rings:
        last = ((ring[-1][1] - lon) * narrow, ring[-1][0] - lat)
        for next_lat, next_lon in ring:
            point = ((next_lon - lon) * narrow, next_lat - lat)
            nearest = min(nearest, _squared_to_edge(last, point))
            last = point
    return math.sqrt(nearest) * KM_PER_DEGREE


def _squared_to_edge(first: tuple[float, float], second: tuple[float, float]) -> float:
    """Squared distance from the origin to the edge between two points of a plane."""
    dx, dy = second[0] - first[0], second[1] - first[1]
    length = dx * dx + dy * dy
    share = 0.0 if length == 0 else max(0.0, min(1.0, -(first[0] * dx + first[1] * dy) / length))
    x, y = first[0] + share * dx, first[1] + share * dy
    return x * x + y * y


def simplify(ring: Ring, tolerance_deg: float) -> Ring:
    """`ring` without the points that lie within `tolerance_deg` of the line through those kept (Douglas-Peucker)."""
    keep = {0, len(ring) - 1}
    todo = [(0, len(ring) - 1)]
    while todo:
        first, last = todo.pop()
        farthest, at = 0.0, None
        for index in range(first + 1, last):
            lat, lon = ring[index]
            ends = [(ring[end][1] - lon, ring[end][0] - lat) for end in (first, last)]
            if (squared := _squared_to_edge(*ends)) > farthest:
                farthest, at = squared, index
        if at is not None and farthest > tolerance_deg**2:
            keep.add(at)
            todo += [(first, at), (at, last)]
    return [ring[index] for index in sorted(keep)]


def area_and_centre(ring: Ring) -> tuple[float, float, float]:
    """Area of `ring` in square kilometres, and its centre of gravity as lat, lon."""
    narrow = math.cos(math.radians(sum(lat for lat, _ in ring) / len(ring)))
    total = north = east = 0.0
    base_lat, base_lon = ring[0]
    last = (0.0, 0.0)
    for lat, lon in [*ring[1:], ring[0]]:
        point = (lat - base_lat, lon - base_lon)
        cross = last[1] * point[0] - point[1] * last[0]
        total += cross
        north += cross * (last[0] + point[0])
        east += cross * (last[1] + point[1])
        last = point
    if abs(total) < 1e-12:
        return 0.0, base_lat, base_lon
    km2 = abs(total) / 2 * narrow * KM_PER_DEGREE**2
    return km2, base_lat + north / (3 * total), base_lon + east / (3 * total)
