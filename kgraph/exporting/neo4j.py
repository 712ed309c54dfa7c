"""A graph as CSV files for ``neo4j-admin database import``, with what the import needs beside them.

The form of the headers: https://neo4j.com/docs/operations-manual/current/import/. Texts are as they
are: nothing is put before those that a spreadsheet could take for a formula, since that would stay in the
database.
"""

from collections.abc import Callable, Iterator
from importlib.resources import files

import msgspec

from kgraph.exporting.csv_rows import Row, write_rows
from kgraph.exporting.evidence import read_sentence, read_tenures, read_ties
from kgraph.exporting.folder import Entry
from kgraph.exporting.selection import Selection
from kgraph.exporting.tables import describe_origin, get_slug, read_nodes


class _File(msgspec.Struct, frozen=True, kw_only=True):
    """A file of nodes or relationships; ``wording`` are the columns that hold words of releases."""

    name: str
    columns: tuple[str, ...]
    read: Callable[[Selection], Iterator[Row]]
    is_nodes: bool = True
    wording: tuple[str, ...] = ()


def export_neo4j(selection: Selection) -> Iterator[Entry]:
    """Yield the files of the folder."""
    for file in _FILES:
        hidden = file.wording if selection.without_bodies else ()
        columns = [column for column in file.columns if column not in hidden]
        yield Entry(name=f"{file.name}.csv", parts=write_rows(columns, file.read(selection), guard=False))
    yield Entry(name="import.sh", parts=iter([_write_script().encode()]))
    yield Entry(name="README.md", parts=iter([_write_readme(selection).encode()]))


def _read_bodies(selection: Selection) -> Iterator[Row]:
    for row in read_nodes(selection):
        if row["type"] == "institution":
            yield {
                **_rename(row),
                "kind": row["kind"],
                "region": row["region"],
                "regionCode": row["region_code"],
                ":LABEL": "Institution",
            }


def _read_persons(selection: Selection) -> Iterator[Row]:
    for row in read_nodes(selection):
        if row["type"] == "person":
            yield {**_rename(row), ":LABEL": "Person"}


def _rename(row: Row) -> Row:
    return {
        "iri:ID": row["id"],
        "name": row["label"],
        "acronym": row["acronym"],
        "otherNames": row["other_names"],
        "releases:int": row["releases"],
    }


def _read_posts(selection: Selection) -> Iterator[Row]:
    for found in selection.describe_derived("identity"):
        if found.is_a("org:Post"):
            yield {"iri:ID": found.iri, "name": found.find_value("skos:prefLabel"), ":LABEL": "Post"}


def _read_issues(selection: Selection) -> Iterator[Row]:
    used = {issue for tie in read_ties(selection) for issue in tie.issues}
    for iri in sorted(used):
        found = selection.describe(iri)
        yield {
            "iri:ID": iri,
            "name": found.find_text("skos:prefLabel", "id"),
            "nameEnglish": found.find_text("skos:prefLabel", "en"),
            ":LABEL": "Issue",
        }


def _read_releases(selection: Selection) -> Iterator[Row]:
    for block in selection.releases:
        found = selection.describe(block.name)
        yield {
            "iri:ID": found.iri,
            "identifier": found.find_value("dct:identifier"),
            "title": found.find_value("dct:title"),
            "url": found.find_value("schema:url"),
            "published:date": found.find_value("schema:datePublished"),
            ":LABEL": "Release",
        }


def _read_claims(selection: Selection) -> Iterator[Row]:
    for claim, is_tie in _list_claims(selection):
        found = selection.describe(claim)
        yield {
            "iri:ID": claim,
            "basis": found.find_value("kg:basis"),
            "date:date": found.find_value("kg:onDate") or found.find_value("kg:observedOn"),
            ":LABEL": "Claim;Collaboration" if is_tie else "Claim;Membership",
        }


def _read_sentences(selection: Selection) -> Iterator[Row]:
    found = {
        sentence
        for claim, _ in _list_claims(selection)
        for sentence in selection.describe(claim).list_values("kg:statedIn")
    }
    for iri in sorted(found):
        sentence = read_sentence(selection, iri)
        yield {
            "iri:ID": iri,
            "start:int": sentence.start,
            "end:int": sentence.end,
            "quote": sentence.quote,
            ":LABEL": "Sentence",
        }


