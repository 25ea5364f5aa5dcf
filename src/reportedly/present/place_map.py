"""Named places on a plain grid of degrees: no borders, no coast, no ground."""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from reportedly.model.comparable import Spot
from reportedly.present.drawing import Label, fit, measure, px
from reportedly.present.map import WHOLE_TURN, Frame
from reportedly.present.precision import round_spot
from reportedly.reference.outlines import KM_PER_DEGREE

WIDTH = 660.0
"""Pixels, likewise the two that follow."""
LEAST_HEIGHT, MOST_HEIGHT = 240.0, 480.0
LEAST_DEGREES = 0.6
"""How much of the Earth is shown at least, from south to north and from west to east."""
SHOWN_KM = 60.0
"""So much of a circle is shown around a place at the rim; of regions and countries part may lie outside."""
NARROWEST = 0.2
"""The least that a degree from west to east is drawn of one from south to north, near the poles."""
STEPS_DEG = (0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 30, 45, 90)
MOST_LINES = 8
SCALES_KM = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
SCALE_PX = 150.0
DOT_PX = 4.5
NAME_WIDTHS = 22
MOST_NAMED = 200
"""Dots that are given a name or number; each is tried against all others. The table beside the map holds all."""
LETTER_PX, LINE_PX = 7.0, 14.0
"""Size of a common letter of a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A named place, with the circle within which it lies."""

    number: int
    x: str
    y: str
    rx: str
    """Half the width of its circle, likewise half the height; 0 if it is not known how far it reaches."""
    ry: str
    title: str
    is_area: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """A bar of a round number of kilometres, which holds for the middle of the map."""

    left: str
    middle: str
    width: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMap:
    """A drawing of some width and height in pixels."""

    width: str
    height: str
    lines: Sequence[str]
    """Paths of parallels and meridians."""
    degrees: Sequence[Label]
    dots: Sequence[Dot]
    names: Sequence[Label]
    """Names of those dots beside which there is room."""
    scale: Scale


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    """Degrees to pixels: equirectangular, true to scale along the parallel in the middle."""

    west: float
    north: float
    east: float
    south: float
    narrow: float
    per_degree: float
    """Pixels of a degree from south to north."""

    def x(self, lon: float) -> float:
        """Pixels from the left edge; `lon` counts on over the 180th meridian."""
        return (lon - self.west) * self.narrow * self.per_degree

    def y(self, lat: float) -> float:
        """Pixels from the upper edge."""
        return (self.north - lat) * self.per_degree

    @property
    def height(self) -> float:
        """Pixels from the upper to the lower edge."""
        return self.y(self.south)


def draw_map(spots: Sequence[Spot]) -> PlaceMap | None:
    """The places that have a point, numbered from 1 as they come; None if there is none."""
    mapped = [round_spot(spot) for spot in spots]
    points = [(spot, spot.lat, spot.lon) for spot in mapped if spot.lat is not None and spot.lon is not None]
    if not points:
        return None
    frame = Frame()
    for _, lat, lon in points:
        frame.add(lat, lon)
    west, _, east, _ = frame.edges() or [0.0] * 4
    unrolled = [(spot, lat, lon + WHOLE_TURN if west > east and lon < west else lon) for spot, lat, lon in points]
    projection = choose_frame(unrolled)
    dots = [draw_dot(number, *point, projection) for number, point in enumerate(unrolled, 1)]
    return PlaceMap(
        width=px(WIDTH),
        height=px(projection.height),
        lines=list(draw_grid(projection)),
        degrees=list(name_degrees(projection)),
        dots=dots,
        names=list(name_dots(dots, [spot for spot, _, _ in unrolled], projection.height)),
        scale=choose_scale(projection),
    )


def choose_frame(points: Iterable[tuple[Spot, float, float]]) -> Projection:
    """The box that holds the points with some ground around them, in a shape that fits on a page."""
    boxes = []
    for spot, lat, lon in points:
        around = min(SHOWN_KM, spot.radius_km or 0.0) / KM_PER_DEGREE
        beside = around / max(NARROWEST, math.cos(math.radians(lat)))
        boxes.append((lat - around, lon - beside, lat + around, lon + beside))
    souths, wests, norths, easts = zip(*boxes, strict=True)
    south, north = widen(min(souths), max(norths), LEAST_DEGREES)
    narrow = max(NARROWEST, math.cos(math.radians((south + north) / 2)))
    west, east = widen(min(wests), max(easts), LEAST_DEGREES / narrow)
    height = WIDTH * (north - south) / ((east - west) * narrow)
    if height < LEAST_HEIGHT:
        south, north = widen(south, north, (north - south) * LEAST_HEIGHT / height)
    elif height > MOST_HEIGHT:
        west, east = widen(west, east, (east - west) * height / MOST_HEIGHT)
    per_degree = WIDTH / ((east - west) * narrow)
    return Projection(west=west, north=north, east=east, south=south, narrow=narrow, per_degree=per_degree)


