"""Which engine does the work."""

from collections.abc import Mapping
from typing import Protocol

from reportedly.bulk.engines import Engine
from reportedly.bulk.on_ray import OnRay
from reportedly.bulk.pool import Pool


class Start(Protocol):
    """Starts an engine."""

    def __call__(self, workers: int, address: str | None = None) -> Engine: ...


ENGINES: Mapping[str, Start] = {"local": lambda workers, address=None: Pool(workers), "ray": OnRay}
"""By what the user calls them."""
