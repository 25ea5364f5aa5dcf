"""`reportedly doctor`: is everything there that reportedly needs?"""

import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from reportedly.cli.options import db_option
from reportedly.cli.output import say

AGAIN = "install reportedly again: pip install --force-reinstall reportedly"
FEWEST_FREE_MB = 500
"""Less is soon used up by a ledger."""
OLDEST_PYTHON = (3, 11)


class Unwell(Exception):  # noqa: N818 - a finding, not an error of ours
    """Something is wrong, and there is a way out."""

    def __init__(self, wrong: str, way_out: str) -> None:
        super().__init__(wrong, way_out)
        self.wrong, self.way_out = wrong, way_out


def check_python(address: str) -> str:
    """Python is one of those that reportedly is tested with."""
    said = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < OLDEST_PYTHON:
        raise Unwell(said, f"install Python {'.'.join(map(str, OLDEST_PYTHON))} or newer")
    return said


def check_sqlite(address: str) -> str:
    """SQLite has what a ledger in a file needs."""
    from reportedly.ledger.examining import list_missing_features

    version, missing = list_missing_features()
    if missing:
        raise Unwell(
            f"{version} lacks {', '.join(missing)}", "use a Python whose SQLite has them, such as python.org's"
        )
    return f"{version} with full-text search, trigrams and R*Tree"


def check_runtime(address: str) -> str:
    """The runtime of the attribution model loads."""
    import onnxruntime

    return str(onnxruntime.__version__)


def check_model(address: str) -> str:
    """The files of the attribution model are those that came along."""
    from reportedly.reference.weights import load_weights, weights_folder

    folder = weights_folder()
    return "rules alone (REPORTEDLY_MODEL=none)" if folder is None else load_weights(folder).name


def check_parser(address: str) -> str:
    """The parser of English loads."""
    from reportedly.annotate.english import load_parser

    meta = load_parser().meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def check_russian(address: str) -> str:
    """The networks and the dictionary that Russian is parsed with load."""
    from importlib.metadata import version

    from reportedly.annotate.russian import load_networks
    from reportedly.annotate.russian_dictionary import find_lemma

    load_networks()
    if find_lemma("сёлами", "NOUN", "Ins") != "село":
        raise Unwell("the dictionary of Russian does not know a common word", AGAIN)
    return f"networks of natasha {version('natasha')}, dictionary of pymorphy3 {version('pymorphy3')}"


def check_ukrainian(address: str) -> str:
    """The dictionary that Ukrainian is parsed with loads."""
    from importlib.metadata import version

    from reportedly.annotate.ukrainian_dictionary import exact_lemma
    from reportedly.reference.readers import FULL_DICTIONARY, has_full_dictionary

    if exact_lemma("селами") != "село":
        raise Unwell("the dictionary of Ukrainian does not know a common word", AGAIN)
    beside = f" beside {FULL_DICTIONARY}" if has_full_dictionary() else ""
    return f"dictionary of simplemma {version('simplemma')}{beside}"


def check_gazetteer(address: str) -> str:
    """The places open, the user's own among them."""
    from reportedly.reference.gazetteer import Gazetteer

    places = Gazetteer.open()
    if not places.find("Kyiv"):
        raise Unwell(f"{places.version} does not know Kyiv", AGAIN)
    return places.version


def check_profiles(address: str) -> str:
    """Every conflict profile that came along can be used."""
    from reportedly.reference.profile import load_profile, profile_names

    return ", ".join(name for name in profile_names() if load_profile(name).title)


def check_reading(address: str) -> str:
    """A sentence is read, from end to end."""
    from reportedly.flow import read_text

    reading = read_text("Two villages were shelled on Tuesday, the mayor said.", outlet="Example Herald")
    if not reading.claims:
        raise Unwell("no claim was found in a plain sentence", AGAIN)
    return "a plain sentence holds a claim, and somebody's word for it"


def check_postgres(address: str) -> str:
    """The driver of PostgreSQL, which only ledgers on a server need."""
    try:
        import psycopg
    except ImportError:
        if address.startswith("postgres"):
            raise Unwell("is not installed", "pip install 'reportedly[postgres]'") from None
        return "not installed; only ledgers on a server need it: pip install 'reportedly[postgres]'"
    return str(psycopg.__version__)


