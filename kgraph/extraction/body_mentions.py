"""Where a text names bodies: every name that the grammar reads, and what the text defines itself."""

from collections.abc import Iterator

from kgraph.extraction.body_names import read_body_name, starts_body
from kgraph.extraction.body_words import BodyName, find_head, fold_words, is_acronym, starts_post
from kgraph.extraction.chapters import is_chapter_word
from kgraph.extraction.defined_acronyms import add_defined
from kgraph.extraction.foreign_bodies import read_english_name
from kgraph.extraction.glossed_names import add_glossed
from kgraph.extraction.longer_names import lengthen
from kgraph.extraction.name_ends import is_title, names_person
from kgraph.extraction.run_on_names import is_prose, run_on
from kgraph.extraction.tokens import Tokens
from kgraph.extraction.unknown_offices import read_unknown_office
from kgraph.lexicon.institution_heads import Head
from kgraph.lexicon.load import Lexicon
from kgraph.text.layout import Layout

_MAX_POST_WORDS = 10
_MOST_ENDED = 20
"""Words of the longest name that another is cut off to."""
_POLICE = "police"
_RANK_SIZES = (2, 3)
_TOLD_BY_REGION = frozenset({"court-prosecution", "university-school"})
_SENDING = frozenset({"company", "ngo-union", "university-school"})
_BRANCHED = frozenset({"military", "ngo-union", "university-school"})


def find_body_names(layout: Layout, tokens: Tokens, lexicon: Lexicon) -> list[BodyName]:
    """Return the names of bodies in a text, in order and without overlap.

    A unit that stands inside a post ("Kepala Bidang X Dinas Y") gives way to its body.
    """
    titled = {index for begin, end in layout.titled for index in tokens.find_indexes(begin, end)}
    openers, words = lexicon.body_openers, lexicon.institution_heads.words
    english, leading, sorts = words.english, words.leading, words.sort_set
    last_english = max((index for index in tokens.capitals if tokens[index].text in english), default=-1)
    names: list[BodyName] = []
    housed: dict[int, BodyName] = {}
    dropped: list[BodyName] = []
    reached = 0
    for index, token in enumerate(tokens):
        known = token.folded in openers
        if index < reached or not (known or token.is_capital):
            continue
        may_follow = index <= last_english or (index > 0 and tokens[index - 1].text in leading)
        if not (known or may_follow) or (token.folded in sorts and _is_sort(tokens, index, lexicon)):
            continue
        in_title = index in titled
        name = _read_name(tokens, index, lexicon, known=known, titled=in_title, english=index <= last_english)
        unread = known and name is None
        if name is not None and (name.head.sub or (name.inner is not None and name.kind == _POLICE)):
            unit = name
            name = _settle_unit(unit, tokens, lexicon)
            if name is not None and name is not unit:
                housed[name.start] = unit
            elif name is None:
                dropped.append(unit)
        if name is None or not _is_complete(name, tokens, lexicon, titled=in_title):
            if unread:
                reached = _skip(tokens, index, lexicon)
            continue
        if not in_title and is_prose(layout, name.start) and not _is_inside_post(name.first, tokens, lexicon):
            name = run_on(name, tokens, lexicon)
        if not _is_held(name, tokens, lexicon):
            names.append(name)
        reached = name.last
    if housed or dropped:
        names = _restore_units(names, housed, dropped)
    names = lengthen(add_glossed(names, tokens, lexicon), tokens)
    ends = _list_ends(names)
    ended = [_end_before_person(name, ends, tokens, lexicon) for name in names]
    return add_defined(ended, layout, tokens, lexicon)


def _restore_units(
    names: list[BodyName], housed: dict[int, BodyName], dropped: list[BodyName]
) -> list[BodyName]:
    """Put back the units inside posts that the text also names by themselves.

    "Kepala Biro Hukum Setda Contoh" beside "Biro Hukum Setda Contoh" leads that, and is no more of the house.
    """
    named = {_tell_unit(name) for name in names if name.head.sub}
    back = [unit for unit in dropped if _tell_unit(unit) in named]
    taken = {index for unit in back for index in range(unit.first, unit.last)}
    units = ((name, housed.get(name.start)) for name in names if name.first not in taken)
    kept = [unit if unit is not None and _tell_unit(unit) in named else name for name, unit in units]
    return sorted([*kept, *back], key=lambda name: name.start)


def _tell_unit(name: BodyName) -> tuple[str, tuple[str, ...], str]:
    """What a unit has in common with other names of it: its head, its words and its region."""
    region = name.region
    place = "" if region is None else region.region.code if region.region else region.name
    return name.head.full, name.words, place


