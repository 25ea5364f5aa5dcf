"""What speaks for a place though the text does not say it."""

import pytest

from reportedly import read_text
from reportedly.claims.backdrop import Backdrop, set_backdrop
from reportedly.reference.gazetteer import Gazetteer
from reportedly.reference.profile import load_profile
from tests.claims.test_geocode import read


@pytest.mark.parametrize(
    ("outlet", "home"),
    [
        ("Kyiv Post", "UA"),
        ("The Times of Israel", "IL"),
        ("The Moscow Times", "RU"),
        ("Anadolu Agency", "TR"),
        ("The Guardian", None),
        ("Example Herald", None),
        (None, None),
    ],
)
def test_where_an_outlet_sits(outlet: str | None, home: str | None) -> None:
    assert set_backdrop(outlet, load_profile("world"), Gazetteer.open()).home == home


@pytest.mark.parametrize(
    ("text", "home", "country"),
    [
        ("A depot burned in Valencia.", None, None),
        ("A depot burned in Valencia.", "VE", "VE"),
        ("A depot burned in Valencia, in the south of Spain.", "VE", "ES"),
    ],
)
def test_the_home_of_the_outlet_counts_where_no_country_is_named(
    text: str, home: str | None, country: str | None
) -> None:
    assert read(text, Backdrop(home=home))["Valencia"].place.country == country


def test_a_partys_own_name_of_a_town() -> None:
    reading = read_text("Shells fell on Martuni, in Nagorno-Karabakh.", language="en", profile="nagorno-karabakh")
    (place,) = [each for each in reading.claims[0].places if each.span.text == "Martuni"]
    assert (place.country, place.role) == ("AZ", "at")
