"""Names that are cut short at one place and stand in full at another of the text."""

from collections import defaultdict

import msgspec

from kgraph.extraction.body_words import BodyName
from kgraph.extraction.tokens import Tokens
from kgraph.lexicon.matcher import fold

_FEWEST = 2
"""Words that tell which names begin alike."""


def lengthen(names: list[BodyName], tokens: Tokens) -> list[BodyName]:
    """Return names with those read on to the end that another place of the text gives them.

    Behind a post a name may end too early, since a person could follow: "Direktur LPK Contoh Jaya
    Mandiri Budi Santoso" beside "LPK Contoh Jaya Mandiri", where the same words stand.
    """
    names = _lengthen_short_forms(names, tokens)
    longer: dict[tuple[str, ...], dict[tuple[str, ...], BodyName]] = defaultdict(dict)
    for name in names:
        words = tuple(fold(name.name).split()) if name.head.tail == "name" else ()
        if len(words) > _FEWEST:
            longer[words[:_FEWEST]].setdefault(words, name)
    if not longer:
        return names
    found: list[BodyName] = []
    for name in names:
        if found and name.first < found[-1].last:
            continue
        others = longer.get(tokens.folded[name.first : name.first + _FEWEST], {})
        fitting = [words for words in others if _stands(words, name, tokens)]
        found.append(_read_on(name, others[max(fitting, key=len)], tokens) if fitting else name)
    return found


def _lengthen_short_forms(names: list[BodyName], tokens: Tokens) -> list[BodyName]:
    """Read on the proper words of names whose heads are written in another way.

    "Perumda Air Minum Tirta" before "Contoh", beside "Perusahaan Umum Daerah Air Minum Tirta Contoh".
    """
    rests: dict[tuple[str, tuple[str, ...], str], dict[tuple[str, ...], None]] = defaultdict(dict)
    for name in names:
        if name.head.tail == "name" and len(name.words) >= _FEWEST and name.inner is None:
            for size in range(1, len(name.words)):
                rests[name.head.full, name.words[:size], name.words[size]][name.words[size:]] = None
    found: list[BodyName] = []
    for name in names:
        behind = tokens.folded[name.last] if name.last < len(tokens) else ""
        fitting = (
            rest
            for rest in rests.get((name.head.full, name.words, behind), ())
            if name.region is None and _goes_on(rest, name, tokens)
        )
        rest = max(fitting, key=len, default=())
        found.append(_add(name, rest, tokens) if rest else name)
    return [name for number, name in enumerate(found) if not number or name.first >= found[number - 1].last]


def _goes_on(rest: tuple[str, ...], name: BodyName, tokens: Tokens) -> bool:
    last = name.last + len(rest)
    return tokens.folded[name.last : last] == rest and all(
        tokens[index].before == " " and tokens[index].is_capital for index in range(name.last, last)
    )


def _add(name: BodyName, rest: tuple[str, ...], tokens: Tokens) -> BodyName:
    last = name.last + len(rest)
    end = tokens[last - 1].end
    added = tokens.body[tokens[name.last].start : end]
    return msgspec.structs.replace(
        name, last=last, end=end, name=f"{name.name} {added}", words=(*name.words, *rest)
    )


def _stands(words: tuple[str, ...], name: BodyName, tokens: Tokens) -> bool:
    """Whether the words of a longer name of the same head stand where a name begins."""
    last = name.first + len(words)
    return (
        last > name.last
        and tokens.folded[name.first : last] == words
        and all(tokens[index].before == " " for index in range(name.first + 1, last))
    )


def _read_on(name: BodyName, longer: BodyName, tokens: Tokens) -> BodyName:
    last = name.first + len(longer.name.split())
    end = tokens[last - 1].end
    return msgspec.structs.replace(
        longer,
        first=name.first,
        last=last,
        start=name.start,
        end=end,
        name=" ".join(tokens.body[name.start : end].split()),
        acronym=None,
    )
