"""Which single propositions a document holds."""

from reportedly.model.reading import Reading


def texts(reading: Reading) -> list[str]:
    return [each.span.text for each in reading.claims]


def test_coordinated_happenings_are_several(reading: Reading) -> None:
    """Troops left the city on Monday and blew up the bridge behind them."""
    assert texts(reading) == ["Troops left the city on Monday", "blew up the bridge behind them"]


def test_two_verbs_of_one_object_are_one(reading: Reading) -> None:
    """The mayor praised and thanked the volunteers."""
    assert len(reading.claims) == 1


def test_a_relative_clause_at_the_end_tells_its_own(reading: Reading) -> None:
    """The storm sank two ferries, which battered the whole coast."""
    assert "which battered the whole coast" in texts(reading)


def test_a_relative_clause_in_the_middle_describes(reading: Reading) -> None:
    """The school, which is run by nuns, closed its doors."""
    assert len(reading.claims) == 1


def test_a_happening_that_goes_with_another_is_its_own(reading: Reading) -> None:
    """Sirens wailed over the port while sailors slept on deck."""
    assert texts(reading) == ["Sirens wailed over the port", "sailors slept on deck"]


def test_a_condition_is_part_of_its_claim(reading: Reading) -> None:
    """The city will freeze if the plant stops."""
    assert len(reading.claims) == 1


def test_named_happenings_beside_each_other_are_several(reading: Reading) -> None:
    """There were reports of heavy looting and the destruction of the archive."""
    assert {"heavy looting", "the destruction of the archive"} <= set(texts(reading))


def test_furniture_and_headings_hold_none(reading: Reading) -> None:
    """War latest

    The dam broke.

    Read also: The army said that it had won.
    """
    assert texts(reading) == ["The dam broke"]


def test_control_of_two_places_is_two_claims(reading: Reading) -> None:
    """The ministry said that its forces had captured Soledar and Siversk."""
    assert [[place.name for place in each.places] for each in reading.claims] == [["Soledar"], ["Siversk"]]
