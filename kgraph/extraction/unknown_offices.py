"""Offices that go by an acronym which no list knows."""

from kgraph.extraction.body_names import read_name_behind
from kgraph.extraction.body_words import BodyName, find_head, is_acronym
from kgraph.extraction.regions import find_any_region
from kgraph.extraction.tokens import Tokens
from kgraph.lexicon.institution_heads import Head
from kgraph.lexicon.load import Lexicon

_SHORTEST = 3


def read_unknown_office(tokens: Tokens, index: int, lexicon: Lexicon) -> BodyName | None:
    """Return the body whose acronym stands between the post of its head and a region.

    Agencies of the regions have hundreds of short names; whoever is "Kepala BPKPD
    Kabupaten Klungkung" leads a body of that name.
    """
    token = tokens[index]
    words = lexicon.institution_heads.words
    kind = words.led.get(tokens[index - 1].text) if index > 0 else None
    if kind is None or token.before != " " or len(token.text) < _SHORTEST or not is_acronym(token.text):
        return None
    if words.is_numeral(token.folded) or find_head(tokens, index, lexicon) is not None:
        return None
    region = find_any_region(tokens, index + 1, lexicon.regions, words)
    if region is None or region.region is None or tokens[index + 1].before != " ":
        return None
    head = Head(forms=(token.text,), kind=kind, tail="region", alone=False)
    return read_name_behind(tokens, index, index + 1, head, lexicon)
