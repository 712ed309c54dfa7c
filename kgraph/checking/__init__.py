"""Whether the knowledge files agree with each other, and whether a graph holds what it promises."""
