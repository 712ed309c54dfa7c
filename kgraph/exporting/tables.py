"""A graph as a folder of three tables with a data dictionary: nodes, edges and evidence."""

from collections.abc import Iterator

import msgspec

from kgraph.exporting.columns import OUTLINES, TableOutline, list_columns
from kgraph.exporting.csv_rows import Row, write_rows
from kgraph.exporting.descriptions import Description
from kgraph.exporting.evidence import Tenure, Tie, read_evidence, read_tenures, read_ties
from kgraph.exporting.folder import Entry
from kgraph.exporting.selection import Selection

_README = """# A knowledge graph as tables

{about}

{tables}
The files are CSV as RFC 4180 has it, in UTF-8, with a header; `datapackage.json` describes them for
programs (https://datapackage.org). What is not known is an empty field.

A text that begins with `=`, `+`, `-`, `@`, `'`, a tab or a line break has an apostrophe before it, so that no
spreadsheet takes it for a formula. A program that wants the text as it was takes one apostrophe away.
"""


def export_tables(selection: Selection) -> Iterator[Entry]:
    """Yield the files of the folder: the tables and what describes them."""
    readers = {"nodes": read_nodes, "edges": read_edges, "evidence": read_evidence_rows}
    for outline in OUTLINES:
        names = [column.name for column in list_columns(outline, without_bodies=selection.without_bodies)]
        rows = readers[outline.name](selection)
        yield Entry(name=f"{outline.name}.csv", parts=write_rows(names, rows, guard=True))
    yield Entry(name="datapackage.json", parts=iter([_write_package(selection)]))
    yield Entry(name="README.md", parts=iter([_write_readme(selection).encode()]))


def read_nodes(selection: Selection) -> Iterator[Row]:
    """Yield a row for each institution and person, by IRI."""
    for found in selection.describe_derived("identity"):
        if found.is_a("org:Organization") or found.is_a("schema:Person"):
            yield _describe_node(selection, found)


def _describe_node(selection: Selection, found: Description) -> Row:
    kind, region = found.find_value("org:classification"), found.find_value("dct:spatial")
    names = sorted(set(found.list_values("skos:altLabel")) - {found.find_value("kg:acronym")})
    return {
        "id": found.iri,
        "type": "institution" if found.is_a("org:Organization") else "person",
        "label": found.find_value("skos:prefLabel"),
        "acronym": found.find_value("kg:acronym"),
        "other_names": "; ".join(names),
        "kind": kind and get_slug(kind),
        "kind_label": kind and selection.describe(kind).find_text("skos:prefLabel", "en"),
        "region_code": region and get_slug(region),
        "region": region and selection.find_label(region),
        "releases": found.find_number("kg:releaseCount"),
    }


def read_edges(selection: Selection) -> Iterator[Row]:
    """Yield a row for each tie, then for each tenure, by IRI."""
    for tie in read_ties(selection):
        yield {
            **_join(selection, tie, "tie", *tie.parties),
            "events": tie.events,
            "issues": " ".join(map(get_slug, tie.issues)),
        }
    for tenure in read_tenures(selection):
        row = _join(selection, tenure, "tenure", tenure.person, tenure.institution)
        yield {**row, "post": selection.find_label(tenure.post)}


def _join(selection: Selection, edge: Tie | Tenure, type_: str, source: str, target: str) -> Row:
    return {
        "id": edge.iri,
        "type": type_,
        "source": source,
        "target": target,
        "source_label": selection.find_label(source),
        "target_label": selection.find_label(target),
        "releases": edge.releases,
        "first": edge.first,
        "last": edge.last,
    }


def read_evidence_rows(selection: Selection) -> Iterator[Row]:
    """Yield a row for each sentence of each claim of each edge, in the order of the edges."""
    for edges in (read_ties(selection), read_tenures(selection)):
        for edge in edges:
            for claim in edge.claims:
                found = read_evidence(selection, claim)
                for sentence in found.sentences:
                    yield {
                        "edge": edge.iri,
                        "claim": claim,
                        "basis": found.basis,
                        "date": found.date,
                        "release": found.release,
                        "title": found.title,
                        "url": found.url,
                        "published": found.published,
                        "sentence": sentence.iri,
                        "start": sentence.start,
                        "end": sentence.end,
                        "quote": sentence.quote,
                    }


def get_slug(iri: str) -> str:
    """Return the last part of an IRI.

    >>> get_slug("https://example.org/kind/police")
    'police'
    """
    return iri.rpartition("/")[2]


def describe_origin(selection: Selection) -> str:
    """Return a sentence on what a graph was made of and how."""
    manifest = selection.graph.manifest
    releases = manifest.counts["releases"]
    left_out = " Words of the releases are left out." if selection.without_bodies else ""
    return (
        f"Made by {manifest.program} of {releases:,} press {'release' if releases == 1 else 'releases'}; "
        f"graph {manifest.files['graph.nq'].sha256[:16]}.{left_out}"
    )


def _write_readme(selection: Selection) -> str:
    tables = ""
    for outline in OUTLINES:
        lines = [
            f"## {outline.name}.csv",
            "",
            outline.about,
            "",
            "| column | type | holds |",
            "|---|---|---|",
        ]
        columns = list_columns(outline, without_bodies=selection.without_bodies)
        lines += [f"| `{column.name}` | {column.type} | {column.about} |" for column in columns]
        tables += "\n".join([*lines, "", ""])
    return _README.format(about=describe_origin(selection), tables=tables)


def _write_package(selection: Selection) -> bytes:
    """Return the description of the tables as a Frictionless Data Package."""
    package = {
        "name": "kgraph-tables",
        "title": "A knowledge graph of press releases as tables",
        "description": describe_origin(selection),
        "version": selection.graph.manifest.files["graph.nq"].sha256[:16],
        **({"licenses": [{"path": selection.licence}]} if selection.licence else {}),
        "resources": [
            _describe_table(outline, without_bodies=selection.without_bodies) for outline in OUTLINES
        ],
    }
    return msgspec.json.format(msgspec.json.encode(package), indent=2) + b"\n"


def _describe_table(outline: TableOutline, *, without_bodies: bool) -> dict[str, object]:
    schema: dict[str, object] = {
        "fields": [
            {"name": column.name, "type": column.type, "description": column.about}
            for column in list_columns(outline, without_bodies=without_bodies)
        ]
    }
    if outline.key:
        schema["primaryKey"] = [outline.key]
    if outline.references:
        schema["foreignKeys"] = [
            {"fields": [own], "reference": {"resource": table, "fields": [other]}}
            for own, table, other in outline.references
        ]
    return {
        "name": outline.name,
        "path": f"{outline.name}.csv",
        "description": outline.about,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }
