"""Two generations of a graph compared: what is new, what is gone, and the sentences that say so."""
