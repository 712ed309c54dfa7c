"""The tables of a CSV folder: their columns, and what stands in them."""

import msgspec


class Column(msgspec.Struct, frozen=True, kw_only=True):
    """One column; ``type`` is that of a Frictionless field, ``wording`` that it holds words of releases."""

    name: str
    about: str
    type: str = "string"
    wording: bool = False


class TableOutline(msgspec.Struct, frozen=True, kw_only=True):
    """A table: its name, what a row is, its columns, its key, and which column refers to which table's."""

    name: str
    about: str
    columns: tuple[Column, ...]
    key: str | None = None
    references: tuple[tuple[str, str, str], ...] = ()


def _column(name: str, about: str, type_: str = "string", *, wording: bool = False) -> Column:
    return Column(name=name, about=about, type=type_, wording=wording)


NODES = TableOutline(
    name="nodes",
    about="One row for each institution, and for each person who holds a public post.",
    key="id",
    columns=(
        _column("id", "IRI of the institution or person."),
        _column("type", "institution or person."),
        _column("label", "Preferred name, in Indonesian."),
        _column("acronym", "Short name, if there is one."),
        _column("other_names", "Other names that releases use, with '; ' between them."),
        _column("kind", "Kind of institution, the last part of its IRI, such as ministry or police."),
        _column("kind_label", "Name of the kind, in English."),
        _column(
            "region_code",
            "Official code of the institution's region, such as 72 or 72.71.",
        ),
        _column("region", "Name of the region."),
        _column("releases", "Number of releases that name the institution or person.", "integer"),
    ),
)

EDGES = TableOutline(
    name="edges",
    about="One row for each tie between two institutions, and for each post that a person was seen to hold.",
    key="id",
    references=(("source", "nodes", "id"), ("target", "nodes", "id")),
    columns=(
        _column("id", "IRI of the tie or tenure."),
        _column(
            "type", "tie: two institutions act together, without direction; tenure: source holds a post."
        ),
        _column("source", "IRI of one institution of a tie, or of the person."),
        _column("target", "IRI of the other institution, or of the one that the post is in."),
        _column("source_label", "Name of the source."),
        _column("target_label", "Name of the target."),
        _column("post", "Name of the post; empty for ties."),
        _column("releases", "Number of releases that say so: the weight.", "integer"),
        _column("events", "Number of events of both; empty for tenures.", "integer"),
        _column("first", "First day on which it was seen.", "date"),
        _column("last", "Last day on which it was seen.", "date"),
        _column("issues", "Issues of a tie, the last parts of their IRIs, with a space between them."),
    ),
)

EVIDENCE = TableOutline(
    name="evidence",
    about="One row for each sentence of each claim that supports an edge.",
    references=(("edge", "edges", "id"),),
    columns=(
        _column("edge", "IRI of the tie or tenure."),
        _column("claim", "IRI of the claim: one fact that one release states."),
        _column("basis", "What a tie rests on: meeting, signing, joint-action, handover or stated."),
        _column("date", "Day of the fact, as far as it is known.", "date"),
        _column("release", "IRI of the release."),
        _column("title", "Title of the release.", wording=True),
        _column("url", "Address of the release."),
        _column("published", "Day on which the release was published.", "date"),
        _column("sentence", "IRI of the sentence."),
        _column("start", "Where it begins in the body of the release, in Unicode code points.", "integer"),
        _column("end", "Where it ends, exclusive.", "integer"),
        _column("quote", "The sentence as it stands in the release.", wording=True),
    ),
)

OUTLINES = (NODES, EDGES, EVIDENCE)


def list_columns(outline: TableOutline, *, without_bodies: bool) -> tuple[Column, ...]:
    """Return the columns of a table; without bodies those that hold words of releases are left out."""
    return tuple(column for column in outline.columns if not (without_bodies and column.wording))