def widen(low: float, high: float, least: float) -> tuple[float, float]:
    """The same middle, and a twelfth more on both sides, so much in all at least."""
    reach = max((high - low) * 7 / 6, least) / 2
    middle = (low + high) / 2
    return middle - reach, middle + reach


def draw_dot(number: int, spot: Spot, lat: float, lon: float, projection: Projection) -> Dot:
    """The place at its point."""
    tall = (spot.radius_km or 0.0) / KM_PER_DEGREE * projection.per_degree
    wide = tall * projection.narrow / max(NARROWEST, math.cos(math.radians(lat)))
    return Dot(
        number=number,
        x=px(projection.x(lon)),
        y=px(projection.y(lat)),
        rx=px(wide),
        ry=px(tall),
        title=f"{number}. {fit(spot.name, 200)}",
        is_area=spot.is_region,
    )


def draw_grid(projection: Projection) -> Iterator[str]:
    """The parallels and meridians."""
    for lat in list_degrees(max(-90.0, projection.south), min(90.0, projection.north)):
        yield f"M0 {px(projection.y(lat))}H{px(WIDTH)}"
    for lon in list_degrees(projection.west, projection.east):
        yield f"M{px(projection.x(lon))} 0V{px(projection.height)}"


def name_degrees(projection: Projection) -> Iterator[Label]:
    """What the parallels and meridians are called, along the left and the lower edge; the corner stays free."""
    for lat in list_degrees(max(-90.0, projection.south), min(90.0, projection.north)):
        y = projection.y(lat) - 4
        if LINE_PX < y < projection.height - 2 * LINE_PX:
            yield Label(x="4", y=px(y), words=f"{abs(lat):g}°{'S' if lat < 0 else 'N'}")
    for lon in list_degrees(projection.west, projection.east):
        turned = (lon + 180) % WHOLE_TURN - 180
        words = f"{abs(turned):g}°{'W' if turned < 0 else 'E'}"
        x = projection.x(lon) + 4
        if x + LETTER_PX * len(words) < WIDTH:
            yield Label(x=px(x), y=px(projection.height - 6), words=words)


def list_degrees(low: float, high: float) -> list[float]:
    """Round degrees between two, not too many of them."""
    step = next((step for step in STEPS_DEG if (high - low) / step <= MOST_LINES), STEPS_DEG[-1])
    return [round(number * step, 2) for number in range(math.ceil(low / step), math.floor(high / step) + 1)]


def name_dots(dots: Sequence[Dot], spots: Sequence[Spot], height: float) -> Iterator[Label]:
    """A number and a name beside each dot where it covers no other name, dot or rim; the number alone if that fits."""
    taken = [(float(dot.x) - 5, float(dot.y) - 5, float(dot.x) + 5, float(dot.y) + 5) for dot in dots]
    for dot, spot in islice(zip(dots, spots, strict=True), MOST_NAMED):
        x, y = float(dot.x), float(dot.y)
        for words in (f"{dot.number} {fit(spot.name, NAME_WIDTHS)}", str(dot.number)):
            wide = measure(words) * LETTER_PX
            places = ((x + 8, y + 4, "start"), (x - 8, y + 4, "end"), (x, y - 9, "middle"), (x, y + 18, "middle"))
            found = next((each for each in places if is_free(box_of(*each, wide), taken, height)), None)
            if found:
                taken.append(box_of(*found, wide))
                yield Label(x=px(found[0]), y=px(found[1]), words=words, anchor=found[2])
                break


def box_of(x: float, y: float, anchor: str, wide: float) -> tuple[float, float, float, float]:
    """Left, upper, right and lower edge of words whose line stands at `y`."""
    left = x - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
    return left, y - LINE_PX + 3, left + wide, y + 3


def is_free(
    box: tuple[float, float, float, float], taken: Sequence[tuple[float, float, float, float]], height: float
) -> bool:
    """Is there nothing else in the box, and does it lie within the map?"""
    left, top, right, bottom = box
    if left < 0 or top < 0 or right > WIDTH or bottom > height:
        return False
    return all(right <= each[0] or each[2] <= left or bottom <= each[1] or each[3] <= top for each in taken)


def choose_scale(projection: Projection) -> Scale:
    """The longest round bar that fits into the upper right corner."""
    km_px = projection.per_degree / KM_PER_DEGREE
    km = max((km for km in SCALES_KM if km * km_px <= SCALE_PX), default=SCALES_KM[0])
    right, wide = WIDTH - 14, km * km_px
    return Scale(left=px(right - wide), middle=px(right - wide / 2), width=px(wide), words=f"{km:,} km")
