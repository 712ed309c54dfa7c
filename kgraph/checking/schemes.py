"""Checks of the ontology: schemes complete, terms defined, everything labelled in both languages."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import pyoxigraph

from kgraph.checking.problems import Problem
from kgraph.vocabulary import (
    AGREEMENT_KINDS,
    CONCEPTS,
    EVENT_TYPES,
    INSTITUTION_KINDS,
    ISSUES,
    KG,
    OWL,
    PARTICIPATION_ROLES,
    PREFIXES,
    RDF,
    RDFS,
    SCHEMA,
    SKOS,
    TERMS,
    expand,
)

SCHEMES = {
    "kind": INSTITUTION_KINDS,
    "event-type": EVENT_TYPES,
    "issue": ISSUES,
    "agreement-kind": AGREEMENT_KINDS,
    "role": PARTICIPATION_ROLES,
}
"""The slugs that the program knows of each scheme."""

_FOREIGN = ("owl", "rdf", "rdfs", "xsd")
"""Vocabularies of the languages themselves, whose terms nobody has to describe."""

_LANGUAGES = ("en", "id")
_RELATIONS = (
    f"{RDFS}subClassOf",
    f"{RDFS}subPropertyOf",
    f"{RDFS}seeAlso",
    f"{SKOS}closeMatch",
)
_DEMANDED = (
    ("an example", (f"{SKOS}example",)),
    ("a relation to another term", _RELATIONS),
)
_DEMANDED_OF_PROPERTIES = (
    ("a domain", (f"{RDFS}domain", f"{SCHEMA}domainIncludes")),
    ("a range", (f"{RDFS}range", f"{SCHEMA}rangeIncludes")),
)
_CURIE = re.compile(r"(?<![\w<:/#-])([a-z]+):([A-Za-z_]\w*)")
_STRING_OR_COMMENT = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'|<[^>\s]*>|#[^\n]*')


def check_ontology(files: Iterable[Path], questions: Iterable[Path]) -> Iterator[Problem]:
    """Yield what is wrong with the ontology, and with the terms that questions use.

    Args:
        files: All Turtle files of the ontology.
        questions: All SPARQL files.
    """
    triples: list[pyoxigraph.Triple] = []
    for path in files:
        try:
            triples += [
                quad.triple for quad in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE)
            ]
        except SyntaxError as error:
            yield Problem(place=f"{path.name}:{error.lineno}", message=f"no Turtle: {error.msg}")
    yield from _check_blank_nodes(triples)
    yield from _check_schemes(triples)
    yield from _check_terms(triples)
    yield from _check_relations(triples)
    defined = {_name(triple.subject) for triple in triples if _name(triple.predicate) == f"{RDF}type"}
    for path in questions:
        yield from _check_question(path, defined)


def _name(node: object) -> str:
    return node.value if isinstance(node, pyoxigraph.NamedNode) else ""


def _check_blank_nodes(triples: list[pyoxigraph.Triple]) -> Iterator[Problem]:
    for triple in triples:
        if isinstance(triple.subject, pyoxigraph.BlankNode) or isinstance(
            triple.object, pyoxigraph.BlankNode
        ):
            yield Problem(
                place=_name(triple.predicate), message="a blank node cannot be cited; give it an IRI"
            )


def _check_schemes(triples: list[pyoxigraph.Triple]) -> Iterator[Problem]:
    members: defaultdict[str, set[str]] = defaultdict(set)
    for triple in triples:
        if _name(triple.predicate) == f"{SKOS}inScheme":
            members[_name(triple.object)].add(_name(triple.subject))
    languages = _list_languages(triples, f"{SKOS}prefLabel", f"{SKOS}definition")
    for scheme, slugs in SCHEMES.items():
        concepts = members[f"{CONCEPTS}{scheme}"]
        wanted = {f"{CONCEPTS}{scheme}/{slug}" for slug in slugs}
        for missing in sorted(wanted - concepts):
            yield Problem(place=missing, message="the program knows it, the ontology does not")
        for unknown in sorted(concepts - wanted):
            yield Problem(place=unknown, message="the ontology has it, the program does not know it")
        for concept in sorted(concepts):
            yield from _check_languages(concept, languages[concept])
    yield from _check_places(triples, {concept for found in members.values() for concept in found})


def _check_places(triples: list[pyoxigraph.Triple], concepts: set[str]) -> Iterator[Problem]:
    """Yield the concepts without a notation, and those neither below another nor at the top of a scheme."""
    told = {(_name(triple.subject), _name(triple.predicate)) for triple in triples}
    for concept in sorted(concepts):
        if (concept, f"{SKOS}notation") not in told:
            yield Problem(place=concept, message="has no notation")
        if ((concept, f"{SKOS}broader") in told) == ((concept, f"{SKOS}topConceptOf") in told):
            yield Problem(place=concept, message="must have a broader concept, or be a top concept")
    for triple in triples:
        if _name(triple.predicate) == f"{SKOS}broader" and _name(triple.object) not in concepts:
            yield Problem(place=_name(triple.subject), message="has a broader concept that there is not")


def _check_relations(triples: list[pyoxigraph.Triple]) -> Iterator[Problem]:
    """Yield the public terms that are used or related to and not described in the ontology's list of them."""
    described = {_name(triple.subject) for triple in triples if _name(triple.predicate) == f"{RDFS}label"}
    listed = tuple(PREFIXES[prefix] for prefix in sorted(set(PREFIXES) - {"kg", *_FOREIGN}))
    for curie in sorted(TERMS):
        if expand(curie) not in described:
            yield Problem(
                place=curie, message="the program writes this term, the ontology does not describe it"
            )
    for triple in triples:
        target = _name(triple.object)
        related = _name(triple.predicate) in _RELATIONS and _name(triple.subject).startswith(KG)
        if related and target.startswith(listed) and target not in described:
            yield Problem(place=_name(triple.subject), message=f"points at {target}, which is not described")


