"""Networks as pages that a person can read and search."""

from kgraph.rendering.page import render_network

__all__ = ["render_network"]
