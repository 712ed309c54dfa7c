"""Where a text names bodies: every name that the grammar reads, and what the text defines itself."""

import re
from collections.abc import Iterator

from kgraph.extraction.body_names import (
    BodyName,
    find_head,
    fold_words,
    is_acronym,
    read_body_name,
    read_name_behind,
)
from kgraph.extraction.tokens import Tokens
from kgraph.lexicon.institution_heads import Head
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import fold
from kgraph.text.layout import Layout

_TITLED_SHARE = 0.7
_TITLE_ZONES = frozenset({"headline", "caption", "furniture"})
_MAX_POST_WORDS = 6
_PARENTHESIS = re.compile(r"\s?\(\s?([A-Z][\w\-]*)\s?\)")


def find_titled(layout: Layout) -> list[tuple[int, int]]:
    """Return the stretches written with a capital on every word: most headlines and captions."""
    stretches = []
    for sentence in layout.sentences:
        if sentence.zone not in _TITLE_ZONES:
            continue
        words = [word for word in re.findall(r"[^\W\d_]{4,}", layout.body[sentence.start : sentence.end])]
        if words and sum(word[0].isupper() for word in words) / len(words) > _TITLED_SHARE:
            stretches.append((sentence.start, sentence.end))
    return stretches


def find_body_names(layout: Layout, tokens: Tokens, lexicon: Lexicon) -> list[BodyName]:
    """Return the names of bodies in a text, in order and without overlap.

    A unit that stands inside a post ("Kepala Bidang X Dinas Y") gives way to its body.
    """
    titled = find_titled(layout)
    names: list[BodyName] = []
    index = 0
    while index < len(tokens):
        name = None
        start = tokens[index].start
        in_title = any(begin <= start < end for begin, end in titled)
        if not _is_refused(tokens, index, lexicon):
            name = read_body_name(tokens, index, lexicon, titled=in_title)
            if name is None:
                name = _read_english_name(tokens, index, lexicon)
        if name is not None and name.head.sub:
            name = _settle_unit(name, tokens, lexicon)
        if name is None or not _is_complete(name, tokens, lexicon, titled=in_title):
            index += 1
            continue
        names.append(name)
        index = max(name.last, index + 1)
    return _add_defined(names, tokens, lexicon)