def _check_terms(triples: list[pyoxigraph.Triple]) -> Iterator[Problem]:
    kinds = {f"{OWL}{name}" for name in ("Class", "ObjectProperty", "DatatypeProperty")}
    defined = {
        _name(triple.subject)
        for triple in triples
        if _name(triple.predicate) == f"{RDF}type" and _name(triple.object) in kinds
    }
    used = {PREFIXES["kg"] + term.partition(":")[2] for term in TERMS if term.startswith("kg:")}
    for missing in sorted(used - defined):
        yield Problem(place=missing, message="the program writes this term, the ontology does not define it")
    for unused in sorted(defined - used):
        yield Problem(place=unused, message="the ontology defines this term, the program never writes it")
    languages = _list_languages(triples, f"{RDFS}label", f"{SKOS}definition")
    told = {(_name(triple.subject), _name(triple.predicate)) for triple in triples}
    classes = {_name(triple.subject) for triple in triples if _name(triple.object) == f"{OWL}Class"}
    for term in sorted(defined):
        yield from _check_languages(term, languages[term])
        for what, predicates in _DEMANDED + (() if term in classes else _DEMANDED_OF_PROPERTIES):
            if not any((term, predicate) in told for predicate in predicates):
                yield Problem(place=term, message=f"has not {what}")


def _list_languages(
    triples: list[pyoxigraph.Triple], *predicates: str
) -> defaultdict[str, set[tuple[str, str]]]:
    found: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for predicate in predicates:
        for triple in triples:
            if _name(triple.predicate) == predicate and isinstance(triple.object, pyoxigraph.Literal):
                found[_name(triple.subject)].add((_shorten(predicate), triple.object.language or ""))
    return found


def _shorten(term: str) -> str:
    return re.split(r"[#/]", term)[-1]


def _check_languages(subject: str, found: set[tuple[str, str]]) -> Iterator[Problem]:
    names = ("label", "definition") if subject.startswith(KG) else ("prefLabel", "definition")
    for name in names:
        for language in _LANGUAGES:
            if (name, language) not in found:
                yield Problem(place=subject, message=f"has no {name} in the language {language}")


def _check_question(path: Path, defined: set[str]) -> Iterator[Problem]:
    for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1):
        bare = _STRING_OR_COMMENT.sub(" ", line)
        for prefix, name in _CURIE.findall(bare):
            place = f"{path.name}:{number}"
            if prefix not in PREFIXES:
                yield Problem(place=place, message=f"the prefix of {prefix}:{name} is not one of ours")
            elif prefix not in _FOREIGN and PREFIXES[prefix] + name not in defined:
                yield Problem(place=place, message=f"{prefix}:{name} is not defined in the ontology")
