"""Which unit a region's name means where several bear it, or where it is only begun."""

import re

import msgspec

from kgraph.extraction.regions import FoundRegion
from kgraph.extraction.tokens import Tokens
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.regions import Regions
from kgraph.vocabulary import LEVELS

_GLOSS = re.compile(r"\s?\([^()\n]{2,20}\) ")


def widen_region(tokens: Tokens, region: FoundRegion, regions: Regions) -> FoundRegion:
    """Return the wider region that a short form in parentheses parts: "Ogan Komering Ulu (OKU) Timur"."""
    gloss = _GLOSS.match(tokens.body, tokens[region.last - 1].end)
    if gloss is None:
        return region
    behind = tokens.find_index(gloss.end())
    if behind >= len(tokens) or not tokens[behind].is_capital:
        return region
    levels = (region.level,) if region.level in LEVELS else LEVELS
    wider = regions.choose(f"{region.name} {tokens[behind].text}", levels=levels)
    if wider is None:
        return region
    return msgspec.structs.replace(region, name=wider.name, region=wider, last=behind + 1)


def settle_level(tokens: Tokens, region: FoundRegion, form: str, lexicon: Lexicon) -> FoundRegion:
    """Return a region settled by "Kota" behind its name, or by what the family ``form`` serves."""
    if region.region is not None or region.level is not None:
        return region
    words = lexicon.institution_heads.words
    city = (
        region.last < len(tokens)
        and tokens[region.last].is_capital
        and tokens[region.last].before == " "
        and tokens[region.last].folded in words.city_words
    )
    level = "city" if city else lexicon.registry.find_level(form)
    settled = lexicon.regions.choose(region.name, levels=(level,)) if level else None
    if settled is None:
        return region
    return msgspec.structs.replace(region, region=settled, name=settled.name, last=region.last + int(city))
