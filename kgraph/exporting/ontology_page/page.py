"""The page: what the ontology says, how a graph uses it, and questions with their answers.

The page is one HTML text without scripts, and a policy inside it forbids to load anything.
The same arguments give the same text.
"""

import base64
import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec
import pyoxigraph
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kgraph.exporting.ontology_page.diagram import ARROWS, BOXES, CLAIM, draw_diagram
from kgraph.exporting.ontology_page.profile import ClassUse, Graphs, Profile
from kgraph.exporting.ontology_page.terms import Ontology, Term
from kgraph.exporting.turtle import Shortener, format_subjects
from kgraph.vocabulary import BASE, CONCEPTS, PREFIXES

_HERE = Path(__file__).resolve().parent
_TEMPLATE = "page.html.j2"
_STYLE = "page.css"

SECTIONS = {
    "Evidence": (
        "schema:NewsArticle",
        "oa:SpecificResource",
        "oa:TextPositionSelector",
        "oa:TextQuoteSelector",
    ),
    "Claims": (
        "kg:Claim",
        "kg:Naming",
        "kg:Topic",
        "schema:Event",
        "cv:Participation",
        "kg:EventDate",
        "kg:EventPlace",
        "kg:MentionedEvent",
        "kg:Collaboration",
        "kg:Agreement",
        "schema:Quotation",
        "kg:ReportedStatement",
        "org:Membership",
        "kg:TenureClaim",
        "time:Interval",
        "time:Instant",
    ),
    "Bodies, persons, posts and regions": (
        "org:Organization",
        "schema:Person",
        "org:Post",
        "schema:AdministrativeArea",
    ),
    "What follows from all claims": ("kg:Tie", "kg:Tenure"),
    "Concepts": ("skos:ConceptScheme", "skos:Concept"),
    "The run": ("prov:Activity", "prov:SoftwareAgent", "prov:Entity"),
}
"""The classes with a section of their own, by chapter; all others are told as further classes of these."""

_CLAIM_PROPERTIES = frozenset({"kg:inRelease", "kg:statedIn"})
"""What every claim has; told once, and left out of the sections of its sub-classes."""


class Question(msgspec.Struct, frozen=True, kw_only=True):
    """A query with the name of its file; the first comment lines of its text are title and explanation."""

    name: str
    text: str

    @property
    def comments(self) -> list[str]:
        """The comment lines at the top, without their marks."""
        lines: list[str] = []
        for line in self.text.splitlines():
            if not line.startswith("#"):
                break
            lines.append(line.removeprefix("#").strip())
        return lines

    @property
    def title(self) -> str:
        """What is asked."""
        return self.comments[0].removeprefix("title: ")

    @property
    def explanation(self) -> str:
        """What else has to be said."""
        return " ".join(self.comments[1:])

    @property
    def query(self) -> str:
        """The query without its comments at the top."""
        return "\n".join(self.text.splitlines()[len(self.comments) :]).strip()