def check_bulk(address: str) -> str:
    """The libraries of `reportedly bulk` load, which only archives need."""
    try:
        from reportedly.bulk.extra import name_versions

        return name_versions()
    except ImportError:
        return "not installed; only archives need it: pip install 'reportedly[bulk]'"


def check_home(address: str) -> str:
    """The user's own places can be kept."""
    from reportedly.reference.home import VARIABLE, home_folder

    home = home_folder()
    nearest = next(folder for folder in (home, *home.absolute().parents) if folder.exists())
    try:
        with tempfile.TemporaryFile(dir=nearest):
            return f"{home}{'' if home.exists() else ' (made when it is needed)'}"
    except OSError as error:
        raise Unwell(f"{home} cannot be written ({error.strerror})", f"name another with {VARIABLE}=FOLDER") from error


def check_space(address: str) -> str:
    """There is room where the ledger grows."""
    folder = Path.cwd() if "://" in address else Path(address).absolute().parent
    if not folder.is_dir():
        raise Unwell(f"there is no folder {folder}", "make it, or name another ledger with --db")
    free_mb = shutil.disk_usage(folder).free // 1_000_000
    if free_mb < FEWEST_FREE_MB:
        raise Unwell(f"{free_mb:,} MB free in {folder}", "make room, or put the ledger elsewhere with --db")
    return f"{free_mb:,} MB free in {folder}"


def check_ledger(address: str) -> str:
    """The ledger opens and is sound at first sight; `reportedly verify` looks at every row."""
    if "://" not in address and not Path(address).exists():
        return f"{address} is not there yet; `reportedly add` makes it"
    from reportedly.ledger.examining import look_quickly
    from reportedly.ledger.opening import open_ledger

    with open_ledger(address) as ledger:
        wrong, size = look_quickly(ledger.database)
        if wrong:
            raise Unwell(
                f"{ledger.database.address} is damaged: {wrong}", "`reportedly verify` names the rows; restore a backup"
            )
        return f"{ledger.database.address}, {ledger.seq():,} entries, {size / 1e6:,.1f} MB"


CHECKS: Sequence[tuple[str, Callable[[str], str], str]] = (
    ("Python", check_python, AGAIN),
    ("SQLite", check_sqlite, "use a Python whose SQLite works, such as python.org's"),
    (
        "model runtime",
        check_runtime,
        "pip install --force-reinstall onnxruntime, or read by rules with REPORTEDLY_MODEL=none",
    ),
    ("model", check_model, AGAIN),
    ("parser", check_parser, AGAIN),
    ("Russian", check_russian, "pip install --force-reinstall natasha pymorphy3, or read other languages alone"),
    ("Ukrainian", check_ukrainian, "pip install --force-reinstall simplemma, or read other languages alone"),
    ("places", check_gazetteer, "`reportedly gazetteer list` names damaged imports; else " + AGAIN),
    ("profiles", check_profiles, AGAIN),
    ("reading", check_reading, AGAIN),
    ("PostgreSQL driver", check_postgres, "pip install --force-reinstall 'psycopg[binary]'"),
    ("bulk", check_bulk, "pip install --force-reinstall 'reportedly[bulk]'"),
    ("home folder", check_home, "name another with REPORTEDLY_HOME=FOLDER"),
    ("disk space", check_space, "make room"),
    ("ledger", check_ledger, "see docs/ledger.md"),
)
"""Each check by itself, with the way out where it fails for no reason that it knows."""


@click.command()
@db_option
@click.pass_context
def doctor(context: click.Context, address: str) -> None:
    """Check the installation, and take a first look at the ledger.

    Each part is checked by itself; what is wrong is marked !! and followed by the way out.

    \b
        reportedly doctor
        reportedly doctor --db press.db

    Exit codes: 0 all is well; 1 something is wrong.
    """
    failed = 0
    for name, check, way_out in CHECKS:
        try:
            click.echo(f"ok  {name:<18} {say(check(address))}")
        except Unwell as error:
            failed += 1
            click.echo(f"!!  {name:<18} {say(error.wrong)}\n    → {say(error.way_out)}")
        except Exception as error:  # noqa: BLE001 - whatever is broken, the other checks go on
            failed += 1
            click.echo(f"!!  {name:<18} {say(str(error) or type(error).__name__)}\n    → {way_out}")
    context.exit(1 if failed else 0)
