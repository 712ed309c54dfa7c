"""Where the results of a command go that are a folder of files."""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from kgraph.errors import InputError
from kgraph.exporting.folder import Entry

MARK = "kgraph-export.json"
"""The file by which a folder that was written here is known again; it lists all others."""


def write_folder(
    path: str, about: dict[str, str], entries: Iterable[Entry], tell: Callable[[int], None]
) -> None:
    """Write files to a folder, which takes its name only when all are written.

    A folder of that name is replaced if it is empty or holds nothing but what was written so before.

    Args:
        path: The folder.
        about: What the mark says besides the files.
        entries: The files.
        tell: Called with the number of files after each.

    Raises:
        InputError: The folder is somebody else's, or cannot be written.
    """
    if path == "-":
        raise InputError("this format is a folder of files, which the standard output cannot hold", path=path)
    target = Path(os.path.realpath(path))
    with _telling(path):
        _check_ours(target, path)
        part = Path(tempfile.mkdtemp(prefix=f".{target.name[:40]}.", suffix=".part", dir=target.parent))
    try:
        with _telling(path):
            _write_entries(part, about, entries, tell)
            umask = os.umask(0)
            os.umask(umask)
            part.chmod(0o777 & ~umask)
            _replace(target, part)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _check_ours(target: Path, name: str) -> None:
    """Do nothing if a folder may be replaced."""
    if not target.exists():
        return
    if not target.is_dir():
        raise InputError("a folder is needed to write to, and there is a file of this name", path=name)
    files = (file for file in target.rglob("*") if file.is_symlink() or not file.is_dir())
    found = {file.relative_to(target).as_posix() for file in files}
    if not found and not any(target.iterdir()):
        return
    try:
        ours = {MARK, *json.loads((target / MARK).read_bytes())["files"]}
    except (OSError, ValueError, KeyError, TypeError):
        message = "the folder is not empty and was not written by kgraph export; choose another"
        raise InputError(message, path=name) from None
    strangers = sorted(found - ours)
    if strangers:
        message = f"the folder holds {strangers[0]}, which kgraph export did not write; choose another"
        raise InputError(message, path=name)


def _write_entries(
    folder: Path, about: dict[str, str], entries: Iterable[Entry], tell: Callable[[int], None]
) -> None:
    seals: dict[str, str] = {}
    for number, entry in enumerate(entries, start=1):
        parts = PurePosixPath(entry.name).parts
        if entry.name in seals or not parts or set(parts) & {"/", ".", ".."}:
            raise ValueError(f"no name for a new file below a folder: {entry.name}")
        place = folder.joinpath(*parts)
        place.parent.mkdir(parents=True, exist_ok=True)
        digest = hashlib.sha256()
        with place.open("wb") as file:
            for content in entry.parts:
                digest.update(content)
                file.write(content)
        seals[entry.name] = digest.hexdigest()
        tell(number)
    mark = {**about, "files": dict(sorted(seals.items()))}
    (folder / MARK).write_text(json.dumps(mark, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _replace(target: Path, part: Path) -> None:
    """Put a finished folder in the place of one that may go."""
    if not target.exists():
        part.rename(target)
        return
    old = Path(tempfile.mkdtemp(prefix=f".{target.name[:40]}.", suffix=".old", dir=target.parent))
    target.rename(old / "old")
    try:
        part.rename(target)
    except OSError:
        (old / "old").rename(target)
        raise
    finally:
        with suppress(OSError):
            shutil.rmtree(old)


@contextmanager
def _telling(name: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise InputError(f"cannot be written: {error.strerror}", path=name) from error
