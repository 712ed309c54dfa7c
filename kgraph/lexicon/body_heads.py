"""The heads of all names of bodies: those of the grammar and those of the registry."""

import re
from functools import cached_property

import msgspec

from kgraph.lexicon.institution_heads import Head, InstitutionHeads
from kgraph.lexicon.matcher import fold
from kgraph.lexicon.registry import Family, Registry, RegistryEntry

_WORD = re.compile(r"\w+")


class BodyHeads(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """Looks heads up by form; the grammar's own heads go before those of the registry."""

    grammar: InstitutionHeads
    registry: Registry

    @cached_property
    def by_form(self) -> dict[str, tuple[Head, str]]:
        """Each head and the form as the data spells it, by the folded form."""
        return {fold(form): (head, form) for head in self.rows for form in head.forms}

    @cached_property
    def rows(self) -> tuple[Head, ...]:
        """All heads, those of the registry first."""
        return (
            *(_make_family_head(family) for family in self.registry.families),
            *(
                _make_entry_head(entry, has_offices=self.registry.has_offices(entry.key))
                for entry in self.registry.entries
            ),
            *(single for head in self.grammar.head for single in _split(head)),
        )

    @cached_property
    def beginnings(self) -> frozenset[str]:
        """Every folded form from its first word to each of its words."""
        return frozenset(form[: word.end()] for form in self.by_form for word in _WORD.finditer(form))

    @cached_property
    def first_words(self) -> frozenset[str]:
        """What a form begins with, up to the first character that no word holds."""
        return frozenset(_first_word(form) for form in self.by_form)

    def find(self, phrase: str) -> Head | None:
        """Return the head that a phrase is; an acronym in capitals is met in capitals only.

        >>> from kgraph.lexicon.load import load_lexicon
        >>> load_lexicon().body_heads.find("Min") is None
        True
        """
        found = self.by_form.get(fold(phrase))
        return found[0] if found is not None and self.is_written(found[1], phrase) else None

    def is_written(self, form: str, phrase: str) -> bool:
        """Tell whether a phrase of a form's words is written so that it can be that form."""
        return phrase.isupper() or not form.isupper()


def _split(head: Head) -> list[Head]:
    """One head for each form where the forms are not the same thing."""
    if not head.various:
        return [head]
    return [msgspec.structs.replace(head, forms=(form,)) for form in head.forms]


def _first_word(form: str) -> str:
    for index, char in enumerate(form):
        if not (char.isalnum() or char in "-'’`_"):
            return form[:index]
    return form


def _make_family_head(family: Family) -> Head:
    forms = (
        family.name,
        *((family.acronym,) if family.acronym else ()),
        *family.forms,
        *family.province_forms,
        *family.regency_forms,
        *family.city_forms,
    )
    # An agency's known name may go on: "Dinas Tenaga Kerja" and "dan Transmigrasi".
    open_ended = family.subject or family.kind == "regional-agency"
    tail = "field" if open_ended else "name" if family.place or family.numbered else "region"
    return Head(forms=forms, kind=family.kind, tail=tail, generic=family.subject)


def _make_entry_head(entry: RegistryEntry, *, has_offices: bool) -> Head:
    forms = (entry.name, *((entry.acronym,) if entry.acronym else ()), *entry.forms)
    # Few ministries have offices of their own name in the regions: "Kemenag Contoh".
    settled = entry.kind == "ministry" and not has_offices
    tail = "none" if settled else "name" if entry.kind == "company" else "region"
    return Head(forms=forms, kind=entry.kind, tail=tail, alone=True)
