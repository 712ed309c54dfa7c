"""kgraph: press releases of Indonesian public agencies as a knowledge graph with evidence."""

__version__ = "0.1.0"
