"""The ontology as one page that needs no network connection, with examples of a small graph."""
