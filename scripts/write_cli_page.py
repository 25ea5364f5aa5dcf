"""Write docs/cli.md from the help of every command: `make docs`."""

from collections.abc import Iterator
from pathlib import Path

import click

from reportedly.cli.main import reportedly

PAGE = Path(__file__).resolve().parents[1] / "docs" / "cli.md"
WIDTH = 100
HEAD = """\
# The command line

Written by `make docs` from the help of each command.
"""


def list_helps() -> Iterator[tuple[str, str]]:
    """Each command with its help, a group before its commands."""
    yield from _list_helps("reportedly", reportedly, None)


def _list_helps(name: str, command: click.Command, parent: click.Context | None) -> Iterator[tuple[str, str]]:
    last = name.rpartition(" ")[2]
    context = command.make_context(last, [], parent=parent, resilient_parsing=True, terminal_width=WIDTH)
    yield name, command.get_help(context)
    if isinstance(command, click.Group):
        for inner, each in sorted(command.commands.items()):
            yield from _list_helps(f"{name} {inner}", each, context)


def make_page() -> str:
    """The page as Markdown."""
    parts = (f"## {name}\n\n```text\n{text.rstrip()}\n```\n" for name, text in list_helps())
    return "\n".join([HEAD, *parts])


if __name__ == "__main__":
    PAGE.write_text(make_page(), encoding="utf-8")
