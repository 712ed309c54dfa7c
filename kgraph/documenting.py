"""The page of the ontology, with examples of a graph that the mapping makes of a few records."""

import hashlib
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path

from kgraph import __version__
from kgraph.building import Link
from kgraph.exporting.ontology_page.page import Question, render_ontology
from kgraph.exporting.ontology_page.terms import read_ontology
from kgraph.graph.record_file import encode_record
from kgraph.lexicon.load import Lexicon
from kgraph.mapping.authority import list_authority
from kgraph.mapping.derived import Derivation
from kgraph.mapping.iris import mint_graph, mint_release
from kgraph.mapping.release_graph import list_release_triples, map_release
from kgraph.mapping.run import describe_run, name_run
from kgraph.records import Record
from kgraph.resources import locate_ontology
from kgraph.vocabulary import BASE

_PROGRAM = f"kgraph {__version__}"


def map_records(
    records: Iterable[Record], *, lexicon: Lexicon, link: Link, knowledge: str
) -> dict[str, list[str]]:
    """Return the graph of some records: sorted triples by the IRI of their named graph.

    It is what a build of these records writes, without a folder.

    Args:
        records: The records.
        lexicon: The lexicon, for resolution, posts, regions and issues.
        link: Resolution.
        knowledge: The SHA-256 of the knowledge, which the description of the run tells.
    """
    known = sorted(records, key=lambda record: mint_release(BASE, record.release.id))
    linker = link(known, lexicon)
    derivation = Derivation(linker, BASE, lexicon.posts)
    graphs: dict[str, list[str]] = {}
    for record in known:
        mapped = map_release(record, linker, BASE, lexicon.posts)
        derivation.add(mapped)
        graphs[mapped.iri] = sorted(set(list_release_triples(mapped, name_run(_PROGRAM, knowledge))))
    derived = {
        "authority": chain(
            list_authority(lexicon.regions, lexicon.issues, BASE, locate_ontology()),
            describe_run(BASE, _PROGRAM, knowledge),
        ),
        "edges": derivation.list_edges(),
        "identity": derivation.list_identity(),
        "tenures": derivation.list_tenures(),
        "ties": derivation.list_ties(),
    }
    return graphs | {mint_graph(BASE, name): sorted(set(triples)) for name, triples in derived.items()}


def build_ontology_page(
    records: Sequence[Record], questions: Iterable[Path], *, lexicon: Lexicon, link: Link
) -> str:
    """Return the page that documents the ontology.

    The knowledge that its examples name is the records themselves, so that the page does not
    change with each word of the lexicon.

    Args:
        records: Records that use every term, of invented releases.
        questions: Files of ready queries, in the order of the page.
        lexicon: The lexicon.
        link: Resolution.

    Raises:
        KnowledgeError: A file of the ontology is missing or wrong.
        ValueError: The records do not give a node of each class.
    """
    knowledge = hashlib.sha256(b"".join(encode_record(record) for record in records)).hexdigest()
    return render_ontology(
        read_ontology(sorted(locate_ontology().glob("*.ttl"))),
        map_records(records, lexicon=lexicon, link=link, knowledge=knowledge),
        [Question(name=path.name, text=path.read_text("utf-8")) for path in questions],
    )
