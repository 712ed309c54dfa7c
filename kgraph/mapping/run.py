"""The run that made the graph, named by what it used and not by the clock."""

import hashlib
from collections.abc import Iterator

from kgraph.mapping.iris import make_slug, mint_entity
from kgraph.mapping.quads import english, iri, plain, term


def name_run(program: str, knowledge: str) -> str:
    """Return the key of the run of a program with some knowledge: the path of its IRI below the base."""
    return f"run/{hashlib.sha256(f'{program} {knowledge}'.encode()).hexdigest()[:16]}"


def describe_run(base: str, program: str, knowledge: str) -> Iterator[str]:
    """Yield the triples that describe the run.

    Args:
        base: Where IRIs of resources begin.
        program: Name and version of the program, a space between.
        knowledge: The SHA-256 of lexicon, registry and ontology.
    """
    name, _, version = program.partition(" ")
    run = iri(mint_entity(base, name_run(program, knowledge)))
    agent = iri(mint_entity(base, f"software/{make_slug(program)}"))
    used = iri(mint_entity(base, f"knowledge/{knowledge[:16]}"))
    for subject, predicate, value in (
        (run, "rdf:type", term("prov:Activity")),
        (run, "prov:wasAssociatedWith", agent),
        (run, "prov:used", used),
        (agent, "rdf:type", term("prov:SoftwareAgent")),
        (agent, "rdfs:label", english(name)),
        (agent, "schema:softwareVersion", plain(version)),
        (used, "rdf:type", term("prov:Entity")),
        (used, "kg:sha256", plain(knowledge)),
    ):
        yield f"{subject} {term(predicate)} {value}"
