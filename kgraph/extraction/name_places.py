"""Places inside the names of bodies that no table of regions knows: harbours, towns, districts."""

from kgraph.extraction.body_words import is_acronym
from kgraph.extraction.name_ends import ends_name, is_title, starts_person
from kgraph.extraction.tokens import Tokens
from kgraph.lexicon.institution_heads import Head
from kgraph.lexicon.load import Lexicon

_MAX_WORDS = 3


def measure_place(tokens: Tokens, index: int, words: int, head: Head, lexicon: Lexicon) -> int:
    """Return the number of words of a place and its name: "Bandara Sultan Hasanuddin" has three.

    ``words``: how many of them say what sort of place it is.
    """
    size = words
    while (
        size < words + _MAX_WORDS
        and index + size < len(tokens)
        and tokens[index + size].before == " "
        and tokens[index + size].is_capital
        and not ends_name(tokens, index + size, head, lexicon)
    ):
        size += 1
    return size


def measure_locality(tokens: Tokens, index: int, head: Head, lexicon: Lexicon) -> int:
    """Return the number of capital words from a word on that may name a place, and no person."""
    size = 0
    while (
        size < _MAX_WORDS
        and index + size < len(tokens)
        and (size == 0 or tokens[index + size].before == " ")
        and (size > 0 or tokens[index].folded not in lexicon.institution_heads.words.field_phrases)
        and tokens[index + size].is_capital
        and (head.abroad or tokens[index + size].folded not in lexicon.given_names.folded)
        and not is_acronym(tokens[index + size].text)
        and not ends_name(tokens, index + size, head, lexicon)
        and not starts_person(tokens, index + size, lexicon)
        and not is_title(tokens, index + size, lexicon)
    ):
        size += 1
    return size
