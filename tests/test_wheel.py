"""What is installed brings everything along."""

import subprocess
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def test_the_wheel_holds_data_pages_and_examples_and_nothing_else(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert {
        "reportedly/py.typed",
        "reportedly/examples/examples.toml",
        "reportedly/ledger/migrations/0001.sqlite.sql",
        "reportedly/ledger/migrations/0001.postgres.sql",
        "reportedly/present/templates/report.html.j2",
        "reportedly/present/built/report.js",
        "reportedly/reference/data/profiles/ukraine.toml",
        "reportedly/workbench/static/index.html",
        "reportedly/workbench/static/licences.md",
        "reportedly/workbench/static/basemap/world.json",
        "reportedly/reference/data/tagger/en/network.onnx",
    } <= set(names)
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert any(name.endswith("licenses/NOTICE") for name in names)
    assert all(name.startswith(("reportedly/", "reportedly-")) for name in names)
    packed = {name for name in names if name.endswith(".py")}
    assert packed == {str(path.relative_to(ROOT / "src")) for path in (ROOT / "src").rglob("*.py")}
