"""What the command line is tried on."""

from pathlib import Path

import pytest

NEWS = (
    "Russian forces captured the village of Malynivka on Tuesday, the channel Front Diary said, citing a Ukrainian soldier.\n"
    "The General Staff denied that the village had been lost.\n"
)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """A small report in a file."""
    path = tmp_path / "news.txt"
    path.write_text(NEWS, encoding="utf-8")
    return path
