"""The degrees behind a person's name."""

import re

from kgraph.lexicon.honorifics import Honorifics
from kgraph.lexicon.matcher import fold

_DEGREE = re.compile(r"\s?,?\s*(?P<degree>[A-Za-z][A-Za-z.]*(?:\s?[A-Z][A-Za-z.]*)?)(?=[\s,.;)]|$)")


def is_degree(text: str, honorifics: Honorifics) -> bool:
    """Tell whether a word is a degree, written in capitals or with full stops."""
    if not (text.isupper() or "." in text):
        return False
    return fold(text.replace(".", "").replace(" ", "")) in honorifics.degree_set


def read_degrees(body: str, end: int, honorifics: Honorifics) -> tuple[list[str], int]:
    """Return the degrees that follow an offset, and where they end."""
    degrees: list[str] = []
    while True:
        found = _DEGREE.match(body, end)
        if found is None:
            return degrees, end
        degree = found.group("degree")
        if degree.islower() and "." not in degree:
            return degrees, end
        parts = degree.split()
        accepted = None
        for size in range(len(parts), 0, -1):
            candidate = " ".join(parts[:size])
            if is_degree(candidate, honorifics):
                accepted = candidate
                break
        if accepted is None or "\n" in found.group(0):
            return degrees, end
        end = found.start("degree") + len(accepted)
        degrees.append(accepted)
