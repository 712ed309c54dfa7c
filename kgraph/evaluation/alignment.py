"""Which item of a record answers which item of a gold record."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from kgraph.evaluation.gold import GoldInstitution, GoldOfficial, Other
from kgraph.lexicon.region_levels import RegionLevels
from kgraph.records import Institution, Official

G = TypeVar("G")
P = TypeVar("P")

_MARKS = re.compile(r"[“”\"'‘’()\[\],.;:*–—-]")
_BLANKS = re.compile(r"\s+")


def fold_text(text: str | None) -> str:
    """Return text without case, punctuation and doubled blanks.

    >>> fold_text("Dinas  P3A (Kota Palu)")
    'dinas p3a kota palu'
    """
    folded = unicodedata.normalize("NFKC", text or "").casefold()
    return _BLANKS.sub(" ", _MARKS.sub(" ", folded)).strip()


def fold_region(text: str | None, levels: RegionLevels) -> str:
    """Return the folded name of a region without its level.

    >>> from kgraph.lexicon.load import load_lexicon
    >>> fold_region("Kabupaten Sigi", load_lexicon().region_levels)
    'sigi'
    """
    folded = fold_text(text)
    level = levels.prefix.match(folded)
    return folded[level.end() :] if level else folded


def measure_overlap(first: str | None, second: str | None) -> float:
    """Return the F1 of two texts as sets of folded words, from 0 to 1.

    >>> measure_overlap("Kepala Dinas Sosial", "Kepala Dinas")
    0.8
    """
    a, b = set(fold_text(first).split()), set(fold_text(second).split())
    if not a or not b:
        return float(a == b)
    return 2 * len(a & b) / (len(a) + len(b))


def list_others(value: Other) -> list[str]:
    """Return the other answers that a gold item accepts."""
    if isinstance(value, list):
        return [other for other in value if other is not None]
    return [value] if value else []


def align(gold: Sequence[G], found: Sequence[P], likeness: Callable[[G, P], float]) -> dict[int, int]:
    """Pair items one to one, the likest first; of equals, those that stand last.

    Returns:
        Indexes of found items by indexes of gold items; items without a likeness above 0 are left out.
    """
    scored = sorted(
        ((likeness(g, p), i, j) for i, g in enumerate(gold) for j, p in enumerate(found)), reverse=True
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for likely, i, j in scored:
        if likely > 0 and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _fold_forms(name: str, forms: Iterable[str]) -> set[str]:
    """Return the folded surface forms, or the name where there are none."""
    return {fold_text(form) for form in forms} - {""} or {fold_text(name)} - {""}


def compare_institutions(gold: GoldInstitution, found: Institution) -> float:
    """Return how alike two institutions are; 0 unless a third of the forms or the name agrees."""
    a = _fold_forms(gold.name, gold.mentions)
    b = _fold_forms(found.name, (mention.text for mention in found.mentions))
    same = fold_text(gold.name) == fold_text(found.name)
    jaccard = len(a & b) / len(a | b) if a | b else 0.0
    if not same and jaccard < 1 / 3:
        return 0.0
    return jaccard + 0.5 * same + 0.01 * measure_overlap(gold.name, found.name)


def compare_officials(gold: GoldOfficial, found: Official) -> float:
    """Return how alike two names are; 0 unless the words of one hold those of the other."""
    a, b = set(fold_text(gold.name).split()), set(fold_text(found.name).split())
    if not a or not b:
        return 0.0
    if a == b:
        return 2.0
    return len(a & b) / len(a | b) if a <= b or b <= a else 0.0


class References:
    """Names of two records in common terms.

    A name in the gold record becomes the index of its item; a name in the other
    record becomes the index of the gold item that it is aligned with. A name
    without such an item becomes a term of its own side, so that it equals nothing
    of the other.
    """

    def __init__(self, gold: Iterable[str], found: Iterable[str], pairs: dict[int, int]) -> None:
        self._gold = {name: i for i, name in enumerate(gold)}
        self._found = {name: j for j, name in enumerate(found)}
        self._back = {j: i for i, j in pairs.items()}
        self._names = {str(i): name for name, i in self._gold.items()}

    def translate_gold(self, name: str) -> str:
        """Return the term for a name that the gold record uses."""
        index = self._gold.get(name)
        return f"!{name}" if index is None else str(index)

    def translate_found(self, name: str) -> str:
        """Return the term for a name that the other record uses."""
        index = self._back.get(self._found.get(name, -1))
        return f"?{name}" if index is None else str(index)

    def is_gold_item(self, name: str) -> bool:
        """Say whether the gold record has an item of this name."""
        return name in self._gold

    def spell(self, term: str) -> str:
        """Return a term as a reader knows it: a name."""
        return self._names.get(term, term[1:])
