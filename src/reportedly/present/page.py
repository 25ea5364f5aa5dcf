"""Pages that need nothing but themselves: no file, no net, no server, and nobody's code but their own."""

import base64
import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined

from reportedly.present.safe import show_controls

SIDE_COLOURS = 2
"""Sides that get a colour of their own on a page, the most named first; words say the side in any case."""


def write_page(template: str, *, styles: Sequence[str], script: str, folder: str = "templates", **told: Any) -> str:
    """A page from files of `templates/`.

    Args:
        styles: style sheets, the general one first.
        folder: where they and the script are: in `built/` lie those that are made of `web/`.
        told: what the template is given.
    """
    style, code = "".join(load_part(name, folder) for name in styles), load_part(script, folder)
    policy = (
        f"default-src 'none'; style-src '{digest(style)}'; script-src '{digest(code)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return environment().get_template(template).render(style=style, script=code, policy=policy, **told)


def choose_colours(mentions: Mapping[str, int]) -> dict[str | None, str]:
    """The class of each side that gets a colour, `a` or `b`: those named most often."""
    most = sorted(mentions, key=lambda side: (-mentions[side], side))[:SIDE_COLOURS]
    # By name, not by rank: a side keeps its colour from page to page wherever the same two speak.
    return {side: "ab"[index] for index, side in enumerate(sorted(most))}


def digest(part: str) -> str:
    """The hash by which the page's policy lets one inline part run, and no other."""
    return "sha256-" + base64.b64encode(hashlib.sha256(part.encode("utf-8")).digest()).decode("ascii")


@cache
def load_part(name: str, folder: str = "templates") -> str:
    """A file that comes along with this package."""
    return (files("reportedly.present") / folder / name).read_text(encoding="utf-8")


@cache
def environment() -> Environment:
    """Templates in which everything from outside is escaped, control characters included."""
    made = Environment(
        loader=FunctionLoader(load_part),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    finalize: Any = show_controls
    made.finalize = finalize
    return made
