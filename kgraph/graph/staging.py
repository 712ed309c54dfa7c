"""Writing a new generation beside the current one, and putting it in its place at once.

A build that is killed leaves what was current, and a folder that the next build
removes. Two builds of one folder wait for each other.
"""

import fcntl
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pyoxigraph

from kgraph.errors import InputError
from kgraph.graph.manifest import Manifest, Seal, encode_manifest, name_generation
from kgraph.graph.opening import GENERATIONS, OWN_FOLDER, find_generation, list_earlier
from kgraph.graph.settings import SETTINGS
from kgraph.graph.suppressed import SUPPRESSED
from kgraph.lexicon.own_files import OwnFiles

_OURS = frozenset({"CURRENT", "CURRENT.new", "LOCK", "building", GENERATIONS})
_USERS = frozenset({SETTINGS, SUPPRESSED, "lexicon"})
"""What a user may put into the folder or write in it: its settings, words of the user's own that they
name, and the list of persons who stay out."""


@contextmanager
def lock_folder(folder: Path, *, wait: Callable[[], None]) -> Iterator[None]:
    """Hold the right to build in a folder, which is made where there is none.

    Args:
        folder: The graph folder.
        wait: Called once if another build holds it, before waiting for its end.

    Raises:
        InputError: The folder holds something else than a graph, or cannot be written.
    """
    try:
        str(folder).encode()
    except UnicodeEncodeError as error:
        raise InputError("the store needs a folder whose name is text in UTF-8", path=folder) from error
    try:
        folder.mkdir(parents=True, exist_ok=True)
        strangers = sorted(path.name for path in folder.iterdir() if path.name not in _OURS | _USERS)
        if strangers:
            raise InputError(
                f"holds {strangers[0]}, which is no part of a graph; choose another folder", path=folder
            )
        file = (folder / "LOCK").open("w")
    except OSError as error:
        raise InputError(f"the folder cannot be written: {error.strerror}", path=folder) from error
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            wait()
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


class SealedFile:
    """A file that is hashed while it is written."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("wb")
        self._hash = hashlib.sha256()
        self._size = 0

    def write(self, content: bytes) -> None:
        """Append some bytes."""
        self._file.write(content)
        self._hash.update(content)
        self._size += len(content)

    def close(self) -> Seal:
        """Write the file out and return its seal."""
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        return Seal(bytes=self._size, sha256=self._hash.hexdigest())


class Staging:
    """The folder in which a generation is being built; used under the folder's lock."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.path = folder / "building"
        shutil.rmtree(self.path, ignore_errors=True)
        (folder / "CURRENT.new").unlink(missing_ok=True)
        (folder / GENERATIONS).mkdir(exist_ok=True)
        self.path.mkdir()

    def copy_own_files(self, own: Sequence[OwnFiles]) -> dict[str, Seal]:
        """Write a user's own files as they are, and return their seals by name."""
        seals = {}
        for number, files in enumerate(own, start=1):
            for name, content in sorted(files.files.items()):
                place = f"{OWN_FOLDER}/{number}/{name}"
                (self.path / place).parent.mkdir(parents=True, exist_ok=True)
                file = SealedFile(self.path / place)
                file.write(content)
                seals[place] = file.close()
        return seals

    def load_store(self, quads: Path) -> None:
        """Load the N-Quads into a new store."""
        store = pyoxigraph.Store(str(self.path / "store"))
        store.bulk_load(path=str(quads), format=pyoxigraph.RdfFormat.N_QUADS)
        store.flush()

    def publish(self, manifest: Manifest, *, keep: int) -> None:
        """Make what was built the current generation, and remove all but the newest ``keep``.

        If that is the current generation already, its files are put in their places again.
        """
        content = encode_manifest(manifest)
        (self.path / "manifest.json").write_bytes(content)
        name = name_generation(content)
        before = find_generation(self._folder)
        target = self._folder / GENERATIONS / name
        _sync_tree(self.path)
        if before == target:
            _replace_files(self.path, target)
            self.prune(keep)
            return
        if target.exists():
            shutil.rmtree(target)
        self.path.rename(target)
        _sync(target.parent)
        _point(self._folder, name)
        self.prune(keep)

    def drop(self) -> None:
        """Remove what was built so far."""
        shutil.rmtree(self.path, ignore_errors=True)

    def prune(self, keep: int) -> None:
        """Remove all generations but the current one and, of the others, the newest ``keep - 1``."""
        for generation in list_earlier(self._folder)[max(0, keep - 1) :]:
            shutil.rmtree(generation, ignore_errors=True)


def _replace_files(new: Path, old: Path) -> None:
    """Put the files of one generation in the places of those of another, the records first."""
    for path in sorted(new.iterdir(), key=lambda path: path.name != "records.jsonl"):
        if path.is_dir():
            shutil.rmtree(old / path.name, ignore_errors=True)
        path.replace(old / path.name)
    _sync(old)


def _point(folder: Path, name: str) -> None:
    new = folder / "CURRENT.new"
    with new.open("w", encoding="ascii") as file:
        file.write(f"{name}\n")
        file.flush()
        os.fsync(file.fileno())
    new.replace(folder / "CURRENT")
    _sync(folder)


def _sync_tree(path: Path) -> None:
    for child in path.iterdir():
        if child.is_dir():
            _sync_tree(child)
        else:
            _sync(child)
    _sync(path)


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
