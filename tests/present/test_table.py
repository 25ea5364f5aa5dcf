"""CSV holds what was listed, and no spreadsheet runs it."""

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.present.table import COLUMNS, guard, write_csv
from tests.present.held import CAPTURED_AT, hold, judged, placed, spot, told


def rows_of(*claims: object, base: str | None = None) -> list[dict[str, str]]:
    """The rows as a program reads them."""
    return list(csv.DictReader(StringIO("".join(write_csv(claims, base)), newline="")))  # type: ignore[arg-type]  # held


def test_the_first_columns_are_the_id_and_the_permalink() -> None:
    written = "".join(write_csv(hold()))
    assert written.startswith("claim_id,permalink,claim,on_whose_word,")
    assert [row["claim_id"] for row in rows_of(*hold())] == ["rp-0000000001", "rp-0000000002", "rp-0000000003"]
    assert rows_of(hold()[0])[0]["permalink"] == "reportedly:rp-0000000001"
    assert rows_of(hold()[0], base="https://desk.example/")[0]["permalink"] == "https://desk.example/c/rp-0000000001"


def test_a_row_says_who_says_what_on_whose_word() -> None:
    row = rows_of(*hold())[0]
    assert row["claim"] == "Fresh columns clashed near Stepove"
    assert row["on_whose_word"].startswith("Example Herald relays the channel Front Diary (Russia’s side), which cites")
    assert (row["origin"], row["origin_identity"]) == ("Ukrainian soldier", "pseudonym")
    assert (row["sides"], row["depth"]) == ("russia | ukraine", "2")
    assert (row["kind"], row["certainty"], row["presupposed"]) == ("combat", "certain", "false")
    assert (row["places"], row["lat"], row["lon"]) == ("Stepove | Huliaipole", "47.67", "36.26")
    assert (row["flags"], row["outlet"], row["published"]) == ("cross-side-relay", "Example Herald", "2025-12-03")


def test_what_is_not_known_is_empty() -> None:
    row = rows_of(*hold())[2]
    assert [row[name] for name in ("origin", "sides", "lat", "happened_from", "url", "verdict")] == [""] * 6
    assert row["depth"] == "0"


def test_when_and_where_from() -> None:
    row = rows_of(told(url="https://a.example/1", captured_at=CAPTURED_AT, raw_sha256="ab"))[0]
    assert (row["happened_from"], row["happened_to"], row["time_words"]) == ("2025-12-02", "2025-12-02", "December 2")
    assert (row["captured_at"], row["raw_sha256"]) == ("2025-12-03T09:30:00+00:00", "ab")
    assert row["made_by"] == "reportedly 0.1.0 | cities500-2023-03 | ukraine"


def test_what_a_person_said_of_it_stands_beside() -> None:
    row = rows_of(judged())[0]
    assert (row["verdict"], row["corrected"], row["notes"]) == ("accepted", "kind", "Checked by phone.")


def test_points_are_as_coarse_as_their_places() -> None:
    row = rows_of(placed(spot(48.123456, -0.0004, 12.0)))[0]
    assert (row["lat"], row["lon"], row["radius_km"]) == ("48.12", "0.0", "12.0")


@pytest.mark.parametrize(
    "begin",
    ["=", "+", "-", "@", " =", "\t=", "\r=", "\n@", "\ufeff=", "\u200b=", "\xa0+", "＝", "＋", "－", "＠", "﹦", '"='],
)  # fmt: skip
def test_words_that_begin_like_a_formula_are_text(begin: str) -> None:
    cell = guard(f"{begin}HYPERLINK(1)")
    assert isinstance(cell, str) and cell.startswith("'")


def test_a_formula_after_a_semicolon_is_text_where_semicolons_part_cells() -> None:
    assert guard("lost; =1+1;-2") == "lost;' =1+1;'-2"


def test_numbers_of_ours_stay_numbers() -> None:
    assert guard(-36.26) == -36.26
    assert guard("a - b; c") == "a - b; c"


def test_a_cell_has_one_line_and_no_orders() -> None:
    assert guard("one\r\ntwo\x00\x1b[2J\u2028three\u202e") == "one two␀␛[2J three�"
    assert guard("half \ud800") == "half ?"


def test_line_ends_and_quotes_are_those_of_rfc_4180() -> None:
    written = "".join(write_csv([told(title='Said "so", they say')]))
    assert written.count("\r\n") == 2 and written.endswith("\r\n") and "\n" not in written.replace("\r\n", "")
    assert '"Said ""so"", they say"' in written


@given(st.text(max_size=40))
def test_no_title_breaks_the_table(title: str) -> None:
    written = "".join(write_csv([told(title=title)]))
    (row,) = csv.reader(StringIO(written, newline="").readlines()[1:])
    assert len(row) == len(COLUMNS)
    shown = row[list(COLUMNS).index("title")]
    assert not shown or shown.lstrip("\ufeff\u200b \xa0")[:1] not in set("=+-@\t\r＝＋－＠")