def _list_claims(selection: Selection) -> list[tuple[str, bool]]:
    """Return the claims behind ties and tenures by IRI, and whether each is of a tie."""
    of_ties = {claim for tie in read_ties(selection) for claim in tie.claims}
    of_tenures = {claim for tenure in read_tenures(selection) for claim in tenure.claims}
    return [(claim, claim in of_ties) for claim in sorted(of_ties | of_tenures)]


def _read_ties(selection: Selection) -> Iterator[Row]:
    for tie in read_ties(selection):
        yield {
            ":START_ID": tie.parties[0],
            ":END_ID": tie.parties[1],
            ":TYPE": "WORKS_WITH",
            "iri": tie.iri,
            "releases:int": tie.releases,
            "events:int": tie.events,
            "first:date": tie.first,
            "last:date": tie.last,
            "issues:string[]": ";".join(map(get_slug, tie.issues)),
        }


def _read_tenures(selection: Selection) -> Iterator[Row]:
    for tenure in read_tenures(selection):
        yield {
            ":START_ID": tenure.person,
            ":END_ID": tenure.post,
            ":TYPE": "HELD",
            "iri": tenure.iri,
            "releases:int": tenure.releases,
            "first:date": tenure.first,
            "last:date": tenure.last,
        }


def _read_links(selection: Selection) -> Iterator[Row]:
    for found in selection.describe_derived("identity"):
        if found.is_a("org:Post"):
            yield from _link(found.iri, "IN", found.list_values("org:postIn"))
    for tie in read_ties(selection):
        for claim in tie.claims:
            yield from _link(claim, "PARTY", tie.parties)
            yield from _link(claim, "ON_ISSUE", selection.describe(claim).list_values("kg:onIssue"))
    for tenure in read_tenures(selection):
        for claim in tenure.claims:
            yield from _link(claim, "MEMBER", (tenure.person,))
            yield from _link(claim, "POST", (tenure.post,))
    sentences: set[str] = set()
    for claim, _ in _list_claims(selection):
        stated = selection.describe(claim).list_values("kg:statedIn")
        yield from _link(claim, "STATED_IN", stated)
        sentences.update(stated)
    for sentence in sorted(sentences):
        yield from _link(sentence, "OF", selection.describe(sentence).list_values("oa:hasSource"))


def _link(start: str, type_: str, ends: tuple[str, ...]) -> Iterator[Row]:
    for end in ends:
        yield {":START_ID": start, ":END_ID": end, ":TYPE": type_}


_ENDS = (":START_ID", ":END_ID", ":TYPE")
_FILES = (
    _File(
        name="institutions",
        columns=(
            "iri:ID",
            "name",
            "acronym",
            "otherNames",
            "kind",
            "region",
            "regionCode",
            "releases:int",
            ":LABEL",
        ),
        read=_read_bodies,
    ),
    _File(
        name="persons", columns=("iri:ID", "name", "otherNames", "releases:int", ":LABEL"), read=_read_persons
    ),
    _File(name="posts", columns=("iri:ID", "name", ":LABEL"), read=_read_posts),
    _File(name="issues", columns=("iri:ID", "name", "nameEnglish", ":LABEL"), read=_read_issues),
    _File(
        name="releases",
        columns=("iri:ID", "identifier", "title", "url", "published:date", ":LABEL"),
        read=_read_releases,
        wording=("title",),
    ),
    _File(name="claims", columns=("iri:ID", "basis", "date:date", ":LABEL"), read=_read_claims),
    _File(
        name="sentences",
        columns=("iri:ID", "start:int", "end:int", "quote", ":LABEL"),
        read=_read_sentences,
        wording=("quote",),
    ),
    _File(
        name="works-with",
        columns=(*_ENDS, "iri", "releases:int", "events:int", "first:date", "last:date", "issues:string[]"),
        read=_read_ties,
        is_nodes=False,
    ),
    _File(
        name="held",
        columns=(*_ENDS, "iri", "releases:int", "first:date", "last:date"),
        read=_read_tenures,
        is_nodes=False,
    ),
    _File(name="links", columns=_ENDS, read=_read_links, is_nodes=False),
)


def _write_readme(selection: Selection) -> str:
    text = (files("kgraph.exporting") / "neo4j.md").read_text("utf-8")
    return text.replace("{about}", describe_origin(selection))


def _write_script() -> str:
    options = [f"  --{'nodes' if file.is_nodes else 'relationships'}={file.name}.csv" for file in _FILES]
    lines = ["neo4j-admin database import full neo4j", "  --multiline-fields=true", *options]
    return (
        "#!/bin/sh\n# Run in this folder while the database is stopped and empty.\n"
        + " \\\n".join(lines)
        + "\n"
    )
