"""The institutions that a release names, with every place where it names them."""

from collections import Counter, defaultdict

import msgspec

from kgraph.extraction.bare_heads import Families, place_bare
from kgraph.extraction.body_groups import Group, Identity, merge_called, merge_placed
from kgraph.extraction.body_mentions import find_bare_heads, find_body_names
from kgraph.extraction.body_words import BodyName, fold_words, is_known_firm
from kgraph.extraction.chapters import is_other_board
from kgraph.extraction.home_regions import find_home_region, is_local, spell_region
from kgraph.extraction.initials import find_initials, is_guessed
from kgraph.extraction.regions import FoundRegion
from kgraph.extraction.short_names import find_short_names
from kgraph.extraction.tokens import Tokens
from kgraph.lexicon.institution_heads import Head
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import WordPhrases, fold
from kgraph.lexicon.regions import Region
from kgraph.records import Dateline, Doubt, Institution, Mention, Span
from kgraph.text.layout import Layout

_MILITARY = "military"
_FIRM = "company"
_REGENCY = "regency"
_OUTER_ZONES = frozenset({"furniture", "credit"})


def find_institutions(
    layout: Layout, tokens: Tokens, dateline: Dateline | None, lexicon: Lexicon
) -> tuple[tuple[Institution, ...], tuple[Doubt, ...]]:
    """Return the bodies of a release, in the order in which it first names them, and the doubts.

    Names of one family and region are one body; a name without region joins the only
    body of its family in the text, and stays by itself where it names a body alone. A
    family word that could mean several bodies is a doubt.
    """
    names = find_body_names(layout, tokens, lexicon)
    groups, doubts = _group_names(names, lexicon, layout)
    _add_short_names(groups, tokens, lexicon)
    families = Families(groups, lexicon)
    for start, end, head in find_bare_heads(names, tokens, lexicon):
        doubt = place_bare(start, end, head, families, layout, tokens, lexicon)
        if doubt is not None:
            doubts.append(doubt)
    _add_agency(groups, dateline, layout.body)
    listed = [(group, _list_mentions(group, layout.body)) for group in groups]
    kept = [(group, mentions) for group, mentions in listed if not _is_only_outer(mentions, layout)]
    kept.sort(key=lambda item: item[1][0].start)
    home = find_home_region(groups)
    found = (_make_institution(group, mentions, home, tokens, lexicon) for group, mentions in kept)
    return tuple(found), tuple(doubts)


def identify(name: BodyName, lexicon: Lexicon) -> Identity:
    """Return what a name has in common with the other names of its body, region aside."""
    if name.inner is not None and name.head.sub and name.head.kind == "ngo-union":
        # The board of an association is its body: "Pengurus Cabang PMII" is "PMII" there.
        return identify(name.inner, lexicon)
    region = name.region.region if name.region is not None else None
    unit = name.inner is not None and name.inner.kind == "ministry" and name.head.kind == "central-agency"
    told = _Told(
        kind=name.kind,
        head=name.head.full,
        # "Direktorat Jenderal X Kemendagri" is the one that goes by its own name.
        words=() if unit and name.head.tail != "field" else name.words,
        level=region.level if region is not None else _REGENCY if name.region is not None else None,
        bare=name.region is not None and name.region.level is None,
        written=fold(name.name),
    )
    return lexicon.memory.keep(_identify)(told)


class _Told(msgspec.Struct, frozen=True, kw_only=True):
    """What a name tells of its body: kind, head, folded words, and the level of its region if it has one.

    ``bare``: no word for a level says so, and a province may be the town of its name; ``written`` is
    the whole name, folded.
    """

    kind: str
    head: str
    words: tuple[str, ...]
    level: str | None
    bare: bool
    written: str


