"""Questions that somebody kept."""

from reportedly.workbench.answering import Asked
from reportedly.workbench.shapes import ViewShape, ViewsShape


def list_views(asked: Asked) -> ViewsShape:
    """All that are kept for this ledger."""
    return ViewsShape(items=asked.bench.views.all())


def keep_view(asked: Asked) -> ViewsShape:
    """Keep one."""
    view: ViewShape = asked.body
    return ViewsShape(items=asked.bench.views.keep(view))


def drop_view(asked: Asked) -> ViewsShape:
    """Keep one no longer."""
    return ViewsShape(items=asked.bench.views.drop(asked.words.one("name") or ""))
