"""A name of a body as a value, and the words that it begins with."""

import re

import msgspec

from kgraph.extraction.regions import FoundRegion
from kgraph.extraction.tokens import Tokens
from kgraph.lexicon.institution_heads import Head
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import fold

_MOST_GLOSSED = 3
"""Words of the longest short form in brackets inside a head: "(Balai Besar POM)"."""
_WORD = re.compile(r"\w+")


class BodyName(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A name as it stands in the text, and its parts.

    ``first``/``last`` are word indexes (half-open), ``start``/``end`` code points.
    ``name`` is without the acronym's parenthesis; ``form`` is the head as written;
    ``words`` are the folded content words that tell the body apart, without head,
    joiners and region; ``lead`` is the number of proper words before a foreign word for
    a body; ``inner`` is the body whose unit this one is, where its name
    ends this one.
    """

    first: int
    last: int
    start: int
    end: int
    name: str
    head: Head
    form: str
    words: tuple[str, ...]
    kind: str
    region: FoundRegion | None = None
    acronym: str | None = None
    lead: int = 0
    inner: "BodyName | None" = None


def fold_words(phrase: str) -> tuple[str, ...]:
    """Return the folded words of a phrase."""
    return tuple(_WORD.findall(fold(phrase)))


def is_known_firm(words: list[str], lexicon: Lexicon) -> bool:
    """Tell whether folded words are what a firm is called without its legal form."""
    found = lexicon.body_heads.by_form.get(" ".join(words))
    return found is not None and found[0].alone and found[0].kind == "company"


def is_acronym(text: str) -> bool:
    """Tell whether a word is written like an acronym: a capital first and one more behind it.

    >>> is_acronym("BP3MI"), is_acronym("KemenP2MI"), is_acronym("Dinas")
    (True, True, False)
    """
    rest = text[1:]
    return text[0].isupper() and not rest.islower() and any(map(str.isupper, rest))


def find_head(tokens: Tokens, index: int, lexicon: Lexicon) -> tuple[Head, int] | None:
    """Return the longest head that begins at a word, and the index behind it."""
    heads = lexicon.body_heads
    if tokens[index].folded not in heads.first_words:
        return None
    if index in tokens.heads:
        # The grammars of bodies, posts and persons all ask about the same few words.
        return tokens.heads[index]
    start, phrase = tokens[index].start, tokens[index].folded
    longest = None
    at = index
    while phrase in heads.beginnings:
        found = heads.by_form.get(phrase)
        if found is not None and heads.is_written(found[1], tokens.body[start : tokens[at].end]):
            longest = (found[0], at + 1)
        at += 1
        if at == len(tokens) or "\n" in tokens[at].before:
            break
        phrase = " ".join(f"{phrase}{tokens[at].before}{tokens[at].folded}".split())
    if longest is not None:
        longest = _pass_gloss(tokens, index, longest, lexicon)
    tokens.heads[index] = longest
    return longest


def _pass_gloss(tokens: Tokens, first: int, found: tuple[Head, int], lexicon: Lexicon) -> tuple[Head, int]:
    """Return the head that goes on behind an acronym in brackets, else the one found.

    "Badan Penyelenggara Jaminan Sosial (BPJS) Kesehatan" is another body than what stands before the bracket.
    The town behind that of a body abroad is its region.
    """
    gloss = found[1]
    if gloss >= len(tokens) or found[0].abroad or tokens[gloss].before.strip() != "(":
        return found
    behind = gloss + 1
    while behind < min(len(tokens), gloss + _MOST_GLOSSED) and tokens[behind].before == " ":
        behind += 1
    if (
        behind >= len(tokens)
        or tokens[behind].before.strip() != ")"
        or "\n" in tokens[gloss].before + tokens[behind].before
        or not any(is_acronym(token.text) for token in tokens[gloss:behind])
    ):
        return found
    heads = lexicon.body_heads
    phrase = " ".join(tokens.folded[first:gloss])
    for at in range(behind, len(tokens)):
        phrase = f"{phrase} {tokens.folded[at]}"
        if phrase not in heads.beginnings or (at > behind and tokens[at].before != " "):
            break
        longer = heads.by_form.get(phrase)
        if longer is not None:
            found = (longer[0], at + 1)
    return found


def starts_post(tokens: Tokens, index: int, lexicon: Lexicon) -> bool:
    """Tell whether the words that begin a post stand at a word."""
    posts = lexicon.posts
    if tokens[index].folded not in posts.first_words:
        return False
    phrase = ""
    for token in tokens[index : index + 3]:
        phrase = f"{phrase} {token.folded}".strip()
        if phrase in posts.phrase_set:
            return True
    return False