def _is_held(name: BodyName, tokens: Tokens, lexicon: Lexicon) -> bool:
    """Whether a name is that of an occasion: "Forum Contoh yang diselenggarakan Dinas Contoh".

    So it is behind "menggelar", and before the number of a year: "Forum Contoh Tahun 2025".
    """
    if name.kind != "ngo-union":
        return False
    following = tokens.folded[name.last : name.last + 2]
    carriers = lexicon.event_cues.carriers
    if len(following) > 1 and (
        following[1] in carriers["holding_passive"]
        or (following[0] in lexicon.event_cues.dates["year_nouns"] and following[1].isdigit())
    ):
        return True
    before = tokens.folded[name.first - 1] if name.first else ""
    return before in carriers["holding_active"] or before in carriers["holding_stems"]


def _is_sort(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether the word for a sort only tells that of the known body behind it: "LSM Walhi Bengkulu"."""
    behind = index + 1 < len(tokens) and tokens[index + 1].before == " "
    return behind and find_head(tokens, index + 1, lexicon) is not None


def _skip(tokens: Tokens, index: int, lexicon: Lexicon) -> int:
    """Return where to look on behind a head that names no body by itself.

    "Kantor Kementerian Agama" without its region is one office, and not the ministry in its name.
    """
    found = find_head(tokens, index, lexicon) if tokens[index].is_capital else None
    if found is None or found[0].sub or found[0].generic:
        return index + 1
    return max(found[1], index + 1)


def _list_ends(names: list[BodyName]) -> set[tuple[str, tuple[str, ...]]]:
    """Return the kinds and words with which the proper names of a text end, acronyms among them."""
    ends = {(name.kind, name.words) for name in names if name.head.tail == "name"}
    # What is short for "PT Bank Contoh Lampung (Bank Lampung)" is no acronym without its region.
    acronyms = ((name.kind, name.acronym) for name in names if name.acronym)
    return ends | {(kind, fold_words(acronym)) for kind, acronym in acronyms if is_acronym(acronym)}


def _end_before_person(
    name: BodyName, ends: set[tuple[str, tuple[str, ...]]], tokens: Tokens, lexicon: Lexicon
) -> BodyName:
    """Cut a proper name off where the text elsewhere ends it, if a post leads up to it.

    "HR Manager PT Contoh Melisa Tan" beside "PT Contoh", or beside its acronym: the person is Melisa Tan.
    """
    if name.head.tail != "name" or name.inner is not None:
        return name
    longest = min(len(name.words) - 1, _MOST_ENDED)
    sizes = [size for size in range(longest, 0, -1) if (name.kind, name.words[:size]) in ends]
    if not sizes or not _is_inside_post(name.first, tokens, lexicon):
        return name
    cut = read_body_name(tokens, name.first, lexicon, size=sizes[0])
    # A glottal begins no person: "Ponpes Al Ihya ‘Ulumaddin".
    return cut if cut is not None and tokens[cut.last].before == " " else name


def _read_name(
    tokens: Tokens, index: int, lexicon: Lexicon, *, known: bool, titled: bool, english: bool
) -> BodyName | None:
    """Read a name that begins with a ``known`` word of heads, else one with an ``english`` word ahead."""
    name = None
    if known and starts_body(tokens, index, lexicon):
        posted = _is_led(index, tokens, lexicon)
        name = read_body_name(tokens, index, lexicon, titled=titled, posted=posted)
    if name is None and english:
        posted = _is_led(index, tokens, lexicon)
        name = read_english_name(tokens, index, lexicon, titled=titled, posted=posted)
    if name is None and index > 0 and tokens[index - 1].text in lexicon.institution_heads.words.leading:
        name = read_unknown_office(tokens, index, lexicon)
    return name if name is not None and not _is_refused(tokens, index, lexicon) else None


def _is_led(index: int, tokens: Tokens, lexicon: Lexicon) -> bool:
    """Whether a post stands before a body, or a word for who comes from it, so that a person may follow it.

    "perwakilan PT Contoh Palu Budi Santoso"; whoever comes from a public office is told by a post.
    """
    if _is_inside_post(index, tokens, lexicon):
        return True
    sent = index > 0 and tokens[index].before == " " and tokens[index - 1].folded in lexicon.posts.delegates
    found = find_head(tokens, index, lexicon) if sent else None
    return sent and (found is None or found[0].kind in _SENDING)


def _is_refused(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """After a word for a rule, a programme or a post that owns the words behind it."""
    if index == 0 or tokens[index].before.strip() not in {"", "("}:
        return False
    before = index - 1
    honorifics = lexicon.honorifics
    if tokens[index].folded in honorifics.rank_part_set and _ends_rank(tokens, before, lexicon):
        return True
    if index > 1 and lexicon.institution_heads.words.is_numeral(tokens[before].folded):
        before -= 1
    previous = tokens[before].folded
    if previous in lexicon.institution_heads.words.refused_set and tokens[index].before == " ":
        # "Manajer Program Contoh" is a post, but "Kelian Banjar Dinas Contoh" heads a place.
        placed = previous in lexicon.institution_heads.words.place_opener_set
        return placed or before == 0 or tokens[before - 1].folded not in lexicon.posts.first_words
    return previous in lexicon.posts.owner_set and tokens[index].folded != previous


def _ends_rank(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether a word is a title or the last of a rank: "Laksamana Muda" before "TNI"."""
    if tokens[index].folded in lexicon.honorifics.first_words:
        return True
    ranks = lexicon.honorifics.rank_words
    return any(tokens.folded[max(0, index + 1 - size) : index + 1] in ranks for size in _RANK_SIZES)


def _is_complete(name: BodyName, tokens: Tokens, lexicon: Lexicon, *, titled: bool) -> bool:
    """An ambiguous short form counts only where the text defines it; a proper name needs a word."""
    written = tokens.body[name.start : name.end]
    if written in lexicon.institution_heads.words.ambiguous:
        return False
    if name.form in lexicon.institution_heads.words.ambiguous and not name.words and name.acronym is None:
        if name.region is None or (name.region.region is None and name.region.level is not None):
            return False
        return name.head.kind in _TOLD_BY_REGION or name.region.level is not None
    if tokens.body[max(0, name.start - 1) : name.start] == "(" and name.head.alone:
        # The acronym of something that is not the body itself: "Menteri ... (P2MI)".
        return tokens.body[name.end : name.end + 1] != ")"
    is_numeral = lexicon.institution_heads.words.is_numeral
    unplaced = name.head.placed and name.region is None and name.inner is None
    if unplaced and not any(map(is_numeral, name.words)):
        return False
    if name.head.tail != "name" or name.words or name.head.alone or name.acronym:
        return True
    return name.region is not None and not titled


def _settle_unit(name: BodyName, tokens: Tokens, lexicon: Lexicon) -> BodyName | None:
    if name.inner is not None and _is_post_of_person(name, tokens, lexicon):
        return name.inner
    named = name.acronym is not None and name.kind in _BRANCHED
    if _is_inside_post(name.first, tokens, lexicon) and not (named or _is_chapter(name)):
        return name.inner
    if name.inner is not None and name.inner.head.sub and name.inner.first == name.first + 1:
        return name.inner
    if name.head.kind == "ministry" and name.words:
        # There is one directorate general of a subject in the state.
        return name
    told = name.acronym or name.region or (is_chapter_word(name.head) and name.words)
    if name.inner is None and not name.head.alone and not told:
        return None
    return name


def _is_post_of_person(name: BodyName, tokens: Tokens, lexicon: Lexicon) -> bool:
    """Whether what may be a board is who leads a branch: "Pimpinan Cabang Contoh Sulsel Budi Santoso".

    A board is led by one more: "Ketua Pimpinan Cabang Contoh Kendal Budi Santoso".
    """
    if not is_chapter_word(name.head) or not starts_post(tokens, name.first, lexicon):
        return False
    if name.last >= len(tokens) or tokens[name.last].before != " ":
        return False
    behind = is_title(tokens, name.last, lexicon) or names_person(tokens, name.last, name.head, lexicon)
    return behind and not _is_inside_post(name.first, tokens, lexicon)


def _is_chapter(name: BodyName) -> bool:
    """Whether a name is that of a branch or a faculty: "DPC Contoh Klungkung" is not the whole of it."""
    if name.head.inside:
        return False
    told = is_chapter_word(name.head) and bool(name.words)
    told = told or (name.kind == "university-school" and name.acronym is not None)
    return told or (name.head.kind in _BRANCHED and name.inner is not None)


def _is_inside_post(index: int, tokens: Tokens, lexicon: Lexicon) -> bool:
    """Whether a post's words lead up to a word without a mark between."""
    for step in range(1, _MAX_POST_WORDS + 1):
        if index - step < 0 or tokens[index - step + 1].before.strip():
            return False
        word = tokens[index - step].folded
        if word in lexicon.posts.first_words:
            return True
        if word not in lexicon.posts.modifier_set and not tokens[index - step].is_capital:
            return False
    return False


def find_bare_heads(
    names: list[BodyName], tokens: Tokens, lexicon: Lexicon
) -> Iterator[tuple[int, int, Head]]:
    """Yield span and head where a head stands alone that alone names no body ("Polres", "BP3MI")."""
    taken = {index for name in names for index in range(name.first, name.last)}
    reached = 0
    first_words = lexicon.body_heads.first_words
    for index in tokens.capitals:
        if index < reached or tokens[index].folded not in first_words or index in taken:
            continue
        found = find_head(tokens, index, lexicon)
        if found is None:
            continue
        if taken.isdisjoint(range(index, found[1])) and not _is_refused(tokens, index, lexicon):
            yield tokens[index].start, tokens[found[1] - 1].end, found[0]
        reached = found[1]
