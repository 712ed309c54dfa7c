"""The graph that docs/ontology.html takes its examples from, and the page itself, made anew."""

import hashlib
from functools import cache
from pathlib import Path

import pyoxigraph
import rdflib

from kgraph.documenting import build_ontology_page, map_records
from kgraph.exporting.ontology_page.page import load_store
from kgraph.graph.record_file import read_records
from kgraph.lexicon.load import load_lexicon
from kgraph.records import Record
from kgraph.resolution.link import link_records

DOCS = Path(__file__).parents[1] / "docs"
QUESTIONS = sorted((DOCS / "queries").glob("*.rq"))


@cache
def read_examples() -> tuple[Record, ...]:
    return tuple(read_records(DOCS / "example-records.jsonl"))


@cache
def map_examples(knowledge: str = hashlib.sha256().hexdigest()) -> dict[str, list[str]]:
    return map_records(read_examples(), lexicon=load_lexicon(), link=link_records, knowledge=knowledge)


@cache
def make_store() -> pyoxigraph.Store:
    return load_store(map_examples())


@cache
def make_dataset() -> rdflib.Dataset:
    dataset = rdflib.Dataset(default_union=True)
    lines = (f"{triple} <{name}> ." for name, triples in map_examples().items() for triple in triples)
    dataset.parse(data="\n".join(lines), format="nquads")
    return dataset


def make_page() -> str:
    return build_ontology_page(read_examples(), QUESTIONS, lexicon=load_lexicon(), link=link_records)
