"""The graph folder: generations, manifest, records, N-Quads and store."""
