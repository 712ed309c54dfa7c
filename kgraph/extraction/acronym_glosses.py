"""The parenthesis behind or inside a body's name that holds its acronym."""

import re

import msgspec

from kgraph.extraction.body_words import BodyName, find_head, is_acronym
from kgraph.extraction.regions import FoundRegion, find_any_region
from kgraph.extraction.tokens import Tokens
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import fold

_PARENTHESIS = re.compile(r"\s?\(\s?([^()\n]{2,60}?)\s?\)")
SHORT_COUNTRY = re.compile(r"\s\([A-Z]{2,4}\)(?=\s)")
"""Matches the short form of a country behind its name."""
_MAX_WORDS = 3
_MIN_BLEND = 5
_MIN_SPELT = 3
_MAX_SPELT = 14
_STEM = 3


class Gloss(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A parenthesis ``[start, end)`` with the acronym and, where one stands in it, the region.

    ``acronym`` is ``None`` for the mark of a class; ``last`` is the index of the word behind.
    """

    start: int
    end: int
    last: int
    acronym: str | None
    region: FoundRegion | None


def read_gloss(tokens: Tokens, first: int, end: int, lexicon: Lexicon) -> Gloss | None:
    """Return the gloss right behind a name that begins at a word and ends, so far, at an offset."""
    found = _PARENTHESIS.match(tokens.body, end)
    if found is None:
        return None
    index, last = tokens.find_index(found.start(1)), tokens.find_index(found.end(1))
    if index >= last or not _may_abbreviate(tokens, first, index, lexicon):
        return None
    words = lexicon.institution_heads.words
    region, stop = None, index + 1
    while stop < last:
        region = find_any_region(tokens, stop, lexicon.regions, words)
        if region is not None or words.nation_phrases.match(tokens.folded, stop):
            break
        stop += 1
    if stop - index > _MAX_WORDS:
        return None
    acronym = tokens.body[tokens[index].start : tokens[stop - 1].end]
    return Gloss(
        start=found.start(),
        end=found.end(),
        last=last,
        acronym=acronym
        if _is_spelt(acronym, tokens, first, index) or _is_of_body(acronym, tokens, first, lexicon)
        else None,
        region=region,
    )


def read_short_word(tokens: Tokens, index: int, known: frozenset[str]) -> Gloss | None:
    """Return the parenthesis that holds but one of the ``known`` words: "Daerah Operasi (Daop) 9"."""
    if index >= len(tokens) or tokens[index].folded not in known:
        return None
    found = _PARENTHESIS.match(tokens.body, tokens[index - 1].end)
    if found is None or found.end(1) != tokens[index].end:
        return None
    return Gloss(start=found.start(), end=found.end(), last=index + 1, acronym=None, region=None)


def find_spelt_end(tokens: Tokens, first: int, after: int, *, proper: bool = False) -> int:
    """Return the index of the acronym in parentheses that the initials of a name from a word on spell.

    "Yayasan Kesehatan untuk Semua (YKS)" and "Komisi Keadilan, Perdamaian dan Migran (KKPM)" are names
    as a whole, whatever words they are made of. 0 where no acronym says so, or the head alone does.
    ``proper``: the acronym may leave out what the body is.
    """
    last = min(after + _MAX_SPELT, len(tokens))
    if not tokens[first].is_capital or after >= last:
        return 0
    if tokens.body.find("(", tokens[after - 1].end, tokens[last - 1].start) < 0:
        return 0
    initials = every = "".join(token.text[0] for token in tokens[first:after] if token.is_capital)
    # "PT Contoh merupakan anggota Indonesia Financial Group (IFG)" goes on with no name of its own.
    sort = len(initials) if proper and tokens[after].is_capital else 0
    for index in range(after, last):
        token = tokens[index]
        if token.before.strip() == "(":
            found = _PARENTHESIS.match(tokens.body, tokens[index - 1].end)
            letters = found.group(1).replace("-", "").replace(" ", "") if found is not None else " "
            ways = {initials, every, initials[sort:], every[sort:]}
            spelt = letters.isupper() and len(letters) >= _MIN_SPELT and letters in ways
            # "Jaringan Perempuan Indonesia Timur untuk Kesehatan (JPIT)"
            spelt = spelt or (proper and len(letters) > _MIN_SPELT and initials.startswith(letters))
            if proper and not spelt and tokens[index - 1].is_capital:
                # "Perkumpulan Kelompok Pengelola Sumber Daya Alam (KELOLA)"
                name = tokens.body[tokens[after].start : tokens[index - 1].end]
                spelt = is_acronym(letters) and _is_blend(fold(letters), name)
            return index if spelt and index > after else 0
        if token.before.strip() not in {"", ","} or "\n" in token.before:
            return 0
        parts = token.text.split("-")
        every += "".join(part[0].upper() for part in parts if part)
        if token.is_capital:
            initials += "".join(part[0] for part in parts if part[:1].isupper())
    return 0


def find_inner_gloss(tokens: Tokens, first: int, last: int) -> Gloss | None:
    """Return the acronym in brackets that stands between the words of a head, if there is one."""
    for index in range(first + 1, last - 1):
        if tokens[index].before.strip() == "(" and tokens[index + 1].before.strip() == ")":
            acronym = tokens[index].text
            return Gloss(
                start=tokens.body.rindex("(", tokens[index - 1].end, tokens[index].start),
                end=tokens.body.index(")", tokens[index].end) + 1,
                last=index + 1,
                acronym=acronym if _is_spelt(acronym, tokens, first, index) else None,
                region=None,
            )
    return None


def leave_out(gloss: tuple[int, int] | None, body: str, start: int, end: int, inner: BodyName | None) -> str:
    """Return the name at ``[start, end)`` without its gloss; a body at its end goes by its own name."""
    behind = gloss[1] if gloss else start
    name = body[behind : inner.start] + inner.name if inner else body[behind:end]
    if gloss:
        name = f"{body[start : gloss[0]].rstrip()} {name.lstrip()}"
    return " ".join(name.split())


def _is_of_body(acronym: str, tokens: Tokens, first: int, lexicon: Lexicon) -> bool:
    """Tell whether a short form is the body's own: no class, no post and no region's.

    "Kepala Kejaksaan Negeri (Kajari) Contoh", "Pemerintah Provinsi Papua Barat Daya (PBD)"
    """
    folded, head = fold(acronym), tokens[first].folded
    words = lexicon.institution_heads.words
    if folded in words.class_words or folded in lexicon.posts.phrase_set:
        return False
    return head not in words.government_set or folded[:_STEM] == head[:_STEM]


def _is_spelt(acronym: str, tokens: Tokens, first: int, index: int) -> bool:
    """Tell whether a short form is made of the initials of the words ``[first, index)``: "(PJS)"."""
    return acronym == "".join(token.text[0] for token in tokens[first:index] if token.is_capital)


def _may_abbreviate(tokens: Tokens, first: int, index: int, lexicon: Lexicon) -> bool:
    """An acronym of a name begins with the name's letter; "(TPPO)" is no task force."""
    word = tokens[index]
    words = lexicon.institution_heads.words
    if word.folded in words.class_words:
        return True
    if not word.is_capital:
        return False
    known, own = find_head(tokens, index, lexicon), find_head(tokens, first, lexicon)
    if known is not None:
        # A known body behind another is its usual name, "(Basarnas)"; a faculty is no university's.
        faculty = known[0].sub and known[0].kind == "university-school"
        return own is None or own[0].sub or not (faculty and own[0].kind == known[0].kind)
    closing = tokens.body.find(")", word.end)
    behind = tokens.find_index(closing) if closing >= 0 else len(tokens)
    inside = tokens.body[closing : closing + 2] == ") "
    if inside and find_any_region(tokens, behind, lexicon.regions, words) is not None:
        # What stands inside a name is its own: "Persatuan Tunanetra (Pertuni) Kota Solok".
        return True
    if is_acronym(word.text):
        # The acronym of a proper name may leave out what the body is: "PT Kaltim Prima Coal (KPC)".
        found = find_head(tokens, first, lexicon)
        named = found is not None and found[0].tail == "name"
        begins = (first, found[1]) if found is not None and named else (first,)
        return word.folded[0] in {tokens[begin].folded[0] for begin in begins}
    # "(Fikes UNCO)": an acronym of the house behind that of its unit
    housed = closing >= 0 and behind == index + 2 and is_acronym(tokens[index + 1].text)
    written = tokens.body[tokens[first].start : tokens[index - 1].end]
    if own is not None and own[0].sub and _is_blend(word.folded, written.partition(" ")[2]):
        # "Unit Tindak Pidana Khusus (Tipidsus)" leaves out what the unit is.
        return True
    return _is_blend(word.folded, written, begin=1 if housed else 2)


def _is_blend(word: str, name: str, *, begin: int = 2) -> bool:
    """Tell whether a word is made of letters of a name in their order.

    ``begin``: letters that both must begin with.

    >>> _is_blend("polnustar", "Politeknik Negeri Nusa Utara"), _is_blend("bandung", "Balai Bahasa")
    (True, False)
    """
    letters = iter(fold(name))
    begins = len(word) >= _MIN_BLEND and fold(name).startswith(word[:begin]) and word.isalpha()
    return begins and " " in name and all(letter in letters for letter in word)
