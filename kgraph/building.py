"""Records into a graph folder: which are kept, who is one with whom, and the quads that say so."""

import os
from collections import Counter
from collections.abc import Callable, Collection, Iterable
from itertools import chain
from pathlib import Path

import msgspec

from kgraph import __version__
from kgraph.entities import Linker
from kgraph.errors import InputError
from kgraph.graph.manifest import FORMAT, Manifest, Seal
from kgraph.graph.opening import Graph, find_generation, is_whole, open_records
from kgraph.graph.record_file import Line, RecordFile, decode_record, encode_record, index_records
from kgraph.graph.staging import SealedFile, Staging, lock_folder
from kgraph.graph.suppressed import add_suppressed, read_suppressed
from kgraph.lexicon.load import Lexicon
from kgraph.mapping.authority import list_authority
from kgraph.mapping.derived import Derivation
from kgraph.mapping.iris import mint_graph, mint_release
from kgraph.mapping.quads import format_block, iri
from kgraph.mapping.release_graph import list_release_triples, map_release
from kgraph.mapping.run import describe_run, name_run
from kgraph.records import Record
from kgraph.resources import hash_code, hash_knowledge, locate_lexicon, locate_ontology, locate_registry
from kgraph.suppression import suppress_persons
from kgraph.vocabulary import BASE, UNPLACED

_PROGRAM = f"kgraph {__version__}"

KEPT = 2
"""Generations that a folder keeps unless told otherwise: the current one and the one before."""

Link = Callable[[Iterable[Record], Lexicon], Linker]
Progress = Callable[[str, int, int | None], None]


class Built(msgspec.Struct, frozen=True, kw_only=True):
    """What a build did: release ids by what became of them, and the counts of the whole graph.

    ``spared`` would have been removed if all inputs could have been read; ``is_changed``
    is false if the graph is what it was, to the byte.
    """

    added: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    spared: tuple[str, ...] = ()
    kept: int = 0
    is_changed: bool = True
    counts: dict[str, int] = {}


def ignore_progress(step: str, done: int, total: int | None) -> None:
    """Say nothing of a build's progress."""


def build_graph(
    records: Iterable[Record],
    folder: Path,
    *,
    lexicon: Lexicon,
    link: Link,
    sync: bool = False,
    remove: Collection[str] = (),
    keep: int = KEPT,
    suppress: Collection[str] = (),
    private_persons: bool | None = None,
    is_complete: Callable[[], bool] = lambda: True,
    base: str | None = None,
    progress: Progress = ignore_progress,
    wait: Callable[[], None] = lambda: None,
) -> Built:
    """Put what releases say into a graph folder and return what that changed.

    The result depends on nothing but the releases that the graph then holds: it is
    what a build of exactly those in an empty folder gives, whatever their order.

    Args:
        records: Records of releases; one with an id that the graph has takes the place of the old one.
        folder: The graph folder; made where there is none.
        lexicon: The lexicon, for resolution and regions.
        link: Resolution: who is one with whom, in all releases that the graph will hold.
        sync: Remove the releases that are not among ``records``.
        remove: Ids of releases to remove.
        keep: How many generations the folder has afterwards, at most; the current one is of them.
        suppress: Hashes of the names of persons who stay out of this folder from now on.
        private_persons: Whether persons without a public post are in the graph; without it as the
            graph has it, else not.
        is_complete: Asked when all records have come, whether these are all that there are;
            if not, none is removed, since one that is missing may only be unreadable.
        base: Where IRIs of resources begin; without it as the graph has it, else the default.
        progress: Called with the step, how many are done, and of how many.
        wait: Called once if another build of the folder has to end first.

    Raises:
        InputError: The folder is no graph or cannot be written, two different texts have one id, there
            is no release to remove with an id, or a record that is kept has an issue or region that
            the lexicon has not.
    """
    with lock_folder(folder, wait=wait):
        current = open_records(folder) if find_generation(folder) else None
        # The list goes first: a build that is killed behind it is made up for by the next one.
        add_suppressed(folder, suppress)
        staging = Staging(folder)
        try:
            order = _Order(
                lexicon=lexicon,
                link=link,
                sync=sync,
                remove=frozenset(remove),
                keep=keep,
                suppressed=read_suppressed(folder),
                private_persons=private_persons,
                base=base,
            )
            return _build(records, staging, current, order, is_complete, progress)
        except OSError as error:
            raise InputError(
                f"the graph cannot be written ({error}); it is as it was before", path=folder
            ) from error
        finally:
            staging.drop()