def _identify(name: _Told, lexicon: Lexicon) -> Identity:
    words = list(name.words)
    vocabulary = lexicon.institution_heads.words
    head, _, last = name.head.rpartition(" ")
    if head and fold(last) in vocabulary.class_heads:
        # "LPP Kelas IIB Contoh": the head is only one where its class stands behind it.
        words.insert(0, fold(last))
    else:
        head = name.head
    if name.kind == "immigration" or any(word in vocabulary.class_heads for word in words):
        words = [word for word in words if word not in vocabulary.class_words]
    if name.kind == _MILITARY and words and words[0].isdigit() and len(words[0]) > 1:
        # "Yonif 511/DY" is "Yonif 511/Dibyatara Yudha": the number tells a unit.
        words = words[:1]
    if name.kind == "company":
        words = [word for word in words if word not in vocabulary.company_forms]
    words = [word for word in words if word not in vocabulary.abbreviation_set]
    if name.kind == "company" and words:
        # "PT Contoh (Persero) Cabang Kupang" is "Contoh Kupang", if Contoh is known.
        size = next((size for size in (3, 2, 1) if is_known_firm(words[:size], lexicon)), 0)
        head, words = (" ".join(words[:size]), words[size:]) if size else (head, words)
    phrase = " ".join([head, *words])
    family = lexicon.registry.find_family(phrase)
    if family is not None:
        return ("family", family.slug)
    # "Universitas Kristen Indonesia Toraja": the nation within a name is no mark of it.
    entry = lexicon.registry.find_form(phrase) or lexicon.registry.find_form(name.written)
    if entry is not None:
        # "Basarnas Balikpapan" is the office of Basarnas there, whichever of the two names it goes by.
        office = lexicon.registry.find_office(entry.key, name.level) if name.level is not None else None
        if office is None and name.bare:
            office = lexicon.registry.find_office(entry.key, _REGENCY)
        return ("family", office.slug) if office is not None else ("body", entry.key)
    sort = lexicon.body_heads.by_form.get(words[0]) if name.kind == _FIRM and words else None
    if sort is not None and sort[0].kind == _FIRM and not sort[0].alone:
        # "PT Bank Contoh" is "Bank Contoh".
        head, words = words[0], words[1:]
        phrase = " ".join([head, *words])
    firm = lexicon.registry.find_form(" ".join([head, *words[:-1]])) if name.kind == _FIRM else None
    if firm is not None and words and words[-1].isdigit():
        # "Pelindo Regional 4", "PT Pelabuhan Indonesia (Persero) Regional 4"
        return ("body", firm.key, words[-1])
    known = lexicon.body_heads.by_form.get(" ".join(words)) if name.kind == _FIRM else None
    if known is not None and known[0].kind == _FIRM and known[0].alone:
        # "PT Askrindo" is "Askrindo".
        return ("words", *lexicon.registry.simplify(known[0].full))
    family = lexicon.registry.find_family(head)
    if family is not None:
        return ("family", family.slug, *words)
    entry = lexicon.registry.find_form(head)
    if entry is not None:
        # "Pelindo Regional 4" and "PT Pelindo Regional 4"
        phrase = " ".join([entry.name, *words])
    return ("words", *lexicon.registry.simplify(phrase))


def _region_key(region: FoundRegion | None) -> str | None:
    if region is None:
        return None
    return region.region.code if region.region is not None else fold(region.name)


