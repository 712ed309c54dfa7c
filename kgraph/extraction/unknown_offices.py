"""Bodies whose names no list knows, told by the post of somebody who leads them."""

from kgraph.extraction.body_names import read_name_behind
from kgraph.extraction.body_words import BodyName, find_head, fold_words, is_acronym, starts_post
from kgraph.extraction.degrees import read_degrees
from kgraph.extraction.name_ends import is_title
from kgraph.extraction.regions import find_any_region, find_region
from kgraph.extraction.tokens import Tokens
from kgraph.lexicon.institution_heads import Head
from kgraph.lexicon.load import Lexicon

_SHORTEST = 3
_MOST_WORDS = 5


def read_unknown_office(tokens: Tokens, index: int, lexicon: Lexicon) -> BodyName | None:
    """Return the body that stands between the post of its head and a region or the head's name.

    Agencies of the regions have hundreds of short names, and associations any name: whoever is
    "Kepala BPKPD Kabupaten Klungkung" or "Direktur Contoh Karya, Budi Santoso" leads one.
    """
    if index == 0 or tokens[index].before != " ":
        return None
    return _read_agency(tokens, index, lexicon) or _read_association(tokens, index, lexicon)


def _read_agency(tokens: Tokens, index: int, lexicon: Lexicon) -> BodyName | None:
    """An acronym between a post and a region."""
    token = tokens[index]
    words = lexicon.institution_heads.words
    kind = words.led.get(tokens[index - 1].text)
    if kind is None or len(token.text) < _SHORTEST or not is_acronym(token.text):
        return None
    if words.is_numeral(token.folded) or find_head(tokens, index, lexicon) is not None:
        return None
    region = find_any_region(tokens, index + 1, lexicon.regions, words)
    if region is None or region.region is None or tokens[index + 1].before != " ":
        return None
    head = Head(forms=(token.text,), kind=kind, tail="region", alone=False)
    return read_name_behind(tokens, index, index + 1, head, lexicon)


def _read_association(tokens: Tokens, index: int, lexicon: Lexicon) -> BodyName | None:
    """Unknown capital words between a post and a comma with a person's name, or an acronym before a title."""
    kind = lexicon.institution_heads.words.led_proper.get(tokens[index - 1].text)
    if kind is None or not _may_begin(tokens, index, lexicon):
        return None
    if f"{tokens.folded[index - 1]} {tokens.folded[index]}" in lexicon.posts.phrase_set:
        # "Direktur Reserse" is a post and no director of a body "Reserse".
        return None
    last = index + 1
    while (
        last < min(index + _MOST_WORDS, len(tokens))
        and tokens[last].before == " "
        and tokens[last].is_capital
        and not _is_personal(tokens, last, lexicon)
    ):
        last += 1
    short = last == index + 1 or _is_nation(tokens, index + 1, last, lexicon)
    if short and not _is_short_name(tokens, index):
        return None
    if any(find_head(tokens, place, lexicon) for place in range(index + 1, last)):
        return None
    if not _leads_to_person(tokens, last, lexicon, direct=short):
        return None
    start, end = tokens[index].start, tokens[last - 1].end
    name = " ".join(tokens.body[start:end].split())
    return BodyName(
        first=index,
        last=last,
        start=start,
        end=end,
        name=name,
        head=Head(forms=(tokens[index].text,), kind=kind, tail="name"),
        form=tokens[index].text,
        words=fold_words(name),
        kind=kind,
        acronym=name if short else None,
        lead=0 if short else last - index,
    )


def _is_nation(tokens: Tokens, first: int, last: int, lexicon: Lexicon) -> bool:
    """Whether words are those for the nation behind an acronym: "PADMA Indonesia"."""
    return last > first == last - lexicon.institution_heads.words.nation_phrases.match(tokens.folded, first)


def _is_short_name(tokens: Tokens, index: int) -> bool:
    """Whether a word is an acronym that the text does not spell out itself."""
    text = tokens[index].text
    return is_acronym(text) and len(text) >= _SHORTEST and f"({text})" not in tokens.body


def _may_begin(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether a word is none that names of units, posts, places and persons begin with."""
    word = tokens[index].folded
    words = lexicon.institution_heads.words
    return not (
        _is_personal(tokens, index, lexicon)
        or lexicon.posts.modifier_set & {word}
        or lexicon.posts.name_stop_set & {word}
        or words.is_subject_word(tokens[index].text)
        or words.is_numeral(word)
        or words.level_of.get(word)
        or starts_post(tokens, index, lexicon)
        or find_head(tokens, index, lexicon)
        or find_region(tokens, index, lexicon.regions)
        or words.country_phrases.match(tokens.folded, index)
    )


def _is_personal(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    word = tokens[index].folded
    return (
        word in lexicon.given_names.folded
        or word in lexicon.honorifics.first_words
        or is_title(tokens, index, lexicon)
    )


def _leads_to_person(tokens: Tokens, index: int, lexicon: Lexicon, *, direct: bool) -> bool:
    """Whether a comma and a person's name follow; ``direct``: a title without a comma will do."""
    if index >= len(tokens) or starts_post(tokens, index, lexicon):
        return False
    comma = tokens[index].before.strip() == ","
    if not comma:
        return direct and tokens[index].before == " " and _is_personal(tokens, index, lexicon)
    if read_degrees(tokens.body, tokens[index - 1].end, lexicon.honorifics)[0]:
        return False
    if _is_personal(tokens, index, lexicon):
        return True
    if not tokens[index].is_capital or index + 1 == len(tokens):
        return False
    following = tokens[index + 1]
    return following.is_capital and following.before == " " and _may_begin(tokens, index, lexicon)
