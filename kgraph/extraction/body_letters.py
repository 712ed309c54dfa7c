"""Names of bodies with a part that is written by its letters: "Dinas PKP Contoh", "PT SBI Pabrik Contoh"."""

from collections import defaultdict
from collections.abc import Iterator

from kgraph.extraction.body_words import BodyName, fold_words, is_acronym
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import fold

_FEWEST = 2
Written = tuple[str, str, tuple[str, ...]]
"""The first word of a name, the letters of the words behind it, and the words behind those."""


def list_written(name: BodyName, lexicon: Lexicon) -> Iterator[Written]:
    """Yield the ways in which the words behind the first one of a name may be written by letters."""
    first, words = _split(name, lexicon)
    for size in range(_FEWEST, len(words) + 1):
        yield first, "".join(word[0] for word in words[:size]), words[size:]
    joiners = lexicon.institution_heads.words.joiner_set
    subjects = [
        part.split()[0]
        for listed in _leave_region(name).split(",")
        for part in _part(listed.split(), joiners)
    ]
    if subjects and fold(subjects[0]) == first:
        subjects[0] = words[0] if words else ""
    letters = "".join(fold(word)[:1] for word in subjects)
    if len(letters) >= _FEWEST:
        yield first, letters, ()
    if name.acronym is not None:
        yield first, "".join(fold_words(name.acronym)), ()


def read_letters(name: BodyName, lexicon: Lexicon) -> Written | None:
    """Return how a name is written whose second word is letters only, ``None`` for all others."""
    told = name.name.split()
    if len(told) < _FEWEST or len(told[1]) < _FEWEST or not is_acronym(told[1]):
        return None
    first, words = _split(name, lexicon)
    letters = fold_words(told[1])
    if words[: len(letters)] != letters:
        return None
    return first, "".join(letters), words[len(letters) :]


def _split(name: BodyName, lexicon: Lexicon) -> tuple[str, tuple[str, ...]]:
    """The first word of a name, and the others without region and legal form."""
    firms, joiners = lexicon.institution_heads.words.company_forms, lexicon.institution_heads.words.joiner_set
    words = (*fold_words(name.head.full), *name.words)
    return words[0], tuple([word for word in words[1:] if word not in firms and word not in joiners])


def _leave_region(name: BodyName) -> str:
    size = name.region.last - name.region.first if name.region is not None else 0
    told = name.name.split()
    return " ".join(told[: len(told) - size])


def _part(words: list[str], joiners: frozenset[str]) -> list[str]:
    """The runs of words between the joining ones."""
    runs: dict[int, list[str]] = defaultdict(list)
    number = 0
    for word in words:
        if fold(word) in joiners:
            number += 1
        else:
            runs[number].append(word)
    return [" ".join(run) for run in runs.values()]