def _group_names(names: list[BodyName], lexicon: Lexicon, layout: Layout) -> tuple[list[Group], list[Doubt]]:
    aliases = _find_aliases(names, lexicon)
    phrases = WordPhrases(alias for alias in aliases if " " in alias)
    by_key: dict[tuple[Identity, str | None], Group] = {}
    waiting: list[tuple[Identity, BodyName]] = []
    for name in names:
        identity = identify(name, lexicon)
        identity = aliases.get(fold(name.head.forms[0]), identity) if len(name.head.forms) == 1 else identity
        chapter = name.head.sub and name.head.kind == "ngo-union"
        called = name.inner if chapter and name.inner is not None else name
        known = _find_alias(called, aliases, phrases, lexicon) or _find_phrase(name, aliases, phrases)
        identity = known or identity
        key = _region_key(name.region)
        if key is None:
            waiting.append((identity, name))
            continue
        group = by_key.setdefault((identity, key), Group(identity=identity, names=[], bare=[]))
        group.names.append(name)
    merge_placed(by_key, lexicon)
    placed: dict[Identity, list[Group]] = defaultdict(list)
    for (identity, _), group in by_key.items():
        placed[identity].append(group)
    doubts = []
    for identity, name in waiting:
        fitting = placed.get(identity, []) or _find_offices(name, identity, placed, lexicon)
        fitting = [group for group in fitting if not is_other_board(name, group.names)]
        if len(fitting) > 1:
            fitting = [group for group in fitting if _defines(group, name)] or fitting
        if len(fitting) == 1 and (_may_be_office(name, lexicon) or fold(name.name) in aliases):
            fitting[0].names.append(name)
        elif len(fitting) > 1 and not name.head.alone and name.kind != _FIRM:
            doubts.append(
                Doubt(
                    span=Span(start=name.start, end=name.end),
                    reason="names one of several bodies of the text",
                )
            )
        else:
            group = by_key.setdefault((identity, None), Group(identity=identity, names=[], bare=[]))
            group.names.append(name)
    merge_called(by_key, lexicon)
    return list(by_key.values()), doubts


def _find_offices(
    name: BodyName, identity: Identity, placed: dict[Identity, list[Group]], lexicon: Lexicon
) -> list[Group]:
    """The offices that go by the name of the body that keeps them: "Bea Cukai" is "KPPBC TMP C Contoh"."""
    office = name.head.kind == "central-regional-office" and identity[0] == "body"
    family = lexicon.registry.find_office(identity[1], _REGENCY) if office else None
    return placed.get(("family", family.slug), []) if family is not None else []


def _defines(group: Group, name: BodyName) -> bool:
    """Whether a body is the one for which the text defines the acronym that a name is."""
    return any(other.acronym is not None and fold(other.acronym) == fold(name.form) for other in group.names)


def _may_be_office(name: BodyName, lexicon: Lexicon) -> bool:
    """Whether a name without region may be short for an office that the text names with one.

    "BPJS Kesehatan" is the branch that signs; "Ombudsman RI" and a name that says more are not.
    """
    if not name.head.alone or len(name.head.forms) == 1:
        return True
    nation = lexicon.institution_heads.words.nation_phrases
    words = fold(name.name).split()
    return fold(name.name) == fold(name.form) and not (
        len(words) > 1 and nation.match_before(words, len(words))
    )


def _find_alias(
    name: BodyName, aliases: dict[str, Identity], phrases: WordPhrases, lexicon: Lexicon
) -> Identity | None:
    """The identity behind an acronym that is a name's head, its beginning or its only subject."""
    if not aliases:
        return None
    words = fold(name.form).split()
    size = lexicon.institution_heads.words.nation_phrases.match_before(words, len(words))
    # "RSUD Contoh" beside "Rumah Sakit Umum Daerah (RSUD) Lain": the words behind tell another.
    sort = name.head.tail == "name" and bool(name.words) and len(name.head.forms) > 1
    for form in (name.name,) if sort else (name.form, name.name, " ".join(words[: len(words) - size])):
        if fold(form) in aliases:
            return aliases[fold(form)]
    # "Dinas Damkarmat", but no "Rumah Harapan GMIT"
    housed = name.inner is not None and name.kind != "regional-agency"
    if len(name.words) == 1 and not housed and name.words[0] in aliases:
        return aliases[name.words[0]]
    return _find_phrase(name, aliases, phrases)


def _find_phrase(name: BodyName, aliases: dict[str, Identity], phrases: WordPhrases) -> Identity | None:
    """The identity behind an acronym of several words that a name begins with: "BPC PX Contoh"."""
    if not phrases.firsts:
        return None
    written = fold(name.name).split()
    size = phrases.match(written, 0)
    return aliases[" ".join(written[:size])] if 0 < size < len(written) else None


