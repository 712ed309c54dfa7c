"""Where the name of a body ends: what can only begin something else."""

from kgraph.extraction.body_words import find_head, starts_post
from kgraph.extraction.tokens import Tokens
from kgraph.lexicon.institution_heads import Head
from kgraph.lexicon.load import Lexicon


def ends_name(tokens: Tokens, index: int, head: Head, lexicon: Lexicon) -> bool:
    """Tell whether a word begins a post, a rank, a person or another body.

    The name of a movement may be part of a school's or a hospital's: "RSU Aisyiyah".
    """
    word = tokens[index].folded
    if word in lexicon.honorifics.first_words or word in lexicon.institution_heads.words.name_end_set:
        return True
    if starts_post(tokens, index, lexicon):
        return True
    found = find_head(tokens, index, lexicon)
    movement = found is not None and found[0].alone and found[0].kind == "ngo-union"
    return found is not None and not (movement and head.tail == "name")


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
    return len(token.folded) <= 2 and bool(set(following) & lexicon.given_names.behind_i_set)


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
        and tokens[last].folded not in words.class_words
        and not (posted and tokens[last].folded in lexicon.given_names.folded)
    ):
        last += 1
    return last
