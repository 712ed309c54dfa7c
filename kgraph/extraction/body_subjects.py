"""The subject in an agency's name: runs of subject words, and lists of them."""

import msgspec

from kgraph.extraction.body_words import find_head, is_acronym
from kgraph.extraction.tokens import Tokens
from kgraph.lexicon.institution_heads import Head
from kgraph.lexicon.load import Lexicon

_LONGEST = 3


def measure_subject(tokens: Tokens, index: int, lexicon: Lexicon) -> int:
    """Return the number of words of the subject phrase at a word, 0 where there is none."""
    if index >= len(tokens) or not tokens[index].is_capital:
        return 0
    vocabulary = lexicon.institution_heads.words
    for size in range(min(vocabulary.field_sizes.get(tokens[index].folded, 0), _LONGEST), 0, -1):
        words = tokens[index : index + size]
        if len(words) < size or any(word.before.strip(" ") for word in words[1:]):
            continue
        if " ".join([word.folded for word in words]) in vocabulary.field_phrases:
            return size
    return 1 if vocabulary.is_field_word(tokens[index].text) else 0


def continues_list(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a list of subjects goes on behind a comma: it ends with "and" and a subject."""
    joiners = lexicon.institution_heads.words.joiner_set
    while index < len(tokens):
        if tokens[index].folded in joiners:
            if starts_other_body(tokens, index + 1, lexicon):
                return False
            return measure_subject(tokens, index + 1, lexicon) > 0 or must_be_subject(
                tokens, index + 1, lexicon
            )
        size = measure_subject(tokens, index, lexicon)
        if not size or starts_other_body(tokens, index, lexicon):
            return False
        index += size
        if index < len(tokens) and tokens[index].before.strip() not in {"", ","}:
            return False
    return False


def must_be_subject(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Tell whether an unknown word must be a subject: the acronym or the level word follows it."""
    if index + 1 >= len(tokens) or not tokens[index].is_capital:
        return False
    behind = tokens.body[tokens[index].end : tokens[index + 1].start]
    levels = lexicon.institution_heads.words.level_of
    return behind == " (" or (behind == " " and tokens[index + 1].folded in levels)


def starts_other_body(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Tell whether a body's name begins at a word that is no subject of an agency itself."""
    if index >= len(tokens):
        return False
    found = find_head(tokens, index, lexicon)
    if found is None:
        return False
    # "Dinas Perdagangan dan Koperasi": a word that heads names may also be a subject.
    single = found[1] == index + 1
    return not (single and tokens[index].folded in lexicon.institution_heads.words.field_phrases)


def open_head(head: Head, last: str, *, several: bool) -> Head:
    """Return the head of an agency whose known name may go on: "Badan Pendapatan Daerah dan Aset".

    ``last``: the last of its words as written; short names do not go on so.
    """
    if head.kind != "regional-agency" or head.tail != "region" or not several or is_acronym(last):
        return head
    return msgspec.structs.replace(head, tail="field")