def _is_refused(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """After a word for a rule, a programme or a post that owns the words behind it."""
    if index == 0 or tokens[index].before.strip() not in {"", "("}:
        return False
    before = index - 1
    if index > 1 and lexicon.institution_heads.words.is_numeral(fold(tokens[before].text)):
        before -= 1
    previous = fold(tokens[before].text)
    if previous in lexicon.institution_heads.words.refused_set and tokens[index].before == " ":
        return True
    return previous in lexicon.posts.owner_set and not fold(tokens[index].text) == previous


def _is_complete(name: BodyName, tokens: Tokens, lexicon: Lexicon, *, titled: bool) -> bool:
    """An ambiguous short form counts only where the text defines it; a proper name needs a word."""
    written = tokens.body[name.start : name.end]
    if written in lexicon.institution_heads.words.ambiguous:
        return False
    if name.form in lexicon.institution_heads.words.ambiguous and not name.words and name.acronym is None:
        return False
    if tokens.body[max(0, name.start - 1) : name.start] == "(" and name.head.alone:
        # The acronym of something that is not the body itself: "Menteri ... (P2MI)".
        return tokens.body[name.end : name.end + 1] != ")"
    if name.head.tail != "name" or name.words or name.head.alone or name.acronym:
        return True
    return name.region is not None and not titled


def _settle_unit(name: BodyName, tokens: Tokens, lexicon: Lexicon) -> BodyName | None:
    if _is_inside_post(name.first, tokens, lexicon):
        return name.inner
    if name.inner is not None and name.inner.head.sub and name.inner.first == name.first + 1:
        return name.inner
    if name.inner is None and not name.head.alone and name.acronym is None and name.region is None:
        return None
    return name


def _is_inside_post(index: int, tokens: Tokens, lexicon: Lexicon) -> bool:
    """Whether a post's words lead up to a word without a mark between."""
    for step in range(1, _MAX_POST_WORDS + 1):
        if index - step < 0 or tokens[index - step + 1].before.strip():
            return False
        word = fold(tokens[index - step].text)
        if word in lexicon.posts.first_words:
            return True
        if word not in lexicon.posts.modifier_set and not tokens[index - step].is_capital:
            return False
    return False


def _read_english_name(tokens: Tokens, index: int, lexicon: Lexicon) -> BodyName | None:
    """A run of capital words with an English word for a body in it, from its first word on."""
    words = lexicon.institution_heads.words
    if not tokens[index].is_capital or (
        index and tokens[index].before == " " and tokens[index - 1].is_capital
    ):
        return None
    last = index
    while last < len(tokens) and (last == index or tokens[last].before == " "):
        token = tokens[last]
        joins = token.text in words.english_joiners and last > index
        if not token.is_capital and not joins:
            break
        last += 1
    while last > index and not tokens[last - 1].is_capital:
        last -= 1
    run = [tokens[i].text for i in range(index, last)]
    if len(run) < 2 or not any(word in words.english for word in run):
        return None
    if fold(run[0]) in lexicon.posts.first_words or any(
        find_head(tokens, i, lexicon) is not None for i in range(index, last)
    ):
        return None
    end = tokens[last - 1].end
    name = tokens.body[tokens[index].start : end]
    acronym = None
    found = _PARENTHESIS.match(tokens.body, end)
    if found is not None and is_acronym(found.group(1)):
        acronym, end = found.group(1), found.end()
        last = tokens.find_index(found.end())
        while last < len(tokens) and tokens[last].before.endswith(") ") and tokens[last].is_capital:
            break
        rest = _read_rest(tokens, last, end)
        if rest > last:
            name = f"{name} {tokens.body[tokens[last].start : tokens[rest - 1].end]}"
            end, last = tokens[rest - 1].end, rest
    return BodyName(
        first=index,
        last=last,
        start=tokens[index].start,
        end=end,
        name=" ".join(name.split()),
        head=Head(forms=(run[0],), kind=words.english[_find_first(run, words.english)], tail="name"),
        form=run[0],
        words=fold_words(name),
        kind=words.english[_find_first(run, words.english)],
        acronym=acronym,
    )


def _find_first(run: list[str], known: dict[str, str]) -> str:
    return next(word for word in run if word in known)


def _read_rest(tokens: Tokens, index: int, end: int) -> int:
    """The capital words right behind an acronym's parenthesis."""
    last = index
    while last < len(tokens) and tokens[last].is_capital:
        gap = tokens.body[end : tokens[last].start] if last == index else tokens[last].before
        if gap != " ":
            break
        last += 1
    return last


def _add_defined(names: list[BodyName], tokens: Tokens, lexicon: Lexicon) -> list[BodyName]:
    """Add the places where acronyms stand that the text itself defines for a body."""
    defined = {}
    for name in names:
        if name.acronym:
            defined.setdefault(name.acronym, name)
    taken = [(name.start, name.end) for name in names]
    found = list(names)
    for acronym, name in sorted(defined.items(), key=lambda item: (-len(item[0]), item[0])):
        for match in re.finditer(rf"(?<![\w\-]){re.escape(acronym)}(?![\w\-])", tokens.body):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            added = _read_defined(match.start(), match.end(), name, tokens, lexicon)
            found.append(added)
            taken.append((added.start, added.end))
    return sorted(found, key=lambda name: name.start)


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
            and fold(tokens[index + size].text) == words[begin + size]
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


def find_bare_heads(
    names: list[BodyName], tokens: Tokens, lexicon: Lexicon
) -> Iterator[tuple[int, int, Head]]:
    """Yield span and head where a head stands alone that alone names no body ("Polres", "BP3MI")."""
    taken = {index for name in names for index in range(name.first, name.last)}
    index = 0
    while index < len(tokens):
        found = find_head(tokens, index, lexicon) if index not in taken and tokens[index].is_capital else None
        if found is None:
            index += 1
            continue
        if not taken & set(range(index, found[1])) and not _is_refused(tokens, index, lexicon):
            yield tokens[index].start, tokens[found[1] - 1].end, found[0]
        index = found[1]
