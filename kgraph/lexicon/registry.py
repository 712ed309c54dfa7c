"""The bodies that are known by name, and the families of bodies that are known by pattern."""

import re
from collections.abc import Callable
from functools import cached_property, lru_cache
from pathlib import Path

import msgspec

from kgraph.errors import KnowledgeError
from kgraph.lexicon.files import Row
from kgraph.lexicon.joining import Joiner
from kgraph.vocabulary import INSTITUTION_KINDS, LEVELS

_COLUMNS = ("key", "name", "acronym", "forms", "kind", "region", "source")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


class RegistryEntry(msgspec.Struct, frozen=True, kw_only=True, order=True):
    """One body: ``key`` is its slug, ``region`` a Kemendagri code where it serves or sits in one."""

    key: str
    name: str
    kind: str
    acronym: str | None = None
    forms: tuple[str, ...] = ()
    region: str | None = None
    source: str


class Family(msgspec.Struct, frozen=True, kw_only=True):
    """A pattern of bodies; the fields are told in ``data/registry/families.toml``."""

    slug: str
    name: str
    kind: str
    acronym: str | None = None
    forms: tuple[str, ...] = ()
    province_forms: tuple[str, ...] = ()
    regency_forms: tuple[str, ...] = ()
    city_forms: tuple[str, ...] = ()
    levels: tuple[str, ...] = LEVELS
    prefers: str | None = None
    of: str | None = None
    parent: str | None = None
    place: bool = False
    numbered: bool = False
    subject: bool = False
    named: bool = False
    province_kind: str | None = None

    @property
    def levelled_forms(self) -> tuple[tuple[str, str | None], ...]:
        """All ways to write it, each with the level of region that it tells, if it does."""
        plain = (self.name, *((self.acronym,) if self.acronym else ()), *self.forms)
        return (
            *((form, None) for form in plain),
            *((form, "province") for form in self.province_forms),
            *((form, "regency") for form in self.regency_forms),
            *((form, "city") for form in self.city_forms),
        )


class LevelWords(msgspec.Struct, frozen=True, kw_only=True):
    """Words that stand before the name of a region and tell its level."""

    province: tuple[str, ...]
    regency: tuple[str, ...]
    city: tuple[str, ...]


class _Patterns(msgspec.Struct, frozen=True, kw_only=True):
    ignored: tuple[str, ...]
    nation: tuple[str, ...]
    leading: tuple[str, ...]
    classes: tuple[str, ...]
    levels: LevelWords
    spellings: dict[str, str]
    abbreviations: dict[str, str]
    family: tuple[Family, ...]


def split_words(text: str) -> tuple[str, ...]:
    """Return the words of a name in lower case, without dots, commas, hyphens and brackets.

    >>> split_words("Kementerian ATR/BPN, Prov. Aceh")
    ('kementerian', 'atr', 'bpn', 'prov', 'aceh')
    """
    return tuple(word.replace("’", "'") for word in _WORD.findall(text.lower()))


_KEPT = 4096
"""Names whose words are kept."""


