"""Is what comes with the extra `bulk` installed?"""

from importlib.metadata import version
from importlib.util import find_spec

from reportedly.errors import MissingExtraError

NEEDED = {"pyarrow": "PyArrow", "fastwarc": "FastWARC"}


def demand_extra() -> None:
    """Nothing, if the libraries are there. Ray is asked for where it is used.

    Raises:
        MissingExtraError: if one is not.
    """
    for module, name in NEEDED.items():
        if find_spec(module) is None:
            raise MissingExtraError("`reportedly bulk`", name, "bulk")


def name_versions() -> str:
    """The versions of the libraries, with Ray's if it is there.

    Raises:
        ImportError: if one that is needed is not installed.
    """
    return ", ".join(
        f"{name} {version(module)}"
        for module, name in {**NEEDED, "ray": "Ray"}.items()
        if module != "ray" or find_spec(module)
    )
