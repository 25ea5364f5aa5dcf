"""The rules of the house, so that nobody has to remember them."""

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import reportedly

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "reportedly"

MAX_FILE_LINES = 300
MAX_FUNCTION_LINES = 60
HIDING_NAMES = {"utils", "util", "helpers", "helper", "common", "core", "manager", "misc"}
"""Such a name hides a question that has no file yet."""

FOREIGN = {
    "a path outside the project": re.compile(r"(?:/work/|/root/|/home/|/Users/|\.\./shared|C:\\)"),
    "an address of a package index": re.compile(r"--(?:extra-)?index-url|--find-links"),
}
UNFINISHED = re.compile(r"\b(?:TODO|FIXME|XXX|NotImplementedError)\b")

MODULES = sorted(SOURCE.rglob("*.py"))
CODE = sorted(
    path for folder in ("src", "tests", "scripts", "benchmarks", "training") for path in (ROOT / folder).rglob("*.py")
)


def name_of(path: Path) -> str:
    """A path as a person says it."""
    return str(path.relative_to(ROOT))


def written() -> Iterator[Path]:
    """Every text file that git has, or would take."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode:  # an unpacked source archive has no git: look at the code at least
        yield from CODE
        return
    for name in listed.stdout.split("\x00"):
        path = ROOT / name
        if name and path.is_file() and b"\x00" not in path.read_bytes()[:2048]:
            yield path


@pytest.mark.parametrize("path", CODE, ids=name_of)
def test_a_file_answers_one_question(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= MAX_FILE_LINES, f"{lines} lines are two questions: part them"
    assert not HIDING_NAMES & set(path.relative_to(ROOT).with_suffix("").parts)


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_lies_at_most_one_package_deep(path: Path) -> None:
    assert len(path.relative_to(SOURCE).parts) <= 2


@pytest.mark.parametrize("path", CODE, ids=name_of)
def test_a_function_fits_on_a_screen(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or 0) - node.lineno + 1
            assert lines <= MAX_FUNCTION_LINES, f"{node.name} has {lines} lines"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_what_is_public_says_what_it_is(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    public = [
        node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
    ]
    assert ast.get_docstring(tree), "the module says nothing of itself"
    assert [node.name for node in public if not ast.get_docstring(node)] == []


def test_nothing_is_left_unfinished() -> None:
    here = Path(__file__)
    assert [
        name_of(path) for path in CODE if path != here and UNFINISHED.search(path.read_text(encoding="utf-8"))
    ] == []


@pytest.mark.needs("git")
def test_the_project_names_nothing_outside_itself() -> None:
    """`.ci/run` alone may look beside the checkout, for data that the tests do without."""
    allowed = {Path(__file__), ROOT / ".ci" / "run"}
    found = [
        f"{name_of(path)}: {what}"
        for path in written()
        if path not in allowed
        for what, pattern in FOREIGN.items()
        if pattern.search(path.read_text(encoding="utf-8", errors="replace"))
    ]
    assert found == []


def test_the_version_stands_in_one_place_and_in_the_changes() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert "version" in project["dynamic"]
    assert f"## {reportedly.__version__}" in (ROOT / "CHANGES.md").read_text(encoding="utf-8")


@pytest.mark.needs("bash", "make")
def test_the_build_calls_the_tests() -> None:
    script = ROOT / ".ci" / "run"
    assert "make test" in script.read_text(encoding="utf-8")
    subprocess.run(["bash", "-n", str(script)], check=True)
    for target in ("demo", "test", "check", "bench"):
        subprocess.run(["make", "--dry-run", target], cwd=ROOT, check=True, capture_output=True)


def test_decisions_are_questions_with_answers() -> None:
    text = (ROOT / "docs" / "decisions.md").read_text(encoding="utf-8")
    questions = re.findall(r"^## (.+)$", text, re.M)
    assert questions and all(question.endswith("?") for question in questions)


def test_every_document_is_there() -> None:
    for name in ("README.md", "CHANGES.md", "LICENSE", "NOTICE", "docs/cli.md", "docs/decisions.md"):
        assert (ROOT / name).stat().st_size > 200, name
    assert "GeoNames" in (ROOT / "NOTICE").read_text(encoding="utf-8")


def test_every_file_of_the_readme_is_there() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)", text) if not link.startswith("http")]
    assert links and [link for link in links if not (ROOT / link).exists()] == []


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_the_lock_pins_every_package_by_its_hash(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    pinned = re.findall(r"^([a-z0-9._-]+)==\S+ \\$", text, re.M | re.I)
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    names = {re.split(r"[=~><\[ ]", each)[0].lower() for each in wanted}
    assert names <= {each.lower().replace("_", "-").replace(".", "-") for each in pinned}
    assert text.count("--hash=sha256:") >= len(pinned)