class Registry(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """All known bodies and families, with the small words of their names."""

    entries: tuple[RegistryEntry, ...]
    families: tuple[Family, ...]
    ignored: frozenset[str]
    nation: tuple[str, ...]
    leading: tuple[str, ...]
    classes: tuple[str, ...]
    levels: LevelWords
    spellings: dict[str, str]
    abbreviations: dict[str, str]

    @cached_property
    def by_key(self) -> dict[str, RegistryEntry]:
        """Each body by its key."""
        return {entry.key: entry for entry in self.entries}

    @cached_property
    def _entry_forms(self) -> dict[tuple[str, ...], RegistryEntry]:
        return {
            self.simplify(form): entry
            for entry in self.entries
            for form in (entry.name, entry.acronym, *entry.forms)
            if form
        }

    @cached_property
    def _family_forms(self) -> dict[tuple[str, ...], Family]:
        return {self.simplify(form): family for family in self.families for form, _ in family.levelled_forms}

    @cached_property
    def _offices(self) -> dict[str, tuple[Family, ...]]:
        offices: dict[str, tuple[Family, ...]] = {}
        for family in self.families:
            if family.of is not None:
                offices[family.of] = (*offices.get(family.of, ()), family)
        return offices

    @cached_property
    def _nation_words(self) -> tuple[tuple[str, ...], ...]:
        return tuple(split_words(form) for form in self.nation)

    @cached_property
    def simplify(self) -> Callable[[str], tuple[str, ...]]:
        """Returns the words that carry a name; those of the last names are kept, since names come again."""
        return lru_cache(maxsize=_KEPT)(self._simplify)

    def _simplify(self, form: str) -> tuple[str, ...]:
        """Return the words that carry a name: spelled the usual way, without joining words.

        >>> from kgraph.lexicon.load import load_lexicon
        >>> load_lexicon().registry.simplify("Kementrian Hukum dan HAM")
        ('kementerian', 'hukum', 'ham')
        """
        words: list[str] = []
        for word in split_words(form):
            if word not in self.ignored:
                words += self.spellings.get(word, word).split()
        return tuple(words)

    def find_form(self, form: str) -> RegistryEntry | None:
        """Return the body that a name or short form means by itself, without a region.

        A form of capitals only, such as "MA", is a short form only in capitals; all
        others match whatever their case. "RI" or "Republik Indonesia" may stand behind.

        >>> from kgraph.lexicon.load import load_lexicon
        >>> load_lexicon().registry.find_form("Kemensos RI").name
        'Kementerian Sosial'
        """
        words = self.simplify(form)
        entry = self._entry_forms.get(words)
        if entry is None:
            for nation in self._nation_words:
                if words[-len(nation) :] == nation and len(words) > len(nation):
                    words = words[: -len(nation)]
                    entry = self._entry_forms.get(words)
                    break
        if entry is not None and len(words) == 1 and form.islower() and self._is_capital(words, entry):
            return None
        return entry

    def find_family(self, form: str) -> Family | None:
        """Return the family that a head such as "BP3MI" or "Dinas Sosial" names, without a region."""
        return self._family_forms.get(self.simplify(form))

    def find_office(self, key: str, level: str) -> Family | None:
        """Return the family of the offices that a body keeps in regions of a level, if it keeps any.

        >>> from kgraph.lexicon.load import load_lexicon
        >>> load_lexicon().registry.find_office("bnn", "city").name
        'Badan Narkotika Nasional Kabupaten/Kota'
        """
        return next((family for family in self._offices.get(key, ()) if level in family.levels), None)

    def has_offices(self, key: str) -> bool:
        """Tell whether a body keeps offices in the regions that go by its name."""
        return key in self._offices

    def find_level(self, form: str) -> str | None:
        """Return the level of the region that a bare name behind a family's form means, if it tells one.

        >>> from kgraph.lexicon.load import load_lexicon
        >>> registry = load_lexicon().registry
        >>> registry.find_level("Polres"), registry.find_level("Polrestabes")
        ('regency', 'city')
        """
        family = self.find_family(form)
        if family is None:
            return None
        words = self.simplify(form)
        told = next((level for known, level in family.levelled_forms if self.simplify(known) == words), None)
        return told or family.prefers

    def _is_capital(self, words: tuple[str, ...], entry: RegistryEntry) -> bool:
        return any(
            form.isupper() and self.simplify(form) == words for form in (entry.acronym, *entry.forms) if form
        )


def load_registry(institutions: Path, families: Path, joiner: Joiner | None = None) -> Registry:
    """Return the registry of bodies and families.

    Args:
        institutions: The shipped table of bodies.
        families: The shipped file of families.
        joiner: Adds what a user's own files hold: new bodies and families, and forms of known ones.

    Raises:
        KnowledgeError: A file is missing or a row is wrong.
    """
    joiner = joiner or Joiner()
    entries: dict[str, RegistryEntry] = {}
    for row in joiner.load_rows(institutions, _COLUMNS):
        with joiner.gathering():
            entries[row.cells["key"]] = _read_entry(row, entries.get(row.cells["key"]))
    patterns = joiner.load_toml(families, _Patterns)
    for family in patterns.family:
        if family.kind not in INSTITUTION_KINDS or not {*family.levels} <= {*LEVELS}:
            raise KnowledgeError("no such kind or level", path=families, subject=family.slug)
    return Registry(
        entries=tuple(sorted(entries.values())),
        families=patterns.family,
        ignored=frozenset(patterns.ignored),
        nation=patterns.nation,
        leading=patterns.leading,
        classes=patterns.classes,
        levels=patterns.levels,
        spellings=patterns.spellings,
        abbreviations=patterns.abbreviations,
    )


def _read_entry(row: Row, known: RegistryEntry | None) -> RegistryEntry:
    """Return the body of a row; a row of a user's own may add forms to a known one."""
    cells = row.cells
    forms = tuple(form for form in cells["forms"].split(";") if form)
    if known is not None and row.is_own:
        row.check_same(
            name=known.name, acronym=known.acronym or "", kind=known.kind, region=known.region or ""
        )
        added = tuple(form for form in forms if form not in known.forms)
        return msgspec.structs.replace(known, forms=(*known.forms, *added))
    if cells["kind"] not in INSTITUTION_KINDS:
        raise row.error("no such kind", subject=cells["kind"])
    return RegistryEntry(
        key=cells["key"],
        name=cells["name"],
        acronym=cells["acronym"] or None,
        forms=forms,
        kind=cells["kind"],
        region=cells["region"] or None,
        source=cells["source"],
    )
