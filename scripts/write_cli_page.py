"""Write docs/cli.md from the help of every command: `make docs`."""

from collections.abc import Iterator
from pathlib import Path

from reportedly.cli.main import reportedly

PAGE = Path(__file__).resolve().parents[1] / "docs" / "cli.md"
WIDTH = 100
HEAD = """\
# The command line

Written by `make docs` from the help of each command.
"""


def list_helps() -> Iterator[tuple[str, str]]:
    """Each command with its help, the group first."""
    group = reportedly.make_context("reportedly", [], resilient_parsing=True, terminal_width=WIDTH)
    yield "reportedly", reportedly.get_help(group)
    for name, command in sorted(reportedly.commands.items()):
        inner = command.make_context(name, [], parent=group, resilient_parsing=True)
        yield f"reportedly {name}", command.get_help(inner)


def make_page() -> str:
    """The page as Markdown."""
    parts = (f"## {name}\n\n```text\n{text.rstrip()}\n```\n" for name, text in list_helps())
    return "\n".join([HEAD, *parts])


if __name__ == "__main__":
    PAGE.write_text(make_page(), encoding="utf-8")
