"""Questions put to a graph: named ones and free SPARQL, with names as people type them."""
