"""Marks inside the names of bodies that tell apart those of one sort: classes and numbers."""

import re

from kgraph.extraction.tokens import Tokens
from kgraph.lexicon.institution_heads import NameWords
from kgraph.lexicon.load import Lexicon

_MAX_DIGITS = 2
_HONOUR = re.compile(r"\.?\s?\(\s?[Hh]\.?\s?[Cc]\.?\s?\)(?=\s)")


def measure_class(tokens: Tokens, index: int, words: NameWords) -> int:
    """Return the number of words of a class ("Kelas I Khusus TPI") or an office's number, 0 for none."""
    begins = tokens[index].folded
    if begins not in words.class_heads and not words.is_numeral(begins):
        return 0
    size = 0
    while index + size < len(tokens):
        token = tokens[index + size]
        if token.folded not in words.class_words or (size and token.before.strip()):
            break
        if size and words.is_numeral(token.folded) and words.is_numeral(tokens.folded[index + size - 1]):
            # "Kepala Puskesmas Contoh I I Wayan Budi"
            break
        size += 1
    return size


def measure_honour(tokens: Tokens, end: int) -> int:
    """Return the offset behind the mark of a degree of honour, else the one given: "Dr. (H.C.)"."""
    found = _HONOUR.match(tokens.body, end)
    return found.end() if found is not None else end


def is_regional_number(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a numeral counts the offices of a part of the country: "Sumatera I/Contoh".

    "I" before a Balinese name is one of a person: "Kepala X Kalimantan I Wayan Contoh".
    """
    following = set(tokens.folded[index + 1 : index + 2])
    return tokens[index].text.isupper() and not following & lexicon.given_names.behind_i_set


def is_serial(tokens: Tokens, index: int, words: NameWords) -> bool:
    """Tell whether a number ends a name, and counts nothing: "Puskesmas Contoh 1, ..."."""
    token = tokens[index]
    if not token.text.isdigit() or len(token.text) > _MAX_DIGITS or token.before != " ":
        return False
    if index + 1 == len(tokens):
        return True
    following = tokens[index + 1]
    return bool(following.before.strip()) or following.folded in words.joiner_set
