"""Temporary: moved to kgraph.lexicon.matcher."""

from kgraph.lexicon.matcher import PhraseMatcher, fold

__all__ = ["PhraseMatcher", "fold"]
