"""Words of a text that a slip keeps from being read as part of a body's name."""

import msgspec

from kgraph.extraction.tokens import Tokens
from kgraph.lexicon.load import Lexicon


def mend_words(tokens: Tokens, lexicon: Lexicon) -> Tokens:
    """Return words whose folded forms have the slips in names mended: "Kejaksaan Negri", "Puksesmas".

    What is written stays as it is; only the words that grammars compare are those that were meant.
    """
    spelling = lexicon.spelling
    folded = tokens.folded
    mended: dict[int, str] = {}
    for index in tokens.capitals:
        word = folded[index]
        if word in spelling.known:
            continue
        meant = spelling.correct(folded, index)
        if meant is not None:
            mended[index] = meant
    if not mended:
        return tokens
    words = [
        msgspec.structs.replace(token, folded=mended[index]) if index in mended else token
        for index, token in enumerate(tokens)
    ]
    return Tokens(tokens.body, tokens.folded_body, words)
