"""What the files of the ontology say: terms, and schemes with their concepts."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec
import pyoxigraph

from kgraph.errors import KnowledgeError
from kgraph.vocabulary import DCT, KG, OWL, PREFIXES, RDF, RDFS, SCHEMA, SKOS

_RELATIONS = {
    f"{RDFS}subClassOf": "sub-class of",
    f"{RDFS}subPropertyOf": "sub-property of",
    f"{SKOS}closeMatch": "close to",
    f"{RDFS}seeAlso": "see also",
}


class Texts(msgspec.Struct, frozen=True, kw_only=True):
    """One text in both languages; Indonesian is empty where only English is told."""

    en: str = ""
    id: str = ""


class Term(msgspec.Struct, frozen=True, kw_only=True):
    """A class or property, ours or a public one.

    ``name`` is its CURIE; ``note`` tells what a public term is for in a graph; ``relations``
    are pairs of a relation in words and the CURIE or IRI of the other term.
    """

    iri: str
    name: str
    label: Texts
    definition: Texts
    note: str = ""
    domains: tuple[str, ...] = ()
    ranges: tuple[str, ...] = ()
    relations: tuple[tuple[str, str], ...] = ()
    example: str = ""


class Concept(msgspec.Struct, frozen=True, kw_only=True):
    """A concept; ``broader`` is the notation of the more general one."""

    iri: str
    notation: str
    label: Texts
    definition: Texts
    other_labels: tuple[str, ...] = ()
    broader: str = ""


class Scheme(msgspec.Struct, frozen=True, kw_only=True):
    """A scheme and its concepts, in the order of the file."""

    iri: str
    label: Texts
    definition: Texts
    concepts: tuple[Concept, ...]


class Ontology(msgspec.Struct, frozen=True, kw_only=True):
    """All that the page tells of the ontology; terms by CURIE."""

    iri: str
    version: str
    version_iri: str
    licence: str
    title: Texts
    description: Texts
    terms: Mapping[str, Term]
    schemes: tuple[Scheme, ...]


_Facts = dict[str, dict[str, list[pyoxigraph.NamedNode | pyoxigraph.Literal]]]


def shorten_iri(iri: str) -> str:
    """Return the CURIE of an IRI, or the IRI where no prefix of ours fits.

    >>> shorten_iri("http://www.w3.org/ns/org#Post")
    'org:Post'
    """
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace) and re.fullmatch(r"\w+", iri[len(namespace) :]):
            return f"{prefix}:{iri[len(namespace) :]}"
    return iri


def read_ontology(files: Iterable[Path]) -> Ontology:
    """Return what the Turtle files of the ontology say.

    Raises:
        KnowledgeError: A file is missing or no Turtle, or none describes the ontology.
    """
    facts: _Facts = defaultdict(lambda: defaultdict(list))
    for path in files:
        try:
            for quad in pyoxigraph.parse(path=str(path), format=pyoxigraph.RdfFormat.TURTLE):
                if isinstance(quad.subject, pyoxigraph.NamedNode) and isinstance(
                    quad.object, pyoxigraph.NamedNode | pyoxigraph.Literal
                ):
                    facts[quad.subject.value][quad.predicate.value].append(quad.object)
        except OSError as error:
            raise KnowledgeError("the file cannot be read", path=path) from error
        except SyntaxError as error:
            raise KnowledgeError(str(error.msg), path=path, line=error.lineno) from error
    iri = KG.removesuffix("#")
    if iri not in facts:
        raise KnowledgeError(f"no file describes {iri}")
    terms = [_read_term(subject, facts) for subject in facts if f"{RDFS}label" in facts[subject]]
    schemes = [
        subject for subject in facts if f"{SKOS}ConceptScheme" in _values(facts, subject, f"{RDF}type")
    ]
    return Ontology(
        iri=iri,
        version=_value(facts, iri, f"{OWL}versionInfo"),
        version_iri=_value(facts, iri, f"{OWL}versionIRI"),
        licence=_value(facts, iri, f"{DCT}license"),
        title=_texts(facts, iri, f"{DCT}title"),
        description=_texts(facts, iri, f"{DCT}description"),
        terms={term.name: term for term in terms},
        schemes=tuple(_read_scheme(scheme, facts) for scheme in schemes),
    )


def _values(facts: _Facts, subject: str, *predicates: str) -> list[str]:
    return [node.value for predicate in predicates for node in facts[subject].get(predicate, ())]


def _value(facts: _Facts, subject: str, predicate: str) -> str:
    return next(iter(_values(facts, subject, predicate)), "")


def _texts(facts: _Facts, subject: str, predicate: str) -> Texts:
    found = {
        node.language: node.value
        for node in facts[subject].get(predicate, ())
        if isinstance(node, pyoxigraph.Literal)
    }
    return Texts(en=found.get("en", ""), id=found.get("id", ""))


def _read_term(iri: str, facts: _Facts) -> Term:
    relations = [
        (words, shorten_iri(target))
        for predicate, words in _RELATIONS.items()
        for target in _values(facts, iri, predicate)
    ]
    return Term(
        iri=iri,
        name=shorten_iri(iri),
        label=_texts(facts, iri, f"{RDFS}label"),
        definition=_texts(facts, iri, f"{SKOS}definition"),
        note=_value(facts, iri, f"{SKOS}scopeNote"),
        domains=tuple(map(shorten_iri, _values(facts, iri, f"{RDFS}domain", f"{SCHEMA}domainIncludes"))),
        ranges=tuple(map(shorten_iri, _values(facts, iri, f"{RDFS}range", f"{SCHEMA}rangeIncludes"))),
        relations=tuple(relations),
        example=_value(facts, iri, f"{SKOS}example"),
    )


def _read_scheme(iri: str, facts: _Facts) -> Scheme:
    members = [subject for subject in facts if iri in _values(facts, subject, f"{SKOS}inScheme")]
    return Scheme(
        iri=iri,
        label=_texts(facts, iri, f"{SKOS}prefLabel"),
        definition=_texts(facts, iri, f"{SKOS}definition"),
        concepts=tuple(
            Concept(
                iri=member,
                notation=_value(facts, member, f"{SKOS}notation"),
                label=_texts(facts, member, f"{SKOS}prefLabel"),
                definition=_texts(facts, member, f"{SKOS}definition"),
                other_labels=tuple(_values(facts, member, f"{SKOS}altLabel")),
                broader=_value(facts, member, f"{SKOS}broader").rpartition("/")[2],
            )
            for member in members
        ),
    )
