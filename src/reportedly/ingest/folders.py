"""Folders to inputs: which files in them may hold text."""

import os
from collections.abc import Iterator
from pathlib import Path

TELEGRAM_EXPORT = "result.json"
"""Where this file lies, all others are what its posts show."""

COMPANION = "_files"
"""Browsers save what belongs to NAME.html in a folder that is called NAME_files."""

MAX_DEPTH = 100
"""Folders within folders: nobody sorts papers as deep, and every one costs memory while its files are read."""

UNREADABLE = frozenset(
    ".jpg .jpeg .png .gif .webp .heic .bmp .tif .tiff .svg .ico .avif .tgs .mp4 .m4v .mov .avi .mkv .webm .mpg .mpeg "
    ".3gp .mp3 .ogg .oga .opus .wav .m4a .flac .aac .css .js .woff .woff2 .ttf .otf .eot "
    ".db .db-shm .db-wal .sqlite .sqlite3".split()
)
"""Pictures, films, sounds, databases, and what gives a saved page its looks: it is no mistake that they lie there."""


def list_inputs(source: str) -> Iterator[str]:
    """The files that are meant by `source`, in the same order each time.

    A file is itself, and so is what cannot be found. A folder is the files in it and in its folders, by name. Hidden
    files, links that lead out of the folder, pipes and devices, and what can be no text are left out. A folder without
    any is itself, so that opening it says so; and so is one that lies too deep.
    """
    root = Path(source)
    try:
        is_folder = root.is_dir()
    except (OSError, ValueError):
        is_folder = False
    if not is_folder:
        yield source
        return
    inside = root.resolve()
    found = False
    for path in walk(root, inside, MAX_DEPTH):
        found = True
        yield str(path)
    if not found:
        yield source


def walk(folder: Path, inside: Path, depth: int) -> Iterator[Path]:
    """The files in a folder and in its folders; links to folders are not followed, so that there is no circle.

    Args:
        inside: where links may lead, resolved.
        depth: how many folders within folders are gone into; what lies deeper is yielded unopened.
    """
    if not depth:
        yield folder
        return
    try:
        entries = sorted(os.scandir(folder), key=lambda each: each.name)
    except OSError:
        yield folder
        return
    if any(each.name == TELEGRAM_EXPORT and each.is_file() for each in entries):
        yield folder / TELEGRAM_EXPORT
        return
    pages = {Path(each.name).stem for each in entries if Path(each.name).suffix.lower() in (".html", ".htm")}
    for entry in entries:
        path = folder / entry.name
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            if entry.name.removesuffix(COMPANION) not in pages or not entry.name.endswith(COMPANION):
                yield from walk(path, inside, depth - 1)
        elif is_wanted(entry, path, inside):
            yield path


def is_wanted(entry: "os.DirEntry[str]", path: Path, inside: Path) -> bool:
    """Is this a file within the folder that may hold text?"""
    if path.suffix.lower() in UNREADABLE or entry.is_dir():
        return False
    if entry.is_symlink():
        return path.resolve().is_relative_to(inside) and not path.is_fifo()
    return entry.is_file()
