"""Records and a linker into quads: claims with their sentences, and the graphs that follow from them."""
