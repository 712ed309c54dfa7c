"""Write docs/ontology.html from the ontology, and from the records and questions beside this file."""

from pathlib import Path

from kgraph.documenting import build_ontology_page
from kgraph.graph.record_file import read_records
from kgraph.lexicon.load import load_lexicon
from kgraph.resolution.link import link_records

DOCS = Path(__file__).resolve().parent


def main() -> None:
    """Write the page."""
    page = build_ontology_page(
        list(read_records(DOCS / "example-records.jsonl")),
        sorted((DOCS / "queries").glob("*.rq")),
        lexicon=load_lexicon(),
        link=link_records,
    )
    (DOCS / "ontology.html").write_bytes(page.encode())


if __name__ == "__main__":
    main()
