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
    SKOS,
    TERMS,
)

SCHEMES = {
    "kind": INSTITUTION_KINDS,
    "event-type": EVENT_TYPES,
    "issue": ISSUES,
    "agreement-kind": AGREEMENT_KINDS,
    "role": PARTICIPATION_ROLES,
}
"""The slugs that the program knows of each scheme."""

_LANGUAGES = ("en", "id")
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
    for term in sorted(defined):
        yield from _check_languages(term, languages[term])


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
            elif prefix == "kg" and KG + name not in defined:
                yield Problem(place=place, message=f"{prefix}:{name} is not defined in the ontology")
