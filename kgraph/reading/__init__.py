"""Files to releases: formats, page profiles, the one normal form of a body, zones."""
