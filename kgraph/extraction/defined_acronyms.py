"""Where the acronyms stand that a text itself defines for a body."""

import msgspec

from kgraph.extraction.body_names import read_name_behind
from kgraph.extraction.body_words import BodyName, find_head, fold_words
from kgraph.extraction.run_on_names import goes_on_with, is_prose
from kgraph.extraction.tokens import Tokens, cut_tokens
from kgraph.lexicon.institution_heads import Head
from kgraph.lexicon.load import Lexicon
from kgraph.text.layout import Layout

_MOST_UNIT_WORDS = 7


def add_defined(names: list[BodyName], layout: Layout, tokens: Tokens, lexicon: Lexicon) -> list[BodyName]:
    """Return names with those added that are acronyms which the text defines, in order."""
    defined: dict[str, BodyName] = {}
    for whole in names:
        for name in (whole, whole.inner):
            if name is not None and name.acronym:
                defined.setdefault(name.acronym, name)
    if not defined:
        return names
    by_first: dict[str, list[tuple[str, int, BodyName]]] = {}
    for acronym, name in sorted(defined.items(), key=lambda item: (-len(item[0]), item[0])):
        words = cut_tokens(f"({acronym})")
        by_first.setdefault(words[0].text, []).append((acronym, len(words), name))
    names = [_lengthen(name, defined, tokens) for name in names if not _is_beginning(name, by_first, tokens)]
    taken = {index for name in names for index in range(name.first, name.last)}
    names = [
        _take_opening(name, defined[name.form], taken, tokens) if name.form in defined else name
        for name in names
    ]
    found = list(names)
    covered: set[int] = set()
    index = 0
    while index < len(tokens):
        added = None
        if tokens[index].text not in by_first:
            index += 1
            continue
        for acronym, size, name in by_first[tokens[index].text]:
            window = range(index, index + size)
            if _stands(acronym, size, tokens, index) and not taken.intersection(window):
                last = tokens[window[-1]].end
                added = _read_defined(tokens[index].start, last, name, tokens, lexicon)
                added = _take_opening(added, name, taken, tokens)
                if added.last == index + size:
                    added = _take_unit(added, taken, tokens, lexicon)
                    if _names_another(added, name, layout, tokens, lexicon):
                        added = None
                break
        if added is not None:
            # "PSKK UGM" beside "UGM", which is but a part of it
            covered.update(range(added.first + 1, added.last))
            found.append(added)
        index = max(index + 1, added.last if added is not None else 0)
    return sorted((name for name in found if name.first not in covered), key=lambda name: name.start)


def _is_beginning(
    name: BodyName, defined: dict[str, list[tuple[str, int, BodyName]]], tokens: Tokens
) -> bool:
    """Whether a known acronym is but the first word of one that the text defines: "(UMS Contoh)"."""
    return (
        name.head.alone
        and name.last == name.first + 1
        and any(
            size > 1 and _stands(acronym, size, tokens, name.first)
            for acronym, size, _ in defined.get(tokens[name.first].text, ())
        )
    )


def _lengthen(name: BodyName, defined: dict[str, BodyName], tokens: Tokens) -> BodyName:
    """Return the body that a known acronym stands for in a text that gives it to another one.

    "BPS Gereja Contoh" beside "Badan Pekerja Sinode (BPS) Gereja Contoh" has to do with no statistics.
    """
    meant = defined.get(name.form) if name.head.alone and name.last == name.first + 1 else None
    if meant is None or name.last >= len(tokens) or tokens[name.last].before != " ":
        return name
    last = _repeat_tail(meant, tokens, name.last)
    if last == name.last:
        return name
    end = tokens[last - 1].end
    text = " ".join(tokens.body[name.start : end].split())
    return _with(name, meant, last=last, end=end, text=text)


def _names_another(added: BodyName, name: BodyName, layout: Layout, tokens: Tokens, lexicon: Lexicon) -> bool:
    """Whether the acronym of a sort of body is followed by another's name: "(PPS) Bitung", "PPS Contoh"."""
    if tokens.body.endswith(")", name.start, name.end) or added.inner is not None:
        return False
    return is_prose(layout, added.start) and goes_on_with(tokens, added.last, added.head, lexicon)


