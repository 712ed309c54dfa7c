"""Dumps as a build writes them, without all that makes a folder of them."""

from pathlib import Path

from kgraph.lexicon.load import load_lexicon
from kgraph.mapping.derived import Derivation
from kgraph.mapping.iris import mint_graph
from kgraph.mapping.quads import format_block
from kgraph.mapping.release_graph import list_release_triples, map_release
from kgraph.records import Record
from tests.linkers import link_by_name

BASE = "https://example.org/"
LEXICON = load_lexicon()


def write_dump(path: Path, records: list[Record]) -> Path:
    """Write the quads of some records: those of releases by IRI, then those of derived graphs."""
    linker = link_by_name(records)
    derivation = Derivation(linker, BASE, LEXICON.posts)
    blocks = {}
    for record in records:
        mapped = map_release(record, linker, BASE, LEXICON.posts)
        derivation.add(mapped)
        block = format_block(mapped.iri, list_release_triples(mapped, "run/x"))
        blocks[block.partition(b"\n")[0].rpartition(b" <")[2]] = block
    derived = {
        "edges": derivation.list_edges(),
        "identity": derivation.list_identity(),
        "tenures": derivation.list_tenures(),
        "ties": derivation.list_ties(),
    }
    content = [blocks[name] for name in sorted(blocks, key=lambda name: name.removesuffix(b"> ."))]
    content += [format_block(mint_graph(BASE, name), triples) for name, triples in derived.items()]
    path.write_bytes(b"".join(content))
    return path
