"""Where the name of a body goes on with proper words that its grammar does not foresee."""

import msgspec

from kgraph.extraction.body_words import BodyName
from kgraph.extraction.name_ends import ends_name, is_country, starts_person
from kgraph.extraction.tokens import Tokens
from kgraph.lexicon.institution_heads import Head
from kgraph.lexicon.load import Lexicon
from kgraph.text.layout import Layout

_MOST_WORDS = 4


def is_prose(layout: Layout, offset: int) -> bool:
    """Tell whether an offset lies in a sentence of the text proper."""
    sentence = layout.find_sentence(offset)
    return sentence is not None and sentence.zone == "body"


def run_on(name: BodyName, tokens: Tokens, lexicon: Lexicon) -> BodyName:
    """Return a name with the capital words right behind it: "BLUD UPTD Pengelolaan KKP" before "Kepulauan".

    They belong to it in prose, where capitals tell names, and where no post leads up to a person. The name
    of a body that goes by itself may be that of a thing of it ("PLN Mobile"), and behind a region a
    person may stand.
    """
    if name.head.alone or (name.region is not None and name.region.last == name.last):
        return name
    last = name.last
    while last < min(len(tokens), name.last + _MOST_WORDS) and goes_on_with(tokens, last, name.head, lexicon):
        last += 1
    if last == name.last:
        return name
    added = tokens.body[tokens[name.last].start : tokens[last - 1].end]
    return msgspec.structs.replace(
        name,
        last=last,
        end=tokens[last - 1].end,
        name=f"{name.name} {added}",
        words=(*name.words, *tokens.folded[name.last : last]),
    )


def goes_on_with(tokens: Tokens, index: int, head: Head, lexicon: Lexicon) -> bool:
    """Tell whether a word right behind a body's name can be nothing but more of it."""
    if index >= len(tokens):
        return False
    token = tokens[index]
    return (
        token.before == " "
        and token.is_capital
        and not ends_name(tokens, index, head, lexicon)
        and not starts_person(tokens, index, lexicon)
        and token.folded not in lexicon.given_names.folded
        and token.folded not in lexicon.plain_words
        and token.folded not in lexicon.name_stops
        and not is_country(tokens, index, lexicon)
    )
