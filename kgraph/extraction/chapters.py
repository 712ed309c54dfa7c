"""The association behind the word for its chapter, where no list knows it."""

from collections.abc import Sequence

from kgraph.extraction.acronym_glosses import read_gloss
from kgraph.extraction.body_words import BodyName, find_head, is_acronym
from kgraph.extraction.name_ends import ends_name, is_title, leads_to_person, starts_person
from kgraph.extraction.regions import find_any_region, find_region
from kgraph.extraction.tokens import Tokens
from kgraph.lexicon.institution_heads import Head
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import fold

_MOST_WORDS = 4
_FIRM, _UNION = "company", "ngo-union"


def is_chapter_word(head: Head) -> bool:
    """Tell whether a head is a word for a chapter or a board of an association: "DPC"."""
    return head.sub and head.kind == "ngo-union" and head.tail == "none"


def is_other_board(name: BodyName, others: Sequence[BodyName]) -> bool:
    """Tell whether a board without a place is not one with a place: "DPP Contoh", "DPD Contoh Bali"."""
    if not is_chapter_word(name.head):
        return False
    level = _spell(name.form)
    told = {_spell(other.form) for other in others if is_chapter_word(other.head)}
    return len(told) > 0 and level not in told and all(is_chapter_word(other.head) for other in others)


def _spell(form: str) -> str:
    """Return the letters of the word for a board: "dpd" for "DPD" and "Dewan Pimpinan Daerah"."""
    words = fold(form).split()
    return words[0] if len(words) == 1 else "".join(word[0] for word in words)


def measure_association(tokens: Tokens, index: int, head: Head, lexicon: Lexicon) -> int:
    """Return the number of words of an association from a word on, 0 where nothing tells one.

    Associations have any name, but a chapter has a region, and whoever heads one is named behind
    a comma: "Ketua DPC Contoh Kabupaten Siak", "Ketua DPW Contoh Karya, Budi Santoso".
    """
    regions, words = lexicon.regions, lexicon.institution_heads.words
    size = 0
    while (
        size < _MOST_WORDS
        and index + size < len(tokens)
        and tokens[index + size].before == " "
        and tokens[index + size].is_capital
        and not find_any_region(tokens, index + size, regions, words)
        and (
            _may_belong(tokens, index + size, head, lexicon)
            or _is_federation(tokens, index, index + size, lexicon)
        )
    ):
        size += 1
    behind = index + size
    if size == 0 or behind >= len(tokens):
        return 0
    named = any(tokens.folded[place] in lexicon.given_names.folded for place in range(index, behind))
    if read_gloss(tokens, index, tokens[behind - 1].end, lexicon) is not None:
        return size
    house = find_head(tokens, behind, lexicon) if tokens[behind].before == " " else None
    if house is not None and house[0].kind == _FIRM and is_acronym(tokens[index].text):
        return size
    if leads_to_person(tokens, behind, lexicon):
        return 0 if named and size > 1 else size
    if tokens[behind].before != " " or find_any_region(tokens, behind, regions, words) is None:
        return 0
    # "Ketua DPC Budi Siak": a person's name may be followed by a place of the same words.
    placed = find_region(tokens, behind, regions) is None
    return size if placed or is_acronym(tokens[index].text) or not named else 0


def _is_federation(tokens: Tokens, first: int, index: int, lexicon: Lexicon) -> bool:
    """Whether a known union stands at a word behind the short name of its branch: "PC SPX FSPMI"."""
    found = find_head(tokens, index, lexicon) if index > first else None
    return (
        found is not None
        and found[0].alone
        and found[0].kind == _UNION
        and is_acronym(tokens[index].text)
        and all(is_acronym(tokens[place].text) for place in range(first, index))
    )


def _may_belong(tokens: Tokens, index: int, head: Head, lexicon: Lexicon) -> bool:
    """Whether a word begins no post, person, level or other body."""
    return not (
        ends_name(tokens, index, head, lexicon)
        or starts_person(tokens, index, lexicon)
        or is_title(tokens, index, lexicon)
        or tokens[index].folded in lexicon.institution_heads.words.level_of
        or tokens[index].folded in lexicon.posts.name_stop_set
        or lexicon.institution_heads.words.is_numeral(tokens[index].folded)
    )
