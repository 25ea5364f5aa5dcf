"""`reportedly gazetteer`: a user's own places beside the packed ones."""

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from reportedly.cli.output import CLEAR_LINE, say

if TYPE_CHECKING:
    from reportedly.reference.entry import Entry
    from reportedly.reference.gazetteer import Gazetteer
    from reportedly.reference.importing import Imported

CLASSES = "PAHLSTVRU"
DEFAULT_CLASSES = "PAH"


@click.group()
def gazetteer() -> None:
    """Add places to those that come along, and look at them.

    The packed gazetteer knows settlements of 500 people and more. Villages come with a country's dump, which you fetch
    from https://download.geonames.org/export/dump/ yourself: nothing here goes to the net.

    \b
        reportedly gazetteer import UA.zip
        reportedly gazetteer show Malynivka
        reportedly gazetteer list

    What is imported lies in the folder gazetteers of REPORTEDLY_HOME, by default the system's folder for user data.
    """


def parse_classes(context: click.Context, option: click.Parameter, text: str) -> str:
    """GeoNames' feature classes, each a letter."""
    letters = text.upper()
    if not letters or set(letters) - set(CLASSES):
        raise click.BadParameter(f"{text!r} is not made of GeoNames' feature classes, which are {', '.join(CLASSES)}")
    return "".join(sorted(set(letters)))


def parse_country(context: click.Context, option: click.Parameter, text: str | None) -> str | None:
    """An ISO 3166 alpha-2 code in upper case; None if the option was not used."""
    if text is not None and not (len(text) == 2 and text.isascii() and text.isalpha()):
        raise click.BadParameter(f"{text!r} is no country code of two letters, for example UA")
    return text and text.upper()


@gazetteer.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE…", type=click.Path(path_type=Path))
@click.option("--name", help="Under which name to keep it. By default the file's: UA for UA.zip.")
@click.option("--country", metavar="XX", callback=parse_country, help="ISO code, for rows that name no country.")
@click.option(
    "--classes",
    default=DEFAULT_CLASSES,
    show_default=True,
    metavar="LETTERS",
    callback=parse_classes,
    help=f"GeoNames' feature classes, of {CLASSES}: P settlements, A units, H waters, the others sites.",
)
@click.option("--licence", default="", help="Under which licence a table of your own stands.")
@click.option("--to", type=click.Path(path_type=Path), help="Write there, a file or folder, for `read --gazetteer`.")
def import_(
    files: tuple[Path, ...], name: str | None, country: str | None, classes: str, licence: str, to: Path | None
) -> None:
    """Import the places of each FILE.

    FILE is a GeoNames country dump or allCountries, alternateNamesV2, a GeoNames postal code file (its points are
    rough), or a table of your own; plain, .gz or .zip. Your own is CSV or TSV with a header: every column whose name
    begins with name gives names; lat and lon are needed; country, admin1, admin2, population, id, kind (or place) and
    radius_km are not. An interrupted import goes on where it was; an import of a changed file replaces the old one.

    \b
        reportedly gazetteer import UA.zip alternateNamesV2.zip
        reportedly gazetteer import villages.csv --country SD --licence "my own survey"
        reportedly gazetteer import UA.zip --to ukraine.sqlite
    """
    if name and len(files) > 1:
        raise click.UsageError("--name is for one FILE")
    if to and len(files) > 1 and not to.is_dir():
        raise click.UsageError(f"--to {to} is no folder, and there are several files")
    from reportedly.reference.dump_rows import Wanted
    from reportedly.reference.home import SUFFIX, gazetteers_folder
    from reportedly.reference.importing import choose_name, import_dump, make_name

    for path in files:
        wanted = Wanted(name=make_name(name) if name else choose_name(path), classes=classes, country=country)
        folder = gazetteers_folder() if to is None else to
        target = folder / f"{wanted.name}{SUFFIX}" if to is None or to.is_dir() else to
        progress = ImportProgress(path)
        try:
            imported = import_dump(path, target, wanted, licence=licence, progress=progress.show)
        except KeyboardInterrupt:
            progress.clear()
            click.echo(
                f"stopped; what was read of {say(path.name)} is kept, the same command goes on from there", err=True
            )
            raise
        finally:
            progress.clear()
        report(path, wanted.name, imported, progress.seconds())


class ImportProgress:
    """One line on stderr that says how far an import has come, if stderr is a terminal."""

    def __init__(self, path: Path) -> None:
        self._path, self._began, self._on = path, time.monotonic(), sys.stderr.isatty()

    def seconds(self) -> float:
        """Since the import began."""
        return max(1e-6, time.monotonic() - self._began)

    def show(self, read_bytes: int, all_bytes: int, lines: int) -> None:
        """Say how far it is."""
        if self._on:
            share = 100 * read_bytes // max(1, all_bytes)
            line = (
                f"importing {say(self._path.name)}: {share} %, {lines:,} rows, {lines / self.seconds():,.0f} a second"
            )
            print(CLEAR_LINE + line, file=sys.stderr, end="", flush=True)

    def clear(self) -> None:
        """Take the line away, before anything else is written."""
        if self._on:
            print(CLEAR_LINE, file=sys.stderr, end="", flush=True)


