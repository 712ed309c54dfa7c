"""The authority graph: regions, the concepts that the ontology ships, and the issues that a user adds."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph

from kgraph.errors import KnowledgeError
from kgraph.lexicon.issues import IssueCues, IssueWords
from kgraph.lexicon.regions import Regions
from kgraph.mapping.iris import mint_issue, mint_region
from kgraph.mapping.quads import english, escape, indonesian, integer, iri, plain, term
from kgraph.vocabulary import CONCEPTS

TERM_FILES = frozenset({"kgraph.ttl", "public.ttl"})
"""The files of the ontology that describe terms; all others hold concepts."""


def list_authority(regions: Regions, issues: IssueWords, base: str, ontology: Path) -> Iterator[str]:
    """Yield the triples of the authority graph.

    Args:
        regions: All regions.
        issues: All issues; those that the ontology does not have are described with their labels, and
            all have the phrases that alone tell them as hidden labels.
        base: Where the IRIs of issues begin that the ontology does not have.
        ontology: The folder of the ontology.

    Raises:
        KnowledgeError: A file of the ontology is missing or wrong.
    """
    yield from _describe_regions(regions)
    concepts = list(_describe_issues(issues.added, base))
    for path in sorted(ontology.glob("*.ttl")):
        if path.name not in TERM_FILES:
            concepts += read_turtle(path)
    yield from concepts
    # A label is of one sort only, whatever its case.
    labels = {concept.casefold() for concept in concepts}
    for issue in issues.issues:
        node = iri(mint_issue(base, issue.slug))
        for cue in issue.decisive:
            sorts = ("skos:prefLabel", "skos:altLabel")
            if not any(f"{node} {term(sort)} {indonesian(cue)}".casefold() in labels for sort in sorts):
                yield f"{node} {term('skos:hiddenLabel')} {indonesian(cue)}"


def _describe_regions(regions: Regions) -> Iterator[str]:
    for region in regions.rows:
        facts = [
            ("rdf:type", term("schema:AdministrativeArea")),
            ("rdf:type", term("cv:AdminUnit")),
            ("skos:prefLabel", indonesian(region.name)),
            ("wdt:P2588", plain(region.code)),
            ("kg:adminLevel", integer(2 if region.parent else 1)),
            *[("skos:altLabel", indonesian(form)) for form in region.short_forms],
        ]
        if region.parent:
            facts.append(("schema:containedInPlace", iri(mint_region(region.parent))))
        for predicate, value in facts:
            yield f"{iri(mint_region(region.code))} {term(predicate)} {value}"


def _describe_issues(issues: Iterable[IssueCues], base: str) -> Iterator[str]:
    """Yield what a graph says of issues of its own, which join the scheme of the ontology."""
    for issue in issues:
        facts = [
            ("rdf:type", term("skos:Concept")),
            ("skos:inScheme", iri(f"{CONCEPTS}issue")),
            ("skos:topConceptOf", iri(f"{CONCEPTS}issue")),
            ("skos:notation", plain(issue.slug)),
        ]
        if issue.label is not None:
            facts.append(("skos:prefLabel", indonesian(issue.label.id)))
            facts.append(("skos:prefLabel", english(issue.label.en)))
        for predicate, value in facts:
            yield f"{iri(mint_issue(base, issue.slug))} {term(predicate)} {value}"


def read_turtle(path: Path) -> Iterator[str]:
    """Yield the triples of a Turtle file as this package writes them.

    Raises:
        KnowledgeError: The file is missing, is not Turtle or has a blank node.
    """
    try:
        for triple in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE):
            yield " ".join(_format(node, path) for node in (triple.subject, triple.predicate, triple.object))
    except OSError as error:
        raise KnowledgeError("the file cannot be read", path=path) from error
    except SyntaxError as error:
        raise KnowledgeError(str(error.msg), path=path, line=error.lineno) from error


def _format(node: object, path: Path) -> str:
    if isinstance(node, pyoxigraph.NamedNode):
        return iri(node.value)
    if not isinstance(node, pyoxigraph.Literal):
        raise KnowledgeError("a blank node cannot be cited; give it an IRI", path=path, subject=str(node))
    quoted = f'"{escape(node.value)}"'
    if node.language:
        return f"{quoted}@{node.language}"
    return quoted if node.datatype.value.endswith("#string") else f"{quoted}^^{iri(node.datatype.value)}"
