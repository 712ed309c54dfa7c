"""Which body a name means: the key that all names of one body share, and why."""

import hashlib

import msgspec
from rapidfuzz import fuzz

from kgraph.lexicon.regions import Region, Regions
from kgraph.lexicon.registry import Family, Registry
from kgraph.records import Institution
from kgraph.resolution.acronyms import find_acronyms
from kgraph.resolution.names import Name, NameReader, Part, make_slug, strip_brackets

_ALIKE = 80.0
"""Likeness, of 100, that a name must have with a registered one before its acronym says that it is meant."""

_LOCAL_KINDS = frozenset({"ngo-union"})
"""Kinds of registered bodies whose branches go by the name of the whole."""


class Identity(msgspec.Struct, frozen=True, kw_only=True):
    """What a name means. ``key`` is the path of its IRI below the base.

    ``known`` says that the name begins with a registered body or family, ``own`` that
    it tells too little to be compared across releases; ``complete`` that it names its
    region where it needs one, ``exact`` that no word of it is misspelt, ``generic``
    that what is known of it is only a head such as "Dinas", not what it works on.
    ``official`` is the name that the registry gives, with the region; ``family`` and
    ``parent`` the slugs of the family and of that of the body above; ``proper`` the key
    without region of a body that has a proper name of several words.
    """

    key: str
    reason: str
    known: bool
    own: bool = False
    complete: bool = True
    exact: bool = True
    generic: bool = False
    kind: str | None = None
    region_code: str | None = None
    acronym: str | None = None
    official: str | None = None
    family: str | None = None
    parent: str | None = None
    proper: str | None = None


