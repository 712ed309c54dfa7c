"""Names of one text that mean one body, put together."""

import re
from collections import defaultdict

import msgspec

from kgraph.extraction.body_letters import Written, list_written, read_letters
from kgraph.extraction.body_words import BodyName, fold_words
from kgraph.extraction.initials import spell_initials
from kgraph.extraction.regions import FoundRegion
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import fold
from kgraph.records import Mention

_FEWEST_SUBJECTS = 2
"""Words that tell an agency: what it is called and a subject."""

_ACRONYM = re.compile(r"[A-Z][A-Z0-9]+")
_REPEATED = re.compile(r"([a-z])([2-9])")

Identity = tuple[str, ...]


class Group(msgspec.Struct, kw_only=True):
    """The names that mean one body."""

    identity: Identity
    names: list[BodyName]
    bare: list[Mention]

    @property
    def region(self) -> FoundRegion | None:
        """The region that a name gives, one of the table first."""
        regions = [name.region for name in self.names if name.region is not None]
        return next(
            (region for region in regions if region.region is not None), regions[0] if regions else None
        )


def merge_placed(groups: dict[tuple[Identity, str | None], Group], lexicon: Lexicon) -> None:
    """Put together the bodies of one region that go by several names."""
    _merge_ambiguous(groups)
    _merge_shortened(groups, lexicon)
    _merge_spelt(groups, lexicon)


def merge_called(groups: dict[tuple[Identity, str | None], Group], lexicon: Lexicon) -> None:
    """Put together the bodies that go by a full name and its beginning or its letters."""
    _merge_unplaced(groups, lexicon)
    _merge_letters(groups, lexicon)
    _merge_sorts(groups, lexicon)
    _merge_firms(groups, lexicon)
    _merge_plain(groups, lexicon)
    _merge_beginnings(groups)


def _merge_ambiguous(groups: dict[tuple[Identity, str | None], Group]) -> None:
    """A region name of two units ("Padang", "Solok") means the one that the text names in full."""
    known: dict[tuple[Identity, str], list[Group]] = defaultdict(list)
    doubtful = []
    for place, group in groups.items():
        region = group.region
        if region is not None and region.region is not None:
            known[place[0], fold(region.name)].append(group)
        elif region is not None:
            doubtful.append((place, region))
    for (identity, key), region in doubtful:
        group = groups[identity, key]
        full = known.get((identity, fold(region.name)), [])
        if len(full) == 1:
            full[0].names.extend(group.names)
            del groups[identity, key]


def _merge_shortened(groups: dict[tuple[Identity, str | None], Group], lexicon: Lexicon) -> None:
    """An agency called by the first of its subjects is the only one of its region that begins so.

    "Dinkes Contoh" is short for "Dinas Kesehatan, Pengendalian Penduduk dan Keluarga Berencana".
    """
    phrases = {key: _list_phrases(group, lexicon) for key, group in groups.items() if key[1] is not None}
    if not any(phrases.values()):
        return
    longer: dict[tuple[str | None, tuple[str, ...]], set[tuple[Identity, str | None]]] = defaultdict(set)
    for key, longs in phrases.items():
        for long in longs:
            for size in range(_FEWEST_SUBJECTS, len(long)):
                longer[key[1], long[:size]].add(key)
    for key, shorts in phrases.items():
        fitting = {other for short in shorts for other in longer[key[1], short]} & groups.keys() - {key}
        if len(fitting) == 1:
            groups[fitting.pop()].names.extend(groups.pop(key).names)


def _merge_unplaced(groups: dict[tuple[Identity, str | None], Group], lexicon: Lexicon) -> None:
    """An agency called by its first subjects and no region is the only one of the text that begins so."""
    shorts = {key: _list_phrases(group, lexicon) for key, group in groups.items() if key[1] is None}
    if not any(shorts.values()):
        return
    longer: dict[tuple[str, ...], set[tuple[Identity, str | None]]] = defaultdict(set)
    for key, group in groups.items():
        for long in _list_phrases(group, lexicon) if key[1] is not None else ():
            for size in range(_FEWEST_SUBJECTS, len(long)):
                longer[long[:size]].add(key)
    for key, phrases in shorts.items():
        fitting = {other for phrase in phrases for other in longer.get(phrase, ())}
        if len(fitting) == 1:
            groups[fitting.pop()].names.extend(groups.pop(key).names)


