"""`reportedly add` says what became of each document."""

from pathlib import Path

from tests.cli.ledger import run

NEWS = "The mayor said that two people were killed in Kharkiv.\n"


def test_what_is_not_known_of_a_document_leaves_no_brackets(tmp_path: Path) -> None:
    page = tmp_path / "a.txt"
    page.write_text(NEWS, encoding="utf-8")
    first, again = (run("add", page, "--db", tmp_path / "a.db") for _ in range(2))
    assert first.stdout.endswith("(1 claim)\n")
    assert again.stdout.endswith(f"known: {NEWS}")


def test_one_new_version_is_one(tmp_path: Path) -> None:
    page = tmp_path / "a.txt"
    for text in (NEWS, NEWS.replace("two", "three")):
        page.write_text(text, encoding="utf-8")
        result = run("add", page, "--db", tmp_path / "a.db")
    assert result.stderr == "0 new, 1 new version\n"


def test_what_cannot_be_read_again_yet_is_counted(tmp_path: Path) -> None:
    page = tmp_path / "a.txt"
    page.write_text(
        "Das Ministerium teilte mit, dass das Dorf gefallen ist und die Kämpfe in der Stadt andauern.\n",
        encoding="utf-8",
    )
    run("add", page, "--db", tmp_path / "a.db")
    result = run("reread", "--db", tmp_path / "a.db")
    assert (result.exit_code, result.stdout) == (
        0,
        "0 read anew, 0 as before, 0 failed, 1 in languages that are not read yet\n",
    )


def test_an_address_that_is_never_asked_is_not_taken_for_a_file(tmp_path: Path) -> None:
    result = run("add", "ftp://herald.example/1", "--db", tmp_path / "a.db")
    assert result.exit_code == 1 and "http:// or https://" in result.stderr
