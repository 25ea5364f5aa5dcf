"""Addresses of things that stay the same from export to export."""

SCHEME = "reportedly:"
"""What an id is behind where no workbench is named: an address for programs and people, not for a browser."""


def permalink(id_: str, base: str | None = None, *, route: str = "c") -> str:
    """Where a thing is found: `reportedly:rp-…`, or `BASE/c/rp-…` in a workbench.

    Args:
        base: address of a workbench, such as `https://desk.example`.
        route: the workbench's page for things of this sort: `c` claims, `d` documents, `s` sources.
    """
    return f"{SCHEME}{id_}" if base is None else f"{base.rstrip('/')}/{route}/{id_}"
