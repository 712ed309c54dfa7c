"""Every term that code or a question names is defined by our ontology or by the vocabulary that it is of."""

import ast
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SDO, SKOS, TIME, XSD, DefinedNamespace

from kgraph import vocabulary
from kgraph.resources import locate_ontology, locate_questions
from kgraph.vocabulary import KG, PREFIXES, TERMS, expand

ROOT = Path(__file__).parents[2]
CLOSED: dict[str, type[DefinedNamespace]] = {
    "dct": DCTERMS,
    "foaf": FOAF,
    "org": ORG,
    "owl": OWL,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SDO,
    "skos": SKOS,
    "time": TIME,
    "xsd": XSD,
}
"""Vocabularies whose terms rdflib knows."""

LISTED = frozenset({"cv", "gaf", "oa", "sem", "wdt"})
"""Vocabularies that no package has: ``ontology/public.ttl`` lists the few terms of them that we use."""

ONTOLOGY = sorted(locate_ontology().glob("*.ttl"))
QUESTIONS = sorted([*locate_questions().parents[1].rglob("*.rq"), *(ROOT / "docs").rglob("*.rq")])
MODULES = sorted((ROOT / "kgraph").rglob("*.py"))
NAMESPACES = [
    name for name in dir(vocabulary) if name.isupper() and getattr(vocabulary, name) in PREFIXES.values()
]
OURS = {str(subject) for subject in rdflib.Graph().parse(locate_ontology() / "kgraph.ttl").subjects(RDF.type)}
PUBLIC = {str(subject) for subject in rdflib.Graph().parse(locate_ontology() / "public.ttl").subjects()}
CURIE = re.compile(r"(?<![\w<:/#-])([a-z]+):([A-Za-z_]\w*)")


def is_defined(prefix: str, name: str) -> bool:
    if (prefix, name) == ("rdf", "reifies"):
        # RDF 1.2 has it, which the list of rdflib does not know yet; an export on request writes it.
        return True
    if prefix in CLOSED:
        return rdflib.URIRef(PREFIXES[prefix] + name) in CLOSED[prefix]
    return prefix in LISTED and PREFIXES[prefix] + name in PUBLIC


def test_prefixes_are_those_of_the_vocabularies() -> None:
    for prefix, namespace in CLOSED.items():
        assert PREFIXES[prefix] == str(namespace._NS)


@pytest.mark.parametrize("term", sorted(term for term in TERMS if not term.startswith("kg:")))
def test_public_term_exists(term: str) -> None:
    prefix, _, name = term.partition(":")
    assert is_defined(prefix, name)
    assert expand(term) == PREFIXES[prefix] + name


def read_terms(path: Path) -> Iterator[tuple[str, str]]:
    """Yield prefix and name of the terms in a module's strings: CURIEs, and names behind a namespace."""
    namespaces = {namespace: prefix for prefix, namespace in PREFIXES.items()}
    constants = {name: namespaces.get(getattr(vocabulary, name)) for name in NAMESPACES}
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield from (found for found in CURIE.findall(node.value) if found[0] in PREFIXES)
        elif isinstance(node, ast.JoinedStr):
            for space, behind in pairwise(node.values):
                name = ast.unparse(space.value) if isinstance(space, ast.FormattedValue) else ""
                word = re.match(r"\w+", str(behind.value)) if isinstance(behind, ast.Constant) else None
                if word and constants.get(name):
                    yield str(constants[name]), word[0]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_module_uses_terms_that_exist(path: Path) -> None:
    for prefix, name in read_terms(path):
        assert KG + name in OURS if prefix == "kg" else is_defined(prefix, name), f"{prefix}:{name}"


def test_terms_of_modules_are_found() -> None:
    found = {term for path in MODULES for term in read_terms(path)}
    assert {("oa", "exact"), ("kg", "supportedBy"), ("skos", "broader"), ("wdt", "P2588")} <= found


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.name)
def test_question_uses_terms_that_exist(path: Path) -> None:
    text = re.sub(r"#[^\n>]*\n|<[^>\s]*>|\"[^\"\n]*\"", " ", path.read_text("utf-8"))
    for prefix, name in CURIE.findall(text):
        assert KG + name in OURS if prefix == "kg" else is_defined(prefix, name), f"{prefix}:{name}"


@pytest.mark.parametrize("path", ONTOLOGY, ids=lambda path: path.name)
def test_relations_lead_to_terms_that_exist(path: Path) -> None:
    """What the ontology says of public terms is about terms that there are."""
    graph = rdflib.Graph().parse(path)
    spaces = {namespace: prefix for prefix, namespace in PREFIXES.items() if prefix not in {"kg"}}
    for node in set(graph.all_nodes()) | set(graph.predicates()):
        for namespace, prefix in spaces.items():
            if isinstance(node, rdflib.URIRef) and node.startswith(namespace) and str(node) != namespace:
                assert is_defined(prefix, node[len(namespace) :]), node