def _merge_spelt(groups: dict[tuple[Identity, str | None], Group], lexicon: Lexicon) -> None:
    """A body called by an acronym is the only one of its region whose words begin with its letters.

    A figure repeats the letter before it: "DP3A" is "Dinas Pemberdayaan Perempuan dan Perlindungan Anak".
    """
    called = {key[1] for key, group in groups.items() if any(_spell_out(name.form) for name in group.names)}
    if not called:
        return
    spelt: dict[tuple[str | None, str], set[tuple[Identity, str | None]]] = defaultdict(set)
    for key, group in groups.items():
        if key[1] is not None and key[1] in called:
            for phrase in _list_phrases(group, lexicon):
                spelt[key[1], "".join(word[0] for word in phrase)].add(key)
            for name in group.names:
                spelt[key[1], spell_initials(name, lexicon)].add(key)
    for key in list(groups):
        letters = {_spell_out(name.form) for name in groups[key].names}
        fitting = {other for word in letters if word for other in spelt[key[1], word]} & groups.keys() - {key}
        if len(letters) == 1 and len(fitting) == 1:
            groups[fitting.pop()].names.extend(groups.pop(key).names)


def _spell_out(form: str) -> str:
    """Return the letters of an acronym, repeated ones written out; of other words nothing."""
    if not _ACRONYM.fullmatch(form):
        return ""
    return _REPEATED.sub(lambda match: match[1] * int(match[2]), fold(form))


def _merge_letters(groups: dict[tuple[Identity, str | None], Group], lexicon: Lexicon) -> None:
    """A body named with letters is the only one of its region whose words begin so."""
    called = {
        key[1] for key, group in groups.items() if any(read_letters(name, lexicon) for name in group.names)
    }
    if not called:
        return
    written: dict[tuple[str | None, Written], set[tuple[Identity, str | None]]] = defaultdict(set)
    for key, group in groups.items():
        for name in group.names if key[1] in called else ():
            for form in list_written(name, lexicon):
                written[key[1], form].add(key)
    for key in list(groups):
        told = {read_letters(name, lexicon) for name in groups[key].names}
        short = told.pop() if len(told) == 1 else None
        fitting = written[key[1], short] & groups.keys() - {key} if short is not None else set()
        if len(fitting) == 1:
            groups[fitting.pop()].names.extend(groups.pop(key).names)


def _merge_sorts(groups: dict[tuple[Identity, str | None], Group], lexicon: Lexicon) -> None:
    """A body called without the word for its sort: "Rumah Contoh" is "Yayasan Rumah Contoh".

    Of one region, or of one whose name tells none; "Jaringan Contoh" has such a word and is
    not "Aliansi Jaringan Contoh".
    """
    named: dict[tuple[str, ...], set[tuple[Identity, str | None]]] = defaultdict(set)
    for key, group in groups.items():
        for name in group.names:
            if name.kind == "ngo-union":
                words = fold_words(name.name)
                named[words[1:]].add(key)
                movement = fold_words(name.form)
                if len(movement) > 1 and name.head.tail == "name":
                    # "Gereja Contoh Klasis Alor" is "Klasis Alor".
                    named[words[len(movement) :]].add(key)
    for key in list(groups):
        told = {fold_words(name.name) for name in groups[key].names if name.kind == "ngo-union"}
        if any(_begins_with_sort(words, lexicon) for words in told):
            continue
        fitting = {other for words in told for other in named[words] if len(words) > 1}
        fitting = fitting & groups.keys() - {key}
        fitting = {other for other in fitting if key[1] is None or other[1] in {key[1], None}}
        if len(fitting) == 1 and len(told) == 1:
            groups[fitting.pop()].names.extend(groups.pop(key).names)


def _begins_with_sort(words: tuple[str, ...], lexicon: Lexicon) -> bool:
    """Whether folded words begin with one that is called a sort of body by itself: "Jaringan X"."""
    found = lexicon.body_heads.by_form.get(words[0]) if words else None
    return found is not None and found[0].kind == "ngo-union"