def report(path: Path, name: str, imported: "Imported", seconds: float) -> None:
    """Say what came of an import, on stderr."""
    tally, words = imported.tally, f"{say(path.name)} ({imported.label})"
    if imported.unchanged:
        click.echo(f"{words} is imported already as {name}, and has not changed since", err=True)
        return
    went_on = f", going on after line {imported.resumed_from:,}" if imported.resumed_from else ""
    rate = (tally.lines - imported.resumed_from) / seconds
    click.echo(
        f"{words}: {tally.places:,} places and {imported.names:,} names as {name} "
        f"in {seconds:.1f} s{went_on}, {rate:,.0f} rows a second; {tally.left_out:,} rows are of other sorts",
        err=True,
    )
    if tally.damaged:
        click.echo(f"{tally.damaged:,} damaged rows were left out:", err=True)
        for line, wrong in tally.first_damaged:
            click.echo(f"    line {line}: {say(wrong)}", err=True)


@gazetteer.command("list")
def list_() -> None:
    """List what was imported: places and names, the file it came from, its date, licence and size.

    \b
        reportedly gazetteer list
    """
    import json

    from reportedly.reference.home import gazetteers_folder, list_gazetteers, list_unfinished, name_of
    from reportedly.reference.place_file import read_meta

    folder = gazetteers_folder()
    finished, unfinished = list_gazetteers(folder), list_unfinished(folder)
    if not finished and not unfinished:
        click.echo(f"nothing was imported to {folder}; see `reportedly gazetteer import --help`", err=True)
    for path in finished:
        facts, megabytes = read_meta(path), path.stat().st_size / 1e6
        if "mark" not in facts:
            click.echo(f"{name_of(path):<16} damaged; `reportedly gazetteer remove {name_of(path)}` takes it out")
            continue
        click.echo(
            f"{name_of(path):<16} {int(facts['places']):>9,} places {int(facts['names']):>9,} names  "
            f"{say(facts['source'])}  {facts['date']}  {say(facts['licence'])}  {megabytes:.1f} MB"
        )
    for path in unfinished:
        facts = read_meta(path)
        if "tally" not in facts:
            click.echo(f"{name_of(path):<16} not finished; import it again to go on, if no import is running")
            continue
        lines = json.loads(facts["tally"])["lines"]
        click.echo(
            f"{name_of(path):<16} not finished: {lines:,} rows read; import {say(facts['source'])} again to go on"
        )


@gazetteer.command()
@click.argument("name")
@click.option(
    "--gazetteer", "path", type=click.Path(path_type=Path, exists=True), help="An import made with --to, or a folder."
)
@click.pass_context
def show(context: click.Context, name: str, path: Path | None) -> None:
    """Show every place that NAME may mean, as the gazetteer knows it before any text is read.

    \b
        reportedly gazetteer show Malinovka

    Exit codes: 0 there is one; 1 there is none.
    """
    from reportedly.reference.gazetteer import Gazetteer, Match

    places = Gazetteer.open(path)
    found = [entry for entry in places.find(name) if entry.match is not Match.SKELETON]
    shown = {entry.id for entry in found}
    others = [entry for entry in places.find_like(name) if entry.id not in shown]
    for entry in found:
        click.echo(describe(entry, places))
    if found and others:
        click.echo("\nOther names that may be the same in another romanisation:")
    for entry in others:
        click.echo(describe(entry, places))
    if not found and not others:
        click.echo(
            f"no place is called {say(name)} in {places.version}; a country's dump from GeoNames may know it: "
            "`reportedly gazetteer import --help`",
            err=True,
        )
        context.exit(1)


def describe(entry: "Entry", places: "Gazetteer") -> str:
    """An entry in two lines, with how the name led to it and which file has it."""
    unit = places.admin1(entry.admin1) if entry.admin1 else None
    country = places.country(entry.country) if entry.country else None
    where = ", ".join(each.name for each in (unit, country) if each is not None and each.id != entry.id)
    point = "no point" if entry.lat is None or entry.lon is None else f"{entry.lat:.4f}, {entry.lon:.4f}"
    facts = [point, f"{entry.population:,} people" if entry.population else "", f"found as {entry.match}"]
    if entry.radius_km is not None:
        facts.append(f"within {entry.radius_km:g} km")
    first = f"{entry.name} ({entry.kind}{f', {where}' if where else ''})"
    second = "  ".join([*filter(None, facts), entry.id, f"[{places.origin(entry)}]"])
    return say(first) + "\n    " + say(second) + (f"\n    {say(entry.note)}" if entry.note else "")


@gazetteer.command()
@click.argument("name")
def remove(name: str) -> None:
    """Delete the import NAME, finished or not.

    \b
        reportedly gazetteer remove UA
    """
    from reportedly.reference.home import gazetteers_folder
    from reportedly.reference.importing import remove_import

    for path in remove_import(gazetteers_folder(), name):
        click.echo(f"deleted {path}", err=True)