def _find_aliases(names: list[BodyName], lexicon: Lexicon) -> dict[str, Identity]:
    """The identities behind the acronyms that the text itself defines."""
    bodies = [body for name in names for body in (name, name.inner) if body is not None and body.acronym]
    return {" ".join(fold(body.acronym or "").split()): identify(body, lexicon) for body in reversed(bodies)}


def _add_short_names(groups: list[Group], tokens: Tokens, lexicon: Lexicon) -> None:
    """Add the places where a body goes by the proper words or letters that its name begins with."""
    bodies = [group.names for group in groups]
    told: set[int] = set()
    short_names = find_short_names(bodies, tokens, lexicon)
    for number, mention in (*short_names, *find_initials(bodies, tokens, lexicon)):
        groups[number].bare.append(mention)
        told.add(mention.start)
    groups[:] = [
        group
        for group in groups
        if not all(is_guessed(name) and name.start in told for name in group.names) or not group.names
    ]


def _add_agency(groups: list[Group], dateline: Dateline | None, body: str) -> None:
    """The agency of a dateline is a body; an unknown one is the medium that prints the text."""
    if dateline is None or not dateline.agency:
        return
    start = body.find(dateline.agency, dateline.span.start, dateline.span.end)
    if start < 0:
        return
    end = start + len(dateline.agency)
    for group in groups:
        if any(mention.start < end and start < mention.end for mention in _list_mentions(group, body)):
            return
    head = Head(forms=(dateline.agency,), kind="media", tail="none", alone=True)
    name = BodyName(
        first=0,
        last=0,
        start=start,
        end=end,
        name=dateline.agency,
        head=head,
        form=dateline.agency,
        words=(),
        kind="media",
    )
    groups.append(Group(identity=("words", *fold_words(dateline.agency)), names=[name], bare=[]))


def _list_mentions(group: Group, body: str) -> list[Mention]:
    mentions = [
        Mention(start=name.start, end=name.end, text=body[name.start : name.end]) for name in group.names
    ]
    return sorted([*mentions, *group.bare])


def _is_only_outer(mentions: list[Mention], layout: Layout) -> bool:
    """Named in the page's furniture or credit line only."""
    for mention in mentions:
        sentence = layout.find_sentence(mention.start)
        if sentence is not None and sentence.zone not in _OUTER_ZONES:
            return False
    return True


def _choose_fullest(names: list[BodyName]) -> BodyName:
    counts = Counter(name.name for name in names)
    return max(
        names, key=lambda name: (len(name.name.split()), counts[name.name], len(name.name), -name.start)
    )


def _make_institution(
    group: Group, mentions: list[Mention], home: FoundRegion | None, tokens: Tokens, lexicon: Lexicon
) -> Institution:
    fullest = group.names[0] if len(group.names) == 1 else _choose_fullest(group.names)
    region = group.region
    acronyms = [name.acronym for name in group.names if name.acronym]
    seat = _find_registered(group, lexicon) if region is None or region.region is None else None
    if group.identity[0] != "body" and is_local(fullest, region):
        region = home or region
    code = region.region.code if region is not None and region.region is not None else None
    return Institution(
        name=fullest.name,
        mentions=tuple(mentions),
        kind=fullest.kind,
        region=seat.name if seat else spell_region(region, tokens) if region else None,
        region_code=seat.code if seat else code,
        acronym=acronyms[0] if acronyms else None,
    )


def _find_registered(group: Group, lexicon: Lexicon) -> Region | None:
    """The region where the table has a body, or that of which a body is a unit."""
    for name in group.names:
        whole = name.inner or name
        identity = identify(whole, lexicon) if name.inner is not None else group.identity
        entry = lexicon.registry.by_key.get(identity[1]) if identity[0] == "body" else None
        if entry is not None and entry.region is not None:
            return lexicon.regions.by_code[entry.region]
    return None