def _merge_firms(groups: dict[tuple[Identity, str | None], Group], lexicon: Lexicon) -> None:
    """A firm called by its bare name is the only one of the text whose full name begins with it.

    "Angkasa Pura" is short for "PT Angkasa Pura Indonesia Kantor Cabang Contoh".
    """
    firms = {key: group for key, group in groups.items() if group.names[0].kind == "company"}
    called: dict[tuple[str, ...], list[tuple[Identity, str | None]]] = defaultdict(list)
    for key, group in firms.items():
        if not group.names[0].head.alone:
            for words in {_leave_form(name, lexicon) for name in group.names}:
                called[words].append(key)
    for key, group in list(firms.items()):
        fitting = called[_leave_form(group.names[0], lexicon)] if group.names[0].head.alone else []
        if len(fitting) == 1:
            # "Contoh Regional 4 Ambon" is "PT Contoh (Persero) Regional 4 Ambon".
            groups[fitting[0]].names.extend(groups.pop(key).names)
            del firms[key]
    for key, group in firms.items():
        forms = {fold_words(name.form) for name in group.names if name.head.alone and not name.words}
        if len(forms) != 1 or group.region is not None:
            continue
        (form,) = forms
        fitting = [other for other in firms if other != key and _is_called(firms[other], form)]
        if len(fitting) == 1 and fitting[0] in groups:
            groups[fitting[0]].names.extend(groups.pop(key).names)


def _leave_form(name: BodyName, lexicon: Lexicon) -> tuple[str, ...]:
    """The words of a firm's name without those for its legal form."""
    forms = lexicon.institution_heads.words.company_forms
    words = fold_words(name.name)
    sort = () if name.head.alone else fold_words(name.form)
    return tuple(word for word in words[len(sort) :] if word not in forms)


def _merge_plain(groups: dict[tuple[Identity, str | None], Group], lexicon: Lexicon) -> None:
    """A firm called without what it deals in: "Perumda Tirta Contoh" is "Perumda Air Minum Tirta Contoh"."""
    fields = lexicon.institution_heads.words.field_words
    full: dict[tuple[str, ...], set[tuple[Identity, str | None]]] = defaultdict(set)
    for key, group in groups.items():
        name = group.names[0]
        proper = tuple(word for word in name.words if word not in fields)
        if name.kind == "company" and name.head.tail == "name" and proper:
            full[(name.head.full, *proper)].add(key)
    for key in list(groups):
        name = groups[key].names[0]
        fitting = full[(name.head.full, *name.words)] & groups.keys() - {key}
        if key[1] is None and len(fitting) == 1 and name.kind == "company":
            groups[fitting.pop()].names.extend(groups.pop(key).names)


def _merge_beginnings(groups: dict[tuple[Identity, str | None], Group]) -> None:
    """A name without region that the only one of its sort goes on from is short for that.

    "Ponpes Al Ihya Contoh" is "Pondok Pesantren Al Ihya Contoh Kesugihan".
    """
    proper = {
        key: (group.names[0].head.full, max((name.words for name in group.names), key=len))
        for key, group in groups.items()
        if group.names[0].head.tail == "name" and group.names[0].inner is None
    }
    for key, (head, words) in proper.items():
        if key[1] is not None or len(words) < _FEWEST_SUBJECTS:
            continue
        fitting = [
            other
            for other, (sort, longer) in proper.items()
            if other != key and sort == head and len(longer) > len(words) and longer[: len(words)] == words
        ]
        if len(fitting) == 1 and fitting[0] in groups:
            groups[fitting[0]].names.extend(groups.pop(key).names)


def _is_called(firm: Group, form: tuple[str, ...]) -> bool:
    """Whether a firm's name holds words right behind the mark of its legal form."""
    return any(fold_words(name.name)[1 : len(form) + 1] == form for name in firm.names)


def _list_phrases(group: Group, lexicon: Lexicon) -> set[tuple[str, ...]]:
    """Return what the agency is called and works on, as words, for each of its names that tells it."""
    joiners = lexicon.institution_heads.words.joiner_set
    found = set()
    for name in group.names:
        if name.kind == "regional-agency" and name.inner is None and not name.head.sub:
            words = (*fold_words(name.head.full), *name.words)
            found.add(tuple(word for word in words if word not in joiners))
    return {phrase for phrase in found if len(phrase) >= _FEWEST_SUBJECTS}