class _Order(msgspec.Struct, frozen=True, kw_only=True):
    """What a build is asked for, besides the records."""

    lexicon: Lexicon
    link: Link
    sync: bool
    remove: frozenset[str]
    keep: int
    suppressed: frozenset[str]
    private_persons: bool | None
    base: str | None


def _build(
    records: Iterable[Record],
    staging: Staging,
    current: Graph | None,
    order: _Order,
    is_complete: Callable[[], bool],
    progress: Progress,
) -> Built:
    lexicon = order.lexicon
    kept = (suppress_persons(record, order.suppressed) for record in records)
    incoming = _spool(kept, staging.path / "incoming.jsonl")
    existing = _index(current)
    for release in sorted(order.remove - existing.lines.keys()):
        raise InputError("the graph has no release with this id, so nothing is removed", subject=release)
    extra = sorted(existing.lines.keys() - incoming.lines.keys()) if order.sync else []
    spared = () if is_complete() else tuple(extra)
    gone = (set(extra) - set(spared)) | (order.remove - incoming.lines.keys())
    chosen = sorted((incoming.lines.keys() | existing.lines.keys()) - gone)
    base = order.base or (current.base if current else BASE)
    private = order.private_persons
    if private is None:
        private = current is not None and current.manifest.private_persons
    merged, seal, outcome = _merge(
        chosen, incoming, existing, staging.path / "records.jsonl", order.suppressed
    )
    outcome = msgspec.structs.replace(outcome, spared=spared)
    incoming.path.unlink()
    knowledge = hash_knowledge(
        locate_lexicon(), locate_registry(), locate_ontology(), own=[one.files for one in lexicon.own]
    )
    manifest = Manifest(
        format=FORMAT,
        program=_PROGRAM,
        code=hash_code(),
        knowledge=knowledge,
        base=base,
        private_persons=private,
        files={"records.jsonl": seal, **staging.copy_own_files(lexicon.own)},
        counts={},
    )
    if current and _is_same(manifest, current.manifest) and is_whole(current.folder):
        staging.prune(order.keep)
        return msgspec.structs.replace(outcome, is_changed=False, counts=current.manifest.counts)
    progress("finding who is who", 0, None)
    linker = order.link(merged.read_records(), lexicon)
    if private:
        linker = linker.with_private_persons()
    seal, counts = _write_quads(merged, linker, lexicon, base, knowledge, staging.path / "graph.nq", progress)
    progress("loading the store", 0, None)
    staging.load_store(staging.path / "graph.nq")
    staging.publish(
        msgspec.structs.replace(manifest, files={**manifest.files, "graph.nq": seal}, counts=counts),
        keep=order.keep,
    )
    return msgspec.structs.replace(outcome, counts=counts)


def _spool(records: Iterable[Record], path: Path) -> RecordFile:
    """Write records to a file as they come; of two of one release the same one is kept in every order."""
    lines: dict[str, Line] = {}
    spool = RecordFile(path, lines)
    offset = 0
    with path.open("w+b") as file:
        for record in records:
            release = record.release
            content = encode_record(record)
            known = lines.get(release.id)
            if known is not None:
                if known.sha256 != release.sha256:
                    raise InputError("two different texts have this id", subject=release.id)
                if spool.read_line(file, release.id) <= content:
                    continue
                file.seek(offset)
            file.write(content)
            lines[release.id] = Line(offset=offset, size=len(content), sha256=release.sha256)
            offset += len(content)
    return spool


def _index(current: Graph | None) -> RecordFile:
    if current is None:
        return RecordFile(Path(os.devnull), {})
    return index_records(current.records_file, seal=current.manifest.files["records.jsonl"])


