"""Where the name of a body ends: what can only begin something else."""

from kgraph.extraction.body_words import find_head, is_acronym, starts_post
from kgraph.extraction.degrees import read_degrees
from kgraph.extraction.name_marks import measure_honour
from kgraph.extraction.regions import find_region, find_seat
from kgraph.extraction.tokens import Tokens
from kgraph.lexicon.institution_heads import Head
from kgraph.lexicon.load import Lexicon

_SCHOOL = "university-school"
_FEWEST_NAMES = 2
"""Words of a person's name that cannot be the end of a body's."""


def ends_name(tokens: Tokens, index: int, head: Head, lexicon: Lexicon) -> bool:
    """Tell whether a word begins a post, a rank, a person or another body.

    The name of a movement may be part of a school's or a hospital's: "RSU Aisyiyah".
    """
    word = tokens[index].folded
    if word in lexicon.honorifics.first_words or word in lexicon.institution_heads.words.name_end_set:
        return True
    if starts_post(tokens, index, lexicon):
        return True
    if is_title(tokens, index, lexicon) and word not in lexicon.institution_heads.words.abbreviation_set:
        # "Sekretaris Contoh Pdt. Budi"
        return True
    found = find_head(tokens, index, lexicon)
    if found is None:
        return False
    movement = found[0].alone and found[0].kind == "ngo-union"
    return not ((movement and head.tail == "name") or _is_own_acronym(tokens, index, head, found[0]))


def _is_own_acronym(tokens: Tokens, index: int, head: Head, found: Head) -> bool:
    """Whether a word is what a university goes by, within its name: "Institut Bisnis STIKOM Contoh"."""
    school = head.kind == found.kind == _SCHOOL and not (head.sub or found.sub)
    housed = school and head.tail == "name" and head.forms != found.forms
    return housed and tokens[index].before == " " and is_acronym(tokens[index].text)


def is_title(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Tell whether an abbreviated title stands at a word."""
    token = tokens[index]
    return tokens.body.startswith(".", token.end) and token.folded in lexicon.honorifics.title_set


def starts_person(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a title or the first word of a Balinese name stands at a word.

    A title that also begins the names of hospitals ("RSUD Dr. X") does not count.
    """
    token = tokens[index]
    if is_title(tokens, index, lexicon):
        part = token.folded in lexicon.institution_heads.words.abbreviation_set
        return not part or len(token.folded) == 1
    following = tokens.folded[index + 1 : index + 2]
    behind = lexicon.given_names.behind_i_set
    # "I Made", and "Dewa Nyoman" without it
    return bool(set(following) & behind) and (len(token.folded) <= 2 or token.folded in behind)


def is_country(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a country's name begins at a word."""
    return lexicon.institution_heads.words.country_phrases.match(tokens.folded, index) > 0


def find_proper_end(tokens: Tokens, index: int, head: Head, lexicon: Lexicon, *, posted: bool) -> int:
    """Return the index behind the capital words from a word on that may belong to a proper name.

    ``posted``: a person's name may follow, so that a given name ends it.
    """
    words = lexicon.institution_heads.words
    last = index
    while (
        last < len(tokens)
        and tokens[last].before == " "
        and tokens[last].is_capital
        and not ends_name(tokens, last, head, lexicon)
        and not words.branch_phrases.match(tokens.folded, last)
        and tokens[last].folded not in words.level_of
        and tokens[last].folded not in words.class_words
        and not (posted and tokens[last].folded in lexicon.given_names.folded)
    ):
        last += 1
    return last


def goes_on(tokens: Tokens, index: int, head: Head, lexicon: Lexicon, *, posted: bool) -> bool:
    """Tell whether more proper words follow a region's name that is but a part: "Tirta Batu Mentas".

    Behind a post they are only if a comma or their acronym parts them from the person.
    """
    last = find_proper_end(tokens, index, head, lexicon, posted=posted)
    if last == index or not posted:
        return last > index
    if last == len(tokens) or tokens[last].before not in {", ", " ("}:
        return False
    return tokens[last].is_capital and not starts_post(tokens, last, lexicon)


def leads_to_person(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a comma and the name of a person follow, and no degree of one named before."""
    if index >= len(tokens) or tokens[index].before.strip() != "," or "\n" in tokens[index].before:
        return False
    if read_degrees(tokens.body, tokens[index - 1].end, lexicon.honorifics)[0]:
        return False
    word = tokens[index].folded
    return (
        starts_person(tokens, index, lexicon)
        or word in lexicon.given_names.folded
        or (word in lexicon.honorifics.first_words and tokens[index].is_capital)
    ) and find_head(tokens, index, lexicon) is None


def names_physician(tokens: Tokens, index: int, head: Head, lexicon: Lexicon) -> bool:
    """Tell whether the title at a word is that of who heads a hospital: "Direktur RSUD dr. I Made, Sp.B".

    Hospitals bear the names of physicians, but no living one's degrees stand behind those.
    """
    if index + 1 >= len(tokens) or not is_title(tokens, index, lexicon):
        return False
    if measure_honour(tokens, tokens[index].end) > tokens[index].end:
        # "RSUD Dr. (H.C.) Ir. Contoh"
        return False
    if starts_person(tokens, index + 1, lexicon):
        return True
    last = find_proper_end(tokens, index + 1, head, lexicon, posted=False)
    return last > index + 1 and bool(read_degrees(tokens.body, tokens[last - 1].end, lexicon.honorifics)[0])


def _is_placed(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Whether a region, or the town where the government of one sits, begins at a word."""
    regions = lexicon.regions
    return (find_region(tokens, index, regions) or find_seat(tokens, index, regions)) is not None


def names_person(tokens: Tokens, index: int, head: Head, lexicon: Lexicon) -> bool:
    """Tell whether a person's name begins right behind that of a body.

    "Direktur PT Contoh Budi Santoso" ends with one; not so where a region, a title or a comma
    and more capital words follow: "Direktur RSUD Contoh Budi, Dewi Lestari".
    """
    if starts_person(tokens, index, lexicon):
        return True
    if tokens[index].folded not in lexicon.given_names.folded:
        return False
    last = find_proper_end(tokens, index, head, lexicon, posted=False)
    levels = lexicon.institution_heads.words.level_of
    if last - index < _FEWEST_NAMES or any(tokens.folded[place] in levels for place in range(index, last)):
        return False
    if any(_is_placed(tokens, place, lexicon) for place in range(index, last)):
        return False
    if last == len(tokens):
        return True
    if tokens[last].folded in lexicon.institution_heads.words.level_of and tokens[last].before == " ":
        # "Perumda Tirta Danu Arta Kabupaten Contoh"
        return False
    if tokens[last].folded in lexicon.honorifics.first_words and tokens[last].before == " ":
        return False
    if tokens[last].before.strip() != ",":
        return True
    if is_title(tokens, last, lexicon):
        return False
    behind = not tokens[last].is_capital or starts_post(tokens, last, lexicon)
    return behind or bool(read_degrees(tokens.body, tokens[last - 1].end, lexicon.honorifics)[0])
