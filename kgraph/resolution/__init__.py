"""Who is who across releases."""

from kgraph.resolution.link import link_records

__all__ = ["link_records"]