def _merge(
    chosen: list[str],
    incoming: RecordFile,
    existing: RecordFile,
    path: Path,
    suppressed: frozenset[str],
) -> tuple[RecordFile, Seal, Built]:
    """Write the records that the graph will hold, by release id."""
    output = SealedFile(path)
    lines: dict[str, Line] = {}
    added, replaced, offset = [], [], 0
    with incoming.path.open("rb") as new, existing.path.open("rb") as old:
        for release in chosen:
            before = existing.read_line(old, release) if release in existing.lines else None
            content = incoming.read_line(new, release) if release in incoming.lines else before
            if content is None:
                raise KeyError(release)
            sha256 = (incoming if release in incoming.lines else existing).lines[release].sha256
            if suppressed and release not in incoming.lines:
                record = suppress_persons(decode_record(content), suppressed)
                content, sha256 = encode_record(record), record.release.sha256
            if before is None:
                added.append(release)
            elif content != before:
                replaced.append(release)
            lines[release] = Line(offset=offset, size=len(content), sha256=sha256)
            output.write(content)
            offset += len(content)
    removed = sorted(existing.lines.keys() - set(chosen))
    outcome = Built(
        added=tuple(added),
        replaced=tuple(replaced),
        removed=tuple(removed),
        kept=len(chosen) - len(added) - len(replaced),
    )
    return RecordFile(path, lines), output.close(), outcome


def _check_known(record: Record, lexicon: Lexicon) -> None:
    """Do nothing if a record names only issues and regions that there are; kept ones may be of other days."""
    for problem in lexicon.list_unknown(record):
        raise InputError(
            f"{problem}; build with the lexicon that has it, or from the text of this release again",
            subject=record.release.id,
        )


def _is_same(new: Manifest, old: Manifest) -> bool:
    """Whether two generations are made of the same records, by the same program with the same knowledge."""
    return all(
        [
            new.files["records.jsonl"] == old.files["records.jsonl"],
            (new.program, new.code) == (old.program, old.code),
            (new.knowledge, new.base) == (old.knowledge, old.base),
            new.private_persons == old.private_persons,
        ]
    )


def _write_quads(
    merged: RecordFile,
    linker: Linker,
    lexicon: Lexicon,
    base: str,
    knowledge: str,
    path: Path,
    progress: Progress,
) -> tuple[Seal, dict[str, int]]:
    """Write the blocks of all graphs: those of releases by IRI, then the derived ones by IRI."""
    output = SealedFile(path)
    derivation = Derivation(linker, base, lexicon.posts)
    counts: Counter[str] = Counter()

    def write(graph: str, triples: Iterable[str]) -> None:
        block = format_block(graph, triples)
        counts["quads"] += block.count(b"\n")
        output.write(block)

    order = sorted(merged.lines, key=lambda release: iri(mint_release(base, release)).strip("<>"))
    for number, record in enumerate(merged.read_selected(order), start=1):
        _check_known(record, lexicon)
        mapped = map_release(record, linker, base, lexicon.posts)
        derivation.add(mapped)
        counts["claims"] += len({claim.iri for claim in mapped.claims})
        unplaced = sum(doubt.reason == UNPLACED for doubt in record.doubts)
        counts["unknown phrases"] += unplaced
        counts["doubts"] += len(record.doubts) - unplaced
        write(mapped.iri, list_release_triples(mapped, name_run(_PROGRAM, knowledge)))
        progress("writing graphs of releases:", number, len(order))
    authority = chain(
        list_authority(lexicon.regions, lexicon.issues, base, locate_ontology()),
        describe_run(base, _PROGRAM, knowledge),
    )
    derived = {
        "authority": authority,
        "edges": derivation.list_edges(),
        "identity": derivation.list_identity(),
        "tenures": derivation.list_tenures(),
        "ties": derivation.list_ties(),
    }
    for name, triples in derived.items():
        write(mint_graph(base, name), triples)
    counts["releases"] = len(order)
    counts.update(derivation.count())
    return output.close(), dict(counts)