def _take_opening(added: BodyName, name: BodyName, taken: set[int], tokens: Tokens) -> BodyName:
    """Return an acronym of the end of a name with the words of the name that stand before it again.

    Beside "Suara Ibu Women's Crisis Center (WCC) Contoh" "Suara Ibu WCC Contoh" is one name.
    """
    words = fold_words(name.name)
    acronym = tokens[added.first].folded
    for size in range(min(len(words) - 1, added.first), 0, -1):
        first = added.first - size
        if (
            words[size][:1] == acronym[:1]
            and tokens.folded[first : added.first] == words[:size]
            and all(tokens[index].before == " " for index in range(first + 1, added.first + 1))
            and taken.isdisjoint(range(first, added.first))
        ):
            start = tokens[first].start
            text = " ".join(tokens.body[start : added.end].split())
            return msgspec.structs.replace(added, first=first, start=start, name=text)
    return added


def _take_unit(name: BodyName, taken: set[int], tokens: Tokens, lexicon: Lexicon) -> BodyName:
    """Return the faculty whose university a short name is, else the name: "Fakultas Hukum Unpatti"."""
    for first in range(name.first - 1, max(-1, name.first - _MOST_UNIT_WORDS), -1):
        if tokens[first + 1].before != " " or first in taken:
            return name
        found = find_head(tokens, first, lexicon)
        housed = first > 0 and tokens[first - 1].folded in lexicon.posts.name_stop_set
        if found is not None and found[0].sub and found[0].kind == "university-school" and not housed:
            start = tokens[first].start
            return msgspec.structs.replace(
                name,
                first=first,
                start=start,
                name=" ".join(tokens.body[start : name.end].split()),
                head=found[0],
                form=tokens.body[start : tokens[found[1] - 1].end],
                words=(*tokens.folded[found[1] : name.first], *fold_words(name.head.full), *name.words),
                kind=found[0].kind,
                inner=name,
            )
        if not tokens[first].is_capital and tokens[first].folded not in lexicon.posts.pair_set:
            return name
    return name


def _stands(acronym: str, size: int, tokens: Tokens, index: int) -> bool:
    """Whether an acronym of so many words stands at an index as written: "GT PP-TPPO"."""
    start, last = tokens[index].start, index + size - 1
    return last < len(tokens) and tokens.body[start : tokens[last].end] == acronym


def _read_defined(start: int, end: int, name: BodyName, tokens: Tokens, lexicon: Lexicon) -> BodyName:
    first, after = tokens.find_index(start), tokens.find_index(end)
    head = Head(
        forms=(tokens.body[start:end],), kind=name.kind, tail="region", alone=True, long=name.head.full
    )
    read = read_name_behind(tokens, first, after, head, lexicon, titled=True)
    rest = name.name.split()[-1]
    if read is not None and after < len(tokens) and tokens.body[end : end + 1] == " ":
        # "WCC Nurani Perempuan" repeats the words that follow the parenthesis.
        tail = _repeat_tail(name, tokens, after)
        if tail > read.last and rest:
            stop = tokens[tail - 1].end
            return _with(read, name, last=tail, end=stop, text=tokens.body[start:stop])
    if read is None:
        raise AssertionError("a head that stands alone always reads")
    return _with(read, name, last=read.last, end=read.end, text=read.name)


def _repeat_tail(name: BodyName, tokens: Tokens, index: int) -> int:
    words = fold_words(name.name)
    best = index
    for begin in range(len(words)):
        size = 0
        while (
            begin + size < len(words)
            and index + size < len(tokens)
            and tokens[index + size].before == " "
            and tokens[index + size].folded == words[begin + size]
        ):
            size += 1
        if begin + size == len(words):
            best = max(best, index + size)
    return best


def _with(read: BodyName, name: BodyName, *, last: int, end: int, text: str) -> BodyName:
    return BodyName(
        first=read.first,
        last=last,
        start=read.start,
        end=end,
        name=text,
        head=read.head,
        form=read.form,
        words=name.words,
        kind=name.kind if read.region is None else read.kind,
        region=read.region,
        inner=read.inner,
    )