class InstitutionReader:
    """Tells what names of bodies mean, one release at a time."""

    def __init__(self, registry: Registry, regions: Regions) -> None:
        self._registry = registry
        self._regions = regions
        self._names = NameReader(registry, regions)
        self._known: dict[tuple[str, str | None], Identity] = {}

    def identify(self, institution: Institution) -> Identity:
        """Return what the name of an institution means, with its other forms as evidence."""
        code = institution.region_code
        if code is None and institution.region:
            choice = self._regions.choose(institution.region)
            code = choice.code if choice else None
        first = self.identify_form(institution.name, code)
        if first.known and not first.own and first.complete:
            return first
        forms = sorted({strip_brackets(mention.text) for mention in institution.mentions})
        others = [self.identify_form(form, code) for form in forms]
        if first.known:
            better = [
                other
                for other in others
                if other.known and not other.own and self._is_same_head(first, other)
            ]
            return min(better, key=lambda other: (not other.complete, other.key), default=first)
        for acronym in find_acronyms(institution):
            entry = self._registry.find_form(acronym)
            family = self._registry.find_family(acronym)
            known = entry.name if entry else family.name if family else None
            if known and fuzz.ratio(" ".join(self._read_words(institution.name)), known.lower()) >= _ALIKE:
                meant = self.identify_form(acronym, code)
                return msgspec.structs.replace(
                    meant,
                    exact=False,
                    reason=f"{meant.reason}; named {acronym} in the release and spelt nearly as that",
                )
        return first

    def identify_post(self, post: str) -> tuple[str, bool]:
        """Return the slug of a post, and whether a body or region in it tells it apart."""
        parts = self._names.read_name(post).parts
        words = []
        for part in parts:
            one = part.regions[0] if len(part.regions) == 1 else None
            words.append(self.name_region(one) if one else part.word)
        return make_slug(" ".join(words)), any(part.regions or part.entry for part in parts)

    def find_region(self, code: str | None) -> Region | None:
        """Return the region of a code."""
        return self._regions.by_code.get(code or "")

    def identify_form(self, form: str, code: str | None) -> Identity:
        """Return what a form means in a release that gives it the region ``code``, if any."""
        identity = self._known.get((form, code))
        if identity is None:
            identity = self._known[form, code] = self._identify(self._names.read_name(form), form, code)
        return identity

    def _identify(self, name: Name, form: str, code: str | None) -> Identity:
        parts = list(name.parts)
        head = parts[0] if parts else None
        if head is None or (head.entry is None and head.family is None):
            return self._identify_words(parts, form, code)
        places = [part for part in parts if part.regions]
        resolved = self._resolve(head, places, code)
        parts = [part for part in parts if not part.regions]
        codes = [region.code for region in resolved if region is not None]
        codes = [one for one in codes if not any(one != other and other.startswith(one) for other in codes)]
        target = self._regions.by_code[codes[-1]] if codes else None
        unclear = next((part for part, found in zip(places, resolved, strict=True) if found is None), None)
        if target is not None and head.entry is not None and self._is_seat(head.entry.region, target):
            return self._conclude(head, parts, name, how="")
        if target is not None:
            head = self._redirect(head, parts, target)
            parts[0] = head
        family = head.family
        if family is not None:
            parts = self._shorten(family, parts)
            if family.numbered and len(parts) > 1 and parts[1].word.isdigit():
                parts, target, unclear = parts[:2], None, None
                return self._conclude(head, parts, name, target=None, how="its number")
            if target is None and unclear is None:
                return self._complete_family(head, family, parts, name, code)
        elif target is None and unclear is None and head.entry is not None:
            return self._complete_entry(head, parts, name, code)
        if unclear is not None and target is None:
            return self._conclude(
                head, [*parts, unclear], name, own=True, how=f"{unclear.word} may mean several regions"
            )
        return self._conclude(head, parts, name, target=target, how="")

    def _read_words(self, form: str) -> tuple[str, ...]:
        return self._registry.simplify(strip_brackets(form))

    def _is_same_head(self, one: Identity, other: Identity) -> bool:
        return one.kind == other.kind and one.acronym == other.acronym

    def _resolve(self, head: Part, places: list[Part], code: str | None) -> list[Region | None]:
        levels = head.family.levels if head.family else None
        prefers = head.family.prefers if head.family else None
        found: list[Region | None] = []
        for place in places:
            fitting = list(place.regions)
            for wanted in ((head.level,) if head.level else None, levels, (prefers,) if prefers else None):
                if wanted is not None and len(fitting) > 1:
                    fitting = [region for region in fitting if region.level in wanted] or fitting
            if len(fitting) > 1:
                given = [region for region in fitting if region.code == code]
                fitting = given or fitting
            found.append(fitting[0] if len(fitting) == 1 else None)
        return found

    def _redirect(self, head: Part, parts: list[Part], target: Region) -> Part:
        """A ministry with a region behind it is its office there: "Kementerian Agama Kabupaten Tuban"."""
        if len(parts) > 1:
            return head
        office = self._registry.find_office(head.word, target.level)
        return Part(word=office.slug, family=office) if office is not None else head

    def _is_seat(self, seat: str | None, target: Region) -> bool:
        """Whether a region behind a name only says where the one body sits."""
        return seat is not None and (seat == target.code or seat[:2] == target.code)

    def _shorten(self, family: Family, parts: list[Part]) -> list[Part]:
        if family.parent is None:
            return parts
        return [parts[0], *(part for part in parts[1:] if part.word != family.parent)]

    def _complete_family(
        self, head: Part, family: Family, parts: list[Part], name: Name, code: str | None
    ) -> Identity:
        rest = parts[1:]
        if (family.place and rest) or any(part.entry for part in rest):
            return self._conclude(head, parts, name, how="")
        given = self._regions.by_code.get(code or "")
        if given is not None and given.parent and family.levels == ("province",):
            given = self._regions.by_code[given.parent]
        if given is not None:
            return self._conclude(
                head, parts, name, target=given, complete=False, how="the region as the release gives it"
            )
        if family.named and rest:
            return self._conclude(head, parts, name, how="")
        return self._conclude(head, parts, name, own=True, complete=False, how="no region is told")

    def _complete_entry(self, head: Part, parts: list[Part], name: Name, code: str | None) -> Identity:
        given = self._regions.by_code.get(code or "")
        if given is not None and head.entry and head.entry.kind in _LOCAL_KINDS and len(parts) == 1:
            return self._conclude(
                head, parts, name, target=given, complete=False, how="the region as the release gives it"
            )
        return self._conclude(head, parts, name, how="")

    def _conclude(
        self,
        head: Part,
        parts: list[Part],
        name: Name,
        *,
        how: str,
        target: Region | None = None,
        own: bool = False,
        complete: bool = True,
    ) -> Identity:
        words = [part.word for part in parts]
        meant = head.entry or head.family
        family = head.family
        is_proper = (
            family is not None and family.named and len(parts) > 2 and not any(part.entry for part in parts)
        )
        proper = " ".join(words) if is_proper else None
        kind = self._choose_kind(head, parts, target)
        reason = [f"a form of {meant.name}" if meant else "the same words"]
        if len(words) > 1:
            reason.append(f'words "{" ".join(words[1:])}"')
        if target is not None:
            words.append(self.name_region(target))
            reason.append(f"region {target.code}")
        if how:
            reason.append(how)
        if not name.exact:
            reason.append("misspelt")
        return Identity(
            key=f"institution/{make_slug(' '.join(words))}",
            reason=", ".join(reason),
            known=True,
            own=own,
            complete=complete,
            exact=name.exact,
            generic=family is not None and family.subject,
            family=family.slug if family is not None and len(parts) == 1 else None,
            parent=family.parent if family is not None else None,
            proper=proper,
            kind=kind,
            region_code=target.code if target else head.entry.region if head.entry else None,
            acronym=meant.acronym if meant and len(parts) == 1 else None,
            official=self._name_officially(meant.name, target) if meant and len(parts) == 1 else None,
        )

    def _choose_kind(self, head: Part, parts: list[Part], target: Region | None) -> str | None:
        if head.entry is not None:
            return head.entry.kind if len(parts) == 1 and target is None else None
        if head.family is None or (head.family.province_kind and target is None):
            return None
        if head.family.province_kind and target is not None and target.level == "province":
            return head.family.province_kind
        return head.family.kind if head.family.kind != "other" else None

    def name_region(self, region: Region) -> str:
        """Return the name of a region with the word for its level, except for provinces.

        "Kota Malang" and "Kabupaten Malang" are two units of one name.
        """
        levels = self._registry.levels
        before = {"regency": levels.regency[0], "city": levels.city[0]}.get(region.level)
        return f"{before} {region.name}".strip() if before else region.name

    def _name_officially(self, name: str, target: Region | None) -> str:
        return f"{name} {self.title_region(target)}" if target else name

    def is_place(self, words: str) -> bool:
        """Whether words are nothing but regions, or none at all."""
        return not words.strip(" .,") or all(part.regions for part in self._names.read_name(words).parts)

    def title_region(self, region: Region) -> str:
        """Return the name of a region as it stands in titles: "Kota Malang"."""
        name = self.name_region(region)
        return name[:1].upper() + name[1:]

    def _identify_words(self, parts: list[Part], form: str, code: str | None) -> Identity:
        words = []
        codes = []
        for part in parts:
            if not part.regions:
                words.append(part.word)
                continue
            names = {region.name for region in part.regions}
            one = part.regions[0] if len(part.regions) == 1 else None
            if one is not None:
                codes.append(one.code)
            if part.level and one is not None:
                words.append(self.name_region(one))
            else:
                words.append(names.pop() if len(names) == 1 else part.word)
        slug = make_slug(" ".join(words)) or hashlib.sha256(form.encode()).hexdigest()[:12]
        return Identity(
            key=f"institution/{slug}",
            reason=f'the same words "{" ".join(words).lower()}"' if words else "the same name",
            known=False,
            region_code=code or (codes[-1] if codes else None),
        )
