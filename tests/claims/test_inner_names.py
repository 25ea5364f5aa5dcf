"""Names made of another place's name."""

import pytest

from reportedly.claims.inner_names import inner_names
from reportedly.reference.gazetteer import PlaceKind


@pytest.mark.parametrize(
    ("name", "inner", "kind", "is_site"),
    [
        ("Hama Province", "Hama", PlaceKind.ADMIN1, False),
        ("Adams Co.", "Adams", PlaceKind.ADMIN2, False),
        ("District of Herat", "Herat", PlaceKind.ADMIN2, False),
        ("Bor Local Government Area", "Bor", PlaceKind.ADMIN2, False),
        ("Tripoli Central Hospital", "Tripoli", PlaceKind.SETTLEMENT, True),
        ("University of Mosul", "Mosul", None, True),
        ("Greater Khartoum", "Khartoum", None, True),
        ("Downtown Aleppo", "Aleppo", None, True),
    ],
)
def test_the_name_inside(name: str, inner: str, kind: PlaceKind | None, is_site: bool) -> None:
    first = next(inner_names(name))
    assert (first.name, first.kind, first.is_site) == (inner, kind, is_site)


@pytest.mark.parametrize("name", ["Kharkiv", "Central Hospital", "Liberty Bell"])
def test_a_name_that_holds_no_other(name: str) -> None:
    assert list(inner_names(name)) == []


def test_a_first_name_is_no_place() -> None:
    assert "Robert" not in [each.name for each in inner_names("Robert Smith Golf Club")]
