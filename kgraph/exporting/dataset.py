"""A description of a graph as a dataset, in VoID and DCAT: what it holds, of which version, under what terms.

All figures are counted from the graph as it is exported. There is no clock in it: the version
is the hash of the content. Sources: https://www.w3.org/TR/void/, https://www.w3.org/TR/vocab-dcat-3/.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

import msgspec

from kgraph.exporting.rdf import export_quads, export_triples, split_triple
from kgraph.exporting.selection import Selection
from kgraph.exporting.turtle import relativize
from kgraph.vocabulary import PREFIXES, RDF, XSD, expand

_PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": PREFIXES["dct"],
    "prov": PREFIXES["prov"],
    "rdfs": PREFIXES["rdfs"],
    "spdx": "http://spdx.org/rdf/terms#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": XSD,
}
_RIGHTS = (
    "The sentences, titles and surface forms are quoted from press releases, whose rights are with their "
    "publishers. Names and codes of regions come from a table under the MIT licence, which the "
    "NOTICE of kgraph names; the ontology comes from kgraph (Apache-2.0)."
)
_RIGHTS_WITHOUT_BODIES = (
    "No words of the press releases are in it but names. Names and codes of regions come from "
    "a table under the MIT licence, which the NOTICE of kgraph names; the ontology comes from kgraph "
    "(Apache-2.0)."
)
_TYPE = f"<{RDF}type>"
_PUBLISHED = f"<{expand('schema:datePublished')}>"


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """What is counted of a graph; ``classes`` by entities, ``properties`` by triples, all as IRIs.

    ``sha256`` is that of the sorted N-Quads; ``first`` and ``last`` are the days on which the
    oldest and the newest release were published, as far as that is known.
    """

    quads: int
    sha256: str
    triples: int
    subjects: int
    entities: int
    classes: dict[str, int]
    properties: dict[str, int]
    first: str | None
    last: str | None


def count_figures(selection: Selection) -> Figures:
    """Return the figures of a graph, each triple counted once whatever graphs it is in."""
    digest, quads = hashlib.sha256(), 0
    for line in export_quads(selection):
        digest.update(line)
        quads += 1
    classes: Counter[str] = Counter()
    properties: Counter[str] = Counter()
    subjects = entities = 0
    days: set[str] = set()
    triples = (split_triple(line) for line in export_triples(selection))
    for subject, group in groupby(triples, key=lambda triple: triple[0]):
        subjects += 1
        entities += subject.startswith(f"<{selection.base}")
        for _, predicate, value in group:
            properties[predicate[1:-1]] += 1
            if predicate == _TYPE:
                classes[value[1:-1]] += 1
            elif predicate == _PUBLISHED:
                days.add(value.split('"')[1])
    return Figures(
        quads=quads,
        sha256=digest.hexdigest(),
        triples=properties.total(),
        subjects=subjects,
        entities=entities,
        classes=dict(sorted(classes.items())),
        properties=dict(sorted(properties.items())),
        first=min(days, default=None),
        last=max(days, default=None),
    )


def export_description(selection: Selection) -> Iterator[bytes]:
    """Yield the description as Turtle."""
    yield write_description(selection, count_figures(selection)).encode()


def write_description(
    selection: Selection, figures: Figures, *, dump: str | None = None, examples: Iterable[str] = ()
) -> str:
    """Return the description as Turtle.

    Args:
        selection: What is described.
        figures: Its figures.
        dump: The IRI of a file that holds all of it as N-Quads.
        examples: IRIs of resources that are good to begin with.
    """
    header = [
        f"@base <{selection.base}> .",
        *(f"@prefix {name}: <{iri}> ." for name, iri in _PREFIXES.items()),
    ]
    facts = [*_describe(selection, figures), *_point(selection, figures, dump, examples)]
    parts = [" ;\n    ".join(["<dataset> a void:Dataset , dcat:Dataset", *facts]) + " ."]
    if figures.first and figures.last:
        parts.append(
            "<dataset#period> a dct:PeriodOfTime ;\n"
            f"    dcat:startDate {_day(figures.first)} ;\n    dcat:endDate {_day(figures.last)} ."
        )
    parts.append(
        "<dataset#checksum> a spdx:Checksum ;\n    spdx:algorithm spdx:checksumAlgorithm_sha256 ;\n"
        f'    spdx:checksumValue "{figures.sha256}"^^xsd:hexBinary .'
    )
    if dump:
        parts.append(
            "<dataset#dump> a dcat:Distribution ;\n"
            f"    dcat:downloadURL {_iri(selection, dump)} ;\n"
            "    dcat:mediaType <https://www.iana.org/assignments/media-types/application/n-quads> ;\n"
            "    spdx:checksum <dataset#checksum> ."
        )
    return "\n".join(header) + "\n\n" + "\n\n".join([*parts, *_list_partitions(figures)]) + "\n"


def _describe(selection: Selection, figures: Figures) -> Iterator[str]:
    manifest = selection.graph.manifest
    counts = manifest.counts
    yield 'dct:title "Who works with whom, according to press releases of Indonesian public agencies"@en'
    yield (
        f'dct:description "{counts["releases"]} press releases, {counts["institutions"]} institutions, '
        f"{counts['ties']} ties between them, {counts['claims']} claims, each with the sentences "
        'that state it."@en'
    )
    yield (
        f"dct:license {_iri(selection, selection.licence)}"
        if selection.licence
        else ('rdfs:comment "Who made this graph has named no licence for it."@en')
    )
    yield f'dct:rights "{_RIGHTS_WITHOUT_BODIES if selection.without_bodies else _RIGHTS}"@en'
    yield "dct:language <http://publications.europa.eu/resource/authority/language/IND>"
    yield "dct:spatial <http://www.wikidata.org/entity/Q252>"
    if figures.first and figures.last:
        yield "dct:temporal <dataset#period>"
    yield f'dcat:version "{figures.sha256[:16]}"'
    yield "spdx:checksum <dataset#checksum>"
    for found in selection.describe_derived("authority"):
        if found.is_a("prov:Activity"):
            yield f"prov:wasGeneratedBy {_iri(selection, found.iri)}"
    yield f"dct:conformsTo <{PREFIXES['kg'].removesuffix('#')}>"


def _point(
    selection: Selection, figures: Figures, dump: str | None, examples: Iterable[str]
) -> Iterator[str]:
    yield f'void:uriSpace "{selection.base}"'
    yield f"void:triples {figures.triples}"
    yield f"void:entities {figures.entities}"
    yield f"void:distinctSubjects {figures.subjects}"
    yield f"void:classes {len(figures.classes)}"
    yield f"void:properties {len(figures.properties)}"
    used = {*figures.classes, *figures.properties}
    for namespace in sorted(PREFIXES.values()):
        if any(iri.startswith(namespace) for iri in used):
            yield f"void:vocabulary <{namespace}>"
    yield "void:feature <http://www.w3.org/ns/formats/N-Quads>"
    if dump:
        yield f"void:dataDump {_iri(selection, dump)}"
        yield "dcat:distribution <dataset#dump>"
    for iri in examples:
        yield f"void:exampleResource {_iri(selection, iri)}"
    yield from (f"void:classPartition <dataset#class-{_name(iri)}>" for iri in figures.classes)
    yield from (f"void:propertyPartition <dataset#property-{_name(iri)}>" for iri in figures.properties)


def _list_partitions(figures: Figures) -> Iterator[str]:
    for iri, count in figures.classes.items():
        yield f"<dataset#class-{_name(iri)}> void:class <{iri}> ;\n    void:entities {count} ."
    for iri, count in figures.properties.items():
        yield f"<dataset#property-{_name(iri)}> void:property <{iri}> ;\n    void:triples {count} ."


def _name(iri: str) -> str:
    """Return what tells the partition of a term from others, the same for every graph."""
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and iri.removeprefix(namespace).isalnum():
            return f"{prefix}-{iri.removeprefix(namespace)}"
    return hashlib.sha256(iri.encode()).hexdigest()[:16]


def _day(day: str) -> str:
    return f'"{day}"^^xsd:date'


def _iri(selection: Selection, iri: str) -> str:
    return f"<{relativize(iri, selection.base)}>"
