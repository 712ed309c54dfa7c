"""What follows from the words of a name alone, kept for the next text that holds them."""

from collections.abc import Callable, Hashable
from functools import lru_cache
from typing import Any, TypeVar

_KEPT = 4096
"""Answers of one function that are kept; the releases of an agency name the same few hundred bodies."""

K = TypeVar("K", bound=Hashable)
T = TypeVar("T")


class Memory:
    """Keeps the last answers of functions that depend on their argument and the lexicon alone.

    It belongs to a lexicon, so that one with other words never gets its answers.
    """

    def __init__(self, lexicon: Any) -> None:
        self._lexicon = lexicon
        self._kept: dict[Callable[..., Any], Callable[..., Any]] = {}

    def keep(self, function: Callable[[K, Any], T]) -> Callable[[K], T]:
        """Return a function of a module with the lexicon put in, which remembers what it answered last."""
        known = self._kept.get(function)
        if known is None:
            lexicon = self._lexicon
            known = self._kept[function] = lru_cache(maxsize=_KEPT)(lambda key: function(key, lexicon))
        return known
