"""The trained tagger's files: whole, missing, damaged, or not wanted."""

import json
import shutil
from pathlib import Path

import pytest

from reportedly.errors import ModelError
from reportedly.flow import read_text
from reportedly.reference.weights import MANIFEST, NETWORK, VARIABLE, load_weights, weights_folder, weights_name

LARGEST_MEBIBYTES = 30


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the shipped files, in use."""
    shipped = weights_folder()
    assert shipped is not None
    folder = tmp_path / "tagger"
    shutil.copytree(shipped, folder)
    monkeypatch.setenv(VARIABLE, str(folder))
    return folder


def test_the_shipped_files_are_whole_and_small() -> None:
    folder = weights_folder()
    assert folder is not None
    assert load_weights(folder).name == weights_name()
    assert (folder / NETWORK).stat().st_size <= LARGEST_MEBIBYTES * 2**20


def test_a_damaged_network_is_refused_by_name(copied: Path) -> None:
    content = bytearray((copied / NETWORK).read_bytes())
    content[len(content) // 2] ^= 1
    (copied / NETWORK).write_bytes(content)
    with pytest.raises(ModelError, match=rf"{NETWORK}.*hash.*REPORTEDLY_MODEL=none"):
        read_text("The army said that the bridge was open.", language="en")


def test_a_missing_file_is_named(copied: Path) -> None:
    (copied / NETWORK).unlink()
    with pytest.raises(ModelError, match=rf"{NETWORK}.*cannot be read"):
        read_text("The army said that the bridge was open.", language="en")


@pytest.mark.parametrize("manifest", ["", "[]", '{"name": 1}', json.dumps({"name": "x", "sha256": {}})])
def test_a_manifest_that_is_none_is_refused(copied: Path, manifest: str) -> None:
    (copied / MANIFEST).write_text(manifest, encoding="utf-8")
    with pytest.raises(ModelError, match="no list of a model's files"):
        weights_name()


def test_rules_alone_read_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "none")
    reading = read_text("The army said that the bridge was open.", language="en")
    assert reading.made_by.model is None
    assert [source.name for source in reading.sources] == ["army"]


def test_a_reading_names_the_model() -> None:
    assert read_text("The army said that the bridge was open.", language="en").made_by.model == weights_name()
