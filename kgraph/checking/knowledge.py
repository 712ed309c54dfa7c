"""All knowledge files checked against each other."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from kgraph.checking.phrases import check_normal_form, check_phrases
from kgraph.checking.problems import Problem
from kgraph.checking.schemes import check_ontology
from kgraph.errors import KnowledgeError
from kgraph.lexicon.load import Lexicon, find_faults, load_lexicon
from kgraph.lexicon.matcher import fold
from kgraph.lexicon.own_files import OwnFiles
from kgraph.resources import locate_lexicon, locate_ontology, locate_questions, locate_registry


def check_knowledge() -> list[Problem]:
    """Return what is wrong with lexicon, registry, ontology and questions, sorted."""
    return sorted(set(_check_knowledge()))


def _check_knowledge() -> Iterator[Problem]:
    for folder in (locate_lexicon(), locate_registry()):
        for path in sorted(folder.glob("*.toml")):
            yield from check_phrases(path)
        for path in sorted(folder.glob("*.csv")):
            yield from check_normal_form(path, path.read_text("utf-8"))
    yield from check_ontology(
        sorted(locate_ontology().glob("*.ttl")), sorted(locate_questions().glob("*.rq"))
    )
    try:
        lexicon = load_lexicon()
    except KnowledgeError as error:
        yield Problem(place=_place(error), message=error.message)
        return
    yield from _check_regions(lexicon)
    yield from _check_registry(lexicon)


def check_own_files(own: Sequence[OwnFiles]) -> list[Problem]:
    """Return what in a user's own files does not fit the shipped ones, or is known there already, sorted."""
    faults, repeats = find_faults(own)
    return sorted(
        {
            Problem(place=f"{one.path}:{one.line}" if one.line else str(one.path), message=one.message)
            for one in (*faults, *repeats)
        }
    )


def _place(error: KnowledgeError) -> str:
    name = Path(error.path).name if error.path else "lexicon"
    return f"{name}:{error.line}" if error.line else name


def _check_regions(lexicon: Lexicon) -> Iterator[Problem]:
    codes = [region.code for region in lexicon.regions.rows]
    for code in sorted({code for code in codes if codes.count(code) > 1}):
        yield Problem(place="regions.csv", message=f"the code {code} stands twice")
    for region in lexicon.regions.rows:
        parent = lexicon.regions.by_code.get(region.parent) if region.parent else None
        if region.parent and (parent is None or parent.level != "province"):
            yield Problem(
                place="regions.csv", message=f"{region.code} lies in {region.parent}, which is no province"
            )
    for form, regions in lexicon.regions.by_form.items():
        names = {fold(region.name) for region in regions}
        levels = [region.level for region in regions]
        if form not in names and len(levels) != len(set(levels)):
            codes_told = ", ".join(sorted(region.code for region in regions))
            yield Problem(place="regions.csv", message=f"the short form {form!r} means {codes_told}")


def _check_registry(lexicon: Lexicon) -> Iterator[Problem]:
    owners: dict[tuple[str, ...], str] = {}
    for entry in lexicon.registry.entries:
        if entry.region and entry.region not in lexicon.regions.by_code:
            yield Problem(
                place="institutions.csv", message=f"{entry.key} lies in {entry.region}, which is no region"
            )
        for form in filter(None, (entry.name, entry.acronym, *entry.forms)):
            other = owners.setdefault(lexicon.registry.simplify(form), entry.key)
            if other != entry.key:
                yield Problem(
                    place="institutions.csv", message=f"{form!r} means both {other} and {entry.key}"
                )
    for family in lexicon.registry.families:
        for form, _ in family.levelled_forms:
            other = owners.setdefault(lexicon.registry.simplify(form), family.slug)
            if other != family.slug:
                yield Problem(place="families.toml", message=f"{form!r} means both {other} and {family.slug}")
