"""A graph folder opened for reading."""

import hashlib
import re
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

import pyoxigraph

from kgraph.errors import InputError
from kgraph.graph.manifest import ANEW, Manifest, name_generation, read_manifest
from kgraph.graph.record_file import read_records
from kgraph.lexicon.own_files import OwnFiles
from kgraph.records import Record

_NAME = re.compile(r"[0-9a-f]{16}")
GENERATIONS = "generations"
"""The folder of a graph folder that its generations lie in."""
OWN_FOLDER = "lexicon"
"""Where a generation keeps copies of a user's own files: words that move do not change its answers."""
_MEND = "mend the graph with: kgraph build SRC -g FOLDER"
"""What to do about a graph whose records are whole."""


class Graph:
    """One generation of a graph: its manifest, records, N-Quads and store."""

    def __init__(self, folder: Path, generation: Path, manifest: Manifest) -> None:
        self.folder = folder
        self.generation = generation
        self.manifest = manifest

    @property
    def base(self) -> str:
        """Where IRIs of resources begin."""
        return self.manifest.base

    @property
    def graph_file(self) -> Path:
        """The whole dataset as sorted N-Quads."""
        return self.generation / "graph.nq"

    @property
    def records_file(self) -> Path:
        """The records, sorted by release id."""
        return self.generation / "records.jsonl"

    def read_own_files(self) -> tuple[OwnFiles, ...]:
        """Return the copies of the user's own files that the graph was built with, folder by folder.

        Raises:
            InputError: One is missing or was changed.
        """
        found: dict[str, dict[str, bytes]] = {}
        for place, seal in sorted(self.manifest.files.items()):
            folder, _, name = place.rpartition("/")
            if folder.startswith(f"{OWN_FOLDER}/"):
                try:
                    content = (self.generation / place).read_bytes()
                except OSError:
                    content = b""
                if hashlib.sha256(content).hexdigest() != seal.sha256:
                    message = "the copy of the lexicon is damaged; build the graph again with --lexicon DIR"
                    raise InputError(message, path=self.generation / place)
                found.setdefault(folder, {})[name] = content
        ordered = sorted(found, key=lambda folder: int(folder.rpartition("/")[2]))
        return tuple(OwnFiles(folder=self.generation / folder, files=found[folder]) for folder in ordered)

    def records(self) -> Iterator[Record]:
        """Yield the records, by release id."""
        return read_records(self.records_file)

    @cached_property
    def store(self) -> pyoxigraph.Store:
        """The dataset for queries, read only; the default graph is empty.

        Raises:
            InputError: It cannot be opened.
        """
        try:
            return pyoxigraph.Store.read_only(str(self.generation / "store"))
        except (OSError, ValueError, RuntimeError) as error:
            raise InputError(f"the store is damaged ({error}); {_MEND}", path=self.folder) from error


def open_graph(folder: Path) -> Graph:
    """Return the current generation of a graph folder.

    Raises:
        InputError: The folder is no graph, is damaged, or has another format.
    """
    return _check_whole(open_records(folder))


def open_generation(folder: Path) -> Graph:
    """Return a generation given by its own folder, or the current one of a graph folder.

    Raises:
        InputError: The folder is neither, is damaged, or has another format.
    """
    if (folder / "CURRENT").exists() or not (folder / "manifest.json").is_file():
        return open_graph(folder)
    place = folder.resolve()
    owner = place.parent.parent if place.parent.name == GENERATIONS else folder
    graph = Graph(owner, folder, read_manifest(folder / "manifest.json"))
    _check_file(graph, "records.jsonl", ANEW)
    return _check_whole(graph)


def list_earlier(folder: Path) -> list[Path]:
    """Return the generations that a graph folder keeps besides the current one, newest first.

    Raises:
        InputError: ``CURRENT`` names nothing.
    """
    current = find_generation(folder)
    others = [path for path in (folder / GENERATIONS).iterdir() if path != current]
    return sorted(others, key=lambda path: (-path.stat().st_mtime_ns, path.name))


def open_previous(graph: Graph) -> Graph:
    """Return the generation before the current one of a graph folder.

    Raises:
        InputError: None is kept, or it is damaged.
    """
    earlier = [path for path in list_earlier(graph.folder) if (path / "manifest.json").is_file()]
    if not earlier:
        message = "keeps no earlier generation to compare with; builds keep one unless told --keep 1"
        raise InputError(message, path=graph.folder)
    return open_generation(earlier[0])


def open_records(folder: Path) -> Graph:
    """Return the current generation, of which only manifest and records need be whole.

    All the rest can be made of them.

    Raises:
        InputError: The folder is no graph, its records are damaged, or it has another format.
    """
    generation = find_generation(folder)
    if generation is None:
        raise InputError(
            "this folder is no graph; make one with: kgraph build SRC -g FOLDER"
            if folder.is_dir()
            else "there is no such graph; make one with: kgraph build SRC -g FOLDER",
            path=folder,
        )
    manifest = read_manifest(generation / "manifest.json")
    if name_generation((generation / "manifest.json").read_bytes()) != generation.name:
        raise InputError(f"the manifest was changed; {ANEW}", path=folder)
    graph = Graph(folder, generation, manifest)
    _check_file(graph, "records.jsonl", ANEW)
    return graph


def is_whole(folder: Path) -> bool:
    """Return whether the current generation has the N-Quads and the store that were built."""
    try:
        graph = open_graph(folder)
        graph.read_own_files()
        with graph.graph_file.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        return (
            digest == graph.manifest.files["graph.nq"].sha256
            and len(graph.store) == graph.manifest.counts["quads"]
        )
    except (InputError, OSError, RuntimeError):
        return False


def _check_whole(graph: Graph) -> Graph:
    """Return a graph whose N-Quads and store are there."""
    _check_file(graph, "graph.nq", _MEND)
    if not (graph.generation / "store" / "CURRENT").is_file():
        raise InputError(f"the store is missing; {_MEND}", path=graph.folder)
    return graph


def _check_file(graph: Graph, name: str, remedy: str) -> None:
    path = graph.generation / name
    seal = graph.manifest.files.get(name)
    if seal is None or not path.is_file() or path.stat().st_size != seal.bytes:
        raise InputError(f"the file is missing or cut off; {remedy}", path=path)


def find_generation(folder: Path) -> Path | None:
    """Return the folder that ``CURRENT`` names, or ``None`` where there is no ``CURRENT``.

    Raises:
        InputError: ``CURRENT`` names nothing.
    """
    try:
        name = (folder / "CURRENT").read_text("ascii").strip()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot be read: {error}", path=folder / "CURRENT") from error
    if not _NAME.fullmatch(name) or not (folder / GENERATIONS / name).is_dir():
        raise InputError(f"names no generation of this graph; {ANEW}", path=folder / "CURRENT")
    return folder / GENERATIONS / name