class Answer(msgspec.Struct, frozen=True, kw_only=True):
    """What a question gives: the names of the columns and the cells of the rows."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


class Section(msgspec.Struct, frozen=True, kw_only=True):
    """What the page shows of one class; ``anchor`` is its place on the page."""

    term: Term
    anchor: str
    use: ClassUse
    example: str


def ask_question(question: Question, store: pyoxigraph.Store) -> Answer:
    """Return the answer to a question, with all named graphs read as one."""
    found = store.query(question.text, use_default_graph_as_union=True)
    if not isinstance(found, pyoxigraph.QuerySolutions):
        raise TypeError(question.name)
    columns = tuple(variable.value for variable in found.variables)
    return Answer(
        columns=columns, rows=tuple(tuple(_show(row[column]) for column in columns) for row in found)
    )


def _show(value: object) -> str:
    if isinstance(value, pyoxigraph.NamedNode):
        return value.value.removeprefix(CONCEPTS)
    return value.value if isinstance(value, pyoxigraph.Literal) else ""


def load_store(graphs: Graphs) -> pyoxigraph.Store:
    """Return a store in memory that holds a graph."""
    store = pyoxigraph.Store()
    lines = "".join(f"{triple} <{name}> .\n" for name, triples in graphs.items() for triple in triples)
    store.load(lines.encode(), format=pyoxigraph.RdfFormat.N_QUADS)
    return store


def render_ontology(ontology: Ontology, graphs: Graphs, questions: Sequence[Question]) -> str:
    """Return the page.

    Args:
        ontology: What the files of the ontology say.
        graphs: A small graph that uses all terms, from which examples and answers are taken.
        questions: Ready queries, in the order of the page.

    Raises:
        ValueError: The graph has no node of a class that the page describes, or not what the diagram shows.
    """
    names = [name for chapter in SECTIONS.values() for name in chapter]
    profile = Profile(graphs, names)
    _check_diagram(profile)
    shortener = Shortener(BASE)
    chapters = {
        title: [_make_section(name, ontology, profile, shortener) for name in chapter]
        for title, chapter in SECTIONS.items()
    }
    store = load_store(graphs)
    style = (_HERE / _STYLE).read_text("utf-8")
    environment = Environment(
        loader=FileSystemLoader(_HERE),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(anchor=make_anchor, described=frozenset(names))
    return environment.get_template(_TEMPLATE).render(
        ontology=ontology,
        chapters=chapters,
        diagram=draw_diagram(lambda name: f"#{make_anchor(name)}"),
        path=_write_path(profile, shortener),
        prefixes=sorted(PREFIXES.items()),
        base=BASE,
        own=sorted((term for term in ontology.terms.values() if term.name.startswith("kg:")), key=_by_name),
        public=sorted(
            (term for term in ontology.terms.values() if not term.name.startswith("kg:")), key=_by_name
        ),
        questions=[(question, ask_question(question, store)) for question in questions],
        style=Markup(style),  # noqa: S704
        policy=_format_policy(style),
    )


def make_anchor(name: str) -> str:
    """Return the place of a term on the page.

    >>> make_anchor("kg:Claim")
    'kg-Claim'
    """
    return name.replace(":", "-")


def _by_name(term: Term) -> tuple[str, str]:
    return term.name.casefold(), term.name


def _check_diagram(profile: Profile) -> None:
    for arrow in ARROWS:
        if not profile.holds(arrow.source, arrow.name, arrow.target):
            raise ValueError(f"no graph has {arrow.source} {arrow.name} {arrow.target}")
    if missing := {box.name for box in BOXES} - set(profile.classes) - {CLAIM}:
        raise ValueError(f"no node is of {sorted(missing)}")


def _make_section(name: str, ontology: Ontology, profile: Profile, shortener: Shortener) -> Section:
    use = profile.describe_shared(name) if name == CLAIM else profile.describe_class(name)
    if CLAIM in use.also:
        kept = tuple(one for one in use.uses if one.name not in _CLAIM_PROPERTIES)
        use = msgspec.structs.replace(use, uses=kept)
    return Section(
        term=ontology.terms[name],
        anchor=make_anchor(name),
        use=use,
        example=_write_nodes([use.example], profile, shortener),
    )


def _write_nodes(nodes: Iterable[str], profile: Profile, shortener: Shortener) -> str:
    facts = [fact for node in nodes for fact in profile.list_facts(node)]
    return "".join(format_subjects(facts, shortener)).strip()


def _write_path(profile: Profile, shortener: Shortener) -> str:
    """Return one claim, its first sentence with its selectors, and its release."""
    claim = profile.describe_class("org:Membership").example
    facts = {predicate: value for _, predicate, value in reversed(profile.list_facts(claim))}
    sentence, release = facts[f"<{PREFIXES['kg']}statedIn>"], facts[f"<{PREFIXES['kg']}inRelease>"]
    selectors = [
        value
        for _, predicate, value in profile.list_facts(sentence)
        if predicate == f"<{PREFIXES['oa']}hasSelector>"
    ]
    return _write_nodes([claim, sentence, *selectors, release], profile, shortener)


def _format_policy(style: str) -> str:
    """Return a policy under which nothing is loaded, no script runs and only this style sheet applies."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
