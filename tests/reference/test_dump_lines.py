"""Whatever lies in a file of places, importing it neither fails with a traceback nor eats the machine."""

import gzip
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reportedly.errors import DumpError
from reportedly.reference.dump_lines import MOST_LINE_BYTES, DumpFile, fingerprint
from tests.reference.dumps import geonames, load, places_of, write

GOOD = geonames(9_000_001, "Zzhorivka")


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    return write(tmp_path / "UA.txt", [GOOD, geonames(9_000_002, "Zzmorivka")])


@pytest.fixture(params=["gz", "zip", "bom", "windows"])
def packed(request: pytest.FixtureRequest, dump: Path) -> Path:
    """The same two lines, as people get them."""
    content = dump.read_bytes()
    if request.param == "zip":
        path = dump.with_suffix(".zip")
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("readme.txt", "much longer than the table " * 100)
            archive.writestr("UA.txt", content)
        return path
    made = {
        "gz": gzip.compress(content), "bom": b"\xef\xbb\xbf" + content, "windows": content.replace(b"\n", b"\r\n"),
    }  # fmt: skip
    path = dump.with_name("UA.txt.gz" if request.param == "gz" else "UA.txt")
    path.write_bytes(made[request.param])
    return path


def test_packed_files_hold_what_plain_ones_do(packed: Path, tmp_path: Path) -> None:
    done = load(packed, tmp_path / "home")
    assert (done.tally.places, done.tally.damaged) == (2, 0)
    assert places_of(tmp_path / "home").knows("Zzmorivka")


def test_damaged_rows_are_counted_and_the_first_are_named(tmp_path: Path) -> None:
    path = tmp_path / "UA.txt"
    bad = [
        b"only\ttwo",
        geonames(1, "Zz", lat="north").encode(),
        geonames(1, "Zz", lat=91).encode(),
        geonames(1, "Zz", lon="nan").encode(),
        geonames(0, "Zz").encode(),
        geonames(1, "Zz", people="many").encode(),
        geonames(1, "Zz", country="UKR").encode(),
        geonames(1, "").encode(),
        b"\xff\xfe" + GOOD.encode(),
        GOOD.replace("Zz", "Z\x00").encode(),
        b"x" * (MOST_LINE_BYTES + 5) + b"y" * 3_000_000,
    ]
    path.write_bytes(b"\n".join([GOOD.encode()] * 12 + bad + [b"", geonames(9_000_002, "Zzmorivka").encode()]))
    done = load(path, tmp_path / "home")
    assert done.tally.damaged == len(bad)
    assert [line for line, _ in done.tally.first_damaged] == [13, 14, 15, 16, 17]
    assert "2 columns instead of 19" in done.tally.first_damaged[0][1]
    assert places_of(tmp_path / "home").knows("Zzmorivka")


@pytest.mark.parametrize(
    "content", [b"", b"\n\n", b"a letter\nand no table\n", b"\x00" * 5000, b"PK\x03\x04broken", b"\x1f\x8bno"]
)
def test_what_is_no_table_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "odd.txt"
    path.write_bytes(content)
    with pytest.raises(DumpError, match=r"odd\.txt"):
        load(path, tmp_path / "home")
    assert not (tmp_path / "home" / "odd.sqlite").exists()


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path, tmp_path / "absent.txt", tmp_path / "pipe"):
        with pytest.raises(DumpError, match="cannot be read"):
            load(path, tmp_path / "home")


def test_a_file_with_nothing_to_keep_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "UA.txt", [geonames(1, "Zz mine", feature="S.MN")])
    with pytest.raises(DumpError, match="none of its 1 lines"):
        load(path, tmp_path / "home")


def test_a_file_that_breaks_off_leaves_the_old_import(dump: Path, tmp_path: Path) -> None:
    load(dump, tmp_path / "home")
    whole = gzip.compress(("\n".join(geonames(n, f"Zznew {n * n * 7919}") for n in range(1, 9000))).encode())
    path = dump.with_name("UA.txt.gz")
    path.write_bytes(whole[: len(whole) * 2 // 3])
    with pytest.raises(DumpError, match="cut short or damaged"):
        load(path, tmp_path / "home")
    assert places_of(tmp_path / "home").knows("Zzhorivka")


def test_what_unpacks_to_an_absurd_size_is_stopped(tmp_path: Path) -> None:
    path = tmp_path / "UA.txt.gz"
    path.write_bytes(gzip.compress((GOOD + "\n").encode() * 25 + (b"x" * 4000 + b"\n") * 18_000, compresslevel=1))
    with pytest.raises(DumpError, match="times its size"):
        load(path, tmp_path / "home")


def test_a_zip_with_a_password_or_without_a_table_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "UA.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("photo.jpg", b"no table")
    with pytest.raises(DumpError, match="holds no table"):
        load(path, tmp_path / "home")
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("UA.txt", GOOD)
    content = bytearray(path.read_bytes())
    for header, flags_at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(header) + flags_at] |= 1  # says that it is encrypted
    path.write_bytes(content)
    with pytest.raises(DumpError, match="password"):
        load(path, tmp_path / "home")


def test_the_position_reaches_the_end(dump: Path) -> None:
    with DumpFile(dump) as file:
        assert list(file.lines()) == dump.read_bytes().splitlines()
        assert file.position_bytes == file.size_bytes


def test_a_fingerprint_changes_with_the_file(dump: Path) -> None:
    before = fingerprint(dump)
    assert fingerprint(dump) == before
    dump.write_bytes(dump.read_bytes().replace(b"Zzh", b"Zzk"))
    assert fingerprint(dump) != before


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300))
def test_no_bytes_stop_an_import(tmp_path: Path, odd: bytes) -> None:
    path = tmp_path / "UA.txt"
    path.write_bytes(b"".join([(GOOD + "\n").encode() * 25, odd]))
    assert load(path, tmp_path / "home").tally.places >= 1


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=200))
def test_no_cells_stop_an_import_of_a_table(tmp_path: Path, odd: str) -> None:
    path = tmp_path / "own.csv"
    path.write_bytes(f"name,lat,lon,kind\nZzhorivka,48,37,village\n{odd}".encode("utf-8", "replace"))
    assert load(path, tmp_path / "home").tally.places >= 1
