"""Claims as they are compared, made by hand: what is not said of one is plain."""

from datetime import date
from typing import Any

from reportedly.compare.deeds import DEEDS
from reportedly.model.claim import Certainty, Kind, Polarity, Tense
from reportedly.model.comparable import Comparable, Spot

DAY = date(2025, 12, 3)
KUPIANSK = Spot(name="Kupiansk", gazetteer_id="geonames:703656", lat=49.71, lon=37.62, radius_km=4.0, country="UA")
MALYNIVKA = Spot(name="Malynivka", gazetteer_id="geonames:701823", lat=49.80, lon=36.72, radius_km=3.0, country="UA")
NAMESAKE = Spot(name="Malynivka", gazetteer_id="geonames:701810", lat=47.66, lon=36.50, radius_km=3.0, country="UA")
REGION = Spot(
    name="Kharkiv Oblast", gazetteer_id="geonames:706482", lat=49.6, lon=36.5, radius_km=130.0, country="UA",
    is_region=True,
)  # fmt: skip


def on(day: int) -> date:
    """A day of December 2025."""
    return date(2025, 12, day)


def make(claim: str = "rp-1", *, day: int | None = 3, told: int = 3, **said: Any) -> Comparable:
    """A claim of a strike on Kupiansk on the third of December, but for what is said.

    Args:
        day: on which it happened; None if it is not dated.
        told: on which it was published.
    """
    deed = said.get("deed", "strike")
    plain: dict[str, Any] = {
        "claim": claim,
        "document": f"sha256:{claim}",
        "rank": f"{on(told)} {claim}",
        "kind": DEEDS[deed].kinds[0] if deed else Kind.OTHER,
        "deed": deed,
        "polarity": Polarity.POSITIVE,
        "certainty": Certainty.CERTAIN,
        "tense": Tense.PAST,
        "language": "en",
        "published": on(told),
        "earliest": None if day is None else on(day),
        "latest": None if day is None else on(day),
        "spots": (KUPIANSK,),
    }
    return Comparable(**{**plain, **said})


def pair(one: dict[str, Any] | None = None, other: dict[str, Any] | None = None) -> tuple[Comparable, Comparable]:
    """Two claims, and what is said of each."""
    return make("rp-1", **(one or {})), make("rp-2", **(other or {}))
