"""Which body of the record an official belongs to."""

from functools import cached_property

from kgraph.extraction.body_groups import Identity
from kgraph.extraction.body_names import read_body_name
from kgraph.extraction.body_words import BodyName, find_head
from kgraph.extraction.institutions import identify
from kgraph.extraction.regions import FoundRegion, find_any_region
from kgraph.extraction.tokens import Tokens, cut_tokens
from kgraph.extraction.told_posts import PostPhrase
from kgraph.lexicon.load import Lexicon
from kgraph.lexicon.matcher import fold
from kgraph.records import Institution

_CLOSED_KINDS = frozenset(
    {"court-prosecution", "immigration", "legislature", "military", "police", "university-school"}
)
"""Kinds of bodies whose own posts no other body has."""
_FOREIGN_KINDS = frozenset({"foreign-government", "international"})
_ENGLISH_KINDS = _FOREIGN_KINDS | {"company", "media", "ngo-union", "other"}
"""Kinds of bodies that have posts with English names."""


class Affiliations:
    """Looks up the body of a post among the institutions of a record."""

    def __init__(self, institutions: tuple[Institution, ...], lexicon: Lexicon) -> None:
        self._institutions = institutions
        self._lexicon = lexicon
        self._parse = lexicon.memory.keep(_parse)
        self._identify = lexicon.memory.keep(_identify)
        self._found: dict[PostPhrase, int | None] = {}

    @cached_property
    def _identities(self) -> list[Identity | None]:
        return [self._identify(institution.name) for institution in self._institutions]

    def find(self, phrase: PostPhrase, tokens: Tokens) -> int | None:
        """Return the index of the body that a post is held in, told by the post itself."""
        if phrase.institution is not None and not self._names_office(phrase):
            return phrase.institution
        if phrase not in self._found:
            # A post is asked about where it stands and for each of its holders.
            self._found[phrase] = self._find(phrase, tokens)
        return self._found[phrase]

    def _find(self, phrase: PostPhrase, tokens: Tokens) -> int | None:
        posts = self._lexicon.posts
        for head in phrase.heads:
            known = self._find_known(head)
            body = posts.body_of.get(known) or posts.implied_body_of.get(known)
            if body is not None:
                found = self._match(body, known, phrase, tokens)
                if found is None and known in posts.foreign_body_of:
                    found = self._find_embassy(body, phrase, tokens)
                if found is not None and found == phrase.institution:
                    return None
                return self._find_mission(known, phrase) if found is None else found
        return None

    def _names_office(self, phrase: PostPhrase) -> bool:
        """Whether a post names the ministry that its own office is one of: "Kakanwil Kemenag Bali"."""
        index = phrase.institution
        if index is None or self._institutions[index].kind != "ministry":
            return False
        return any(self._find_known(head) in self._lexicon.posts.body_of for head in phrase.heads)

    def _find_known(self, head: str) -> str:
        """Return the longest beginning of a post that tells a body, a kind of one, or that it tells none."""
        posts = self._lexicon.posts
        known = (posts.body_of, posts.implied_body_of, posts.inside_set)
        return next((part for part in self._shorten(head) if any(part in told for told in known)), head)

    def _find_embassy(self, body: str, phrase: PostPhrase, tokens: Tokens) -> int | None:
        """Return the embassy in the country that a post names: that for "Laos" sits in Vientiane."""
        countries = self._lexicon.institution_heads.words.country_phrases
        family = self._lexicon.registry.find_family(body)
        for index in range(phrase.first, phrase.last):
            size = countries.match(tokens.folded, index)
            town = self._lexicon.posts.town_of.get(" ".join(tokens.folded[index : index + size]))
            if size == 0 or town is None or family is None:
                continue
            fitting = [
                number
                for number, identity in enumerate(self._identities)
                if identity is not None and identity[:2] == ("family", family.slug)
                if town in fold(self._institutions[number].name)
            ]
            return fitting[0] if len(fitting) == 1 else None
        return None

    def _find_mission(self, head: str, phrase: PostPhrase) -> int | None:
        """Return the only mission of another country that a post is held in: "Duta Besar Jepang"."""
        mission = self._lexicon.posts.foreign_body_of.get(head)
        if mission is None:
            return None
        fitting = [
            (index, fold(body.name).removeprefix(fold(mission)).split())
            for index, body in enumerate(self._institutions)
            if body.kind == "foreign-government" and fold(body.name).startswith(fold(mission))
        ]
        written = set(fold(phrase.text).split())
        named = [index for index, words in fitting if written.intersection(words)]
        bare = len(phrase.heads[-1].split()) == len(phrase.text.split())
        found = named or [index for index, _ in fitting if bare]
        return found[0] if len(found) == 1 else None

    def _shorten(self, head: str) -> list[str]:
        """The head and its beginnings: "kanit ppa", "kanit"."""
        words = head.split()
        return [" ".join(words[:size]) for size in range(len(words), 0, -1)]

    def is_unit_post(self, phrase: PostPhrase, tokens: Tokens) -> bool:
        """Tell whether a post is one inside a body, so that a body named just before it is its own."""
        sovereign = self._lexicon.posts.sovereign_set
        return self.is_open(phrase, tokens) and not any(
            known in sovereign for head in phrase.heads for known in self._shorten(head)
        )

    def is_open(self, phrase: PostPhrase, tokens: Tokens) -> bool:
        """Tell whether a post says nothing of what body it is held in."""
        posts = self._lexicon.posts
        if phrase.strange or any(
            tokens.folded[index] in posts.group_set and not tokens[index].is_capital
            for index in range(phrase.first + 1, phrase.last)
        ):
            return False
        # "Ketua Majelis Hakim" names no body; of "Kepala Dinas" the second word is one.
        known = self._find_known(phrase.head)
        first = phrase.first + (len(known.split()) if known in posts.kind_of else 1)
        inside = (find_head(tokens, index, self._lexicon) for index in range(first, phrase.last))
        if any(found is not None and not found[0].sub for found in inside):
            return False
        return self._find_region(phrase, tokens) is None and not any(
            known in posts.implied_body_of or known in posts.body_of
            for known in map(self._find_known, phrase.heads)
        )

    def find_headed(self, phrase: PostPhrase, tokens: Tokens) -> tuple[int | None, bool]:
        """Return the body that a post calls by no more than what it is ("Kepala Kantor", "Sekretaris Dinas").

        It is the one so called that the text names last before the post. Whether no other body may be
        meant comes second: a "Kantor" may be called otherwise, a "Dinas" or a "Pelabuhan" is called one.
        """
        for index in range(phrase.first + 1, phrase.last):
            found = find_head(tokens, index, self._lexicon)
            if found is not None and found[1] == phrase.last and not found[0].sub:
                return self._find_called(" ".join(tokens.folded[index : phrase.last]), phrase), True
        last = tokens.folded[phrase.last - 1]
        if last in self._lexicon.posts.seat_set and phrase.last - phrase.first > 1:
            place = last in self._lexicon.posts.place_set
            heads = place and fold(phrase.text).endswith(f"{phrase.heads[-1]} {last}")
            return self._find_called(last, phrase, holding=not heads), heads
        return None, False

    def _find_called(self, called: str, phrase: PostPhrase, *, holding: bool = True) -> int | None:
        """Return the body whose name begins with words, or else holds them, and that is named last before.

        Without ``holding`` none counts that only holds them: "Stasiun Karantina Pelabuhan Palu" is no port.
        """
        begin, hold = [], []
        for index, forms in enumerate(self._forms):
            parsed = self._parse(self._institutions[index].name)
            full = fold(parsed.head.full) if parsed is not None else ""
            if any(f"{form} ".startswith(f"{called} ") for form in (full, *forms)):
                begin.append(index)
            elif holding and any(f" {called} " in f" {form} " for form in forms):
                hold.append(index)
        fitting = begin or hold
        return fitting[0] if len(fitting) == 1 else self._find_recent(fitting, phrase)

    def find_around(self, phrase: PostPhrase) -> int | None:
        """Return the only body of the kind that holds the body of a post: a "Dirjen" is in a ministry."""
        within = self._lexicon.posts.within_of
        known = (part for head in phrase.heads for part in self._shorten(head))
        kinds = {kind for part in known if (kind := within.get(part)) is not None}
        fitting = [index for index, body in enumerate(self._institutions) if body.kind in kinds]
        return fitting[0] if len(fitting) == 1 else None

    def may_hold(self, body: int, phrase: PostPhrase) -> bool:
        """Tell whether a body may have a post at all: a Polsek has no "Kasat", no company has one."""
        kinds = self._list_kinds(phrase)
        kind = self._institutions[body].kind
        if (kinds & _CLOSED_KINDS and kind not in {*kinds, "other"}) or not self._may_speak(body, phrase):
            return False
        named = fold(self._institutions[body].name)
        never = self._lexicon.posts.never_of
        return not any(
            named.startswith(never.get(known, ())) for head in phrase.heads for known in self._shorten(head)
        )

    def find_of_kind(self, phrase: PostPhrase) -> int | None:
        """Return the body of the kind that a post's word tells: "Kasat" is of the police.

        Of several it is the one named last before the post, units aside.
        """
        kinds = self._list_kinds(phrase)
        english = not kinds and self._is_english(phrase)
        fitting = [
            index
            for index, body in enumerate(self._institutions)
            if (body.kind in kinds or (english and self._is_foreign(index))) and self.may_hold(index, phrase)
        ]
        if len(fitting) == 1:
            return fitting[0]
        return self._find_recent([index for index in fitting if not self._is_unit(index)], phrase)

    def find_by_subject(self, phrase: PostPhrase) -> int | None:
        """Return the only body named for what a unit is about: "Kabid Sarana Perdagangan" of such a Dinas."""
        fields = self._lexicon.institution_heads.words.field_words
        about = fields.intersection(fold(phrase.text).split())
        if not about:
            return None
        fitting = [
            index
            for index, body in enumerate(self._institutions)
            if not about.isdisjoint(fold(body.name).split()) and self.may_hold(index, phrase)
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _may_speak(self, body: int, phrase: PostPhrase) -> bool:
        """Whether a post in English may be one of a body: no office of the state names its posts so."""
        return (
            self._institutions[body].kind in _ENGLISH_KINDS
            or not self._is_english(phrase)
            or self._is_foreign(body)
        )

    def _is_english(self, phrase: PostPhrase) -> bool:
        posts = self._lexicon.posts
        words = phrase.text.split()
        return (
            words[-1].lower() in posts.english_set
            or phrase.heads[-1].split()[-1] in posts.english_set
            or not posts.english_preposition_set.isdisjoint(words)
        )

    def _is_foreign(self, body: int) -> bool:
        """Whether a body has an English name or is one of several countries."""
        institution = self._institutions[body]
        english = self._lexicon.institution_heads.words.english
        return institution.kind in _FOREIGN_KINDS or not english.keys().isdisjoint(institution.name.split())

    def _list_kinds(self, phrase: PostPhrase) -> set[str]:
        """Return the kinds of body that the words of a post tell."""
        kind_of = self._lexicon.posts.kind_of
        return {
            kind
            for head in phrase.heads
            for known in self._shorten(head)
            if (kind := kind_of.get(known)) is not None
        }

    def _is_unit(self, index: int) -> bool:
        """Whether a body is a unit of another."""
        parsed = self._parse(self._institutions[index].name)
        return parsed is not None and parsed.head.sub

    def _find_recent(self, bodies: list[int], phrase: PostPhrase) -> int | None:
        """Return which of some bodies was named last before a post."""
        named = [
            (mention.start, index)
            for index in bodies
            for mention in self._institutions[index].mentions
            if mention.start < phrase.start
        ]
        return max(named)[1] if named else None

    def _match(self, body: str, head: str, phrase: PostPhrase, tokens: Tokens) -> int | None:
        """Return the only institution of the body's family that agrees with the post's region and words."""
        region = self._find_region(phrase, tokens)
        rest = fold(phrase.text).partition(head)[2]
        written = phrase.text[len(phrase.text) - len(rest) :].replace("(", " ").replace(")", " ")
        full = fold(f"{body} {written.strip()}") if written.strip() else None
        named = [self._identify(f"{body} {part}") for part in (written, *written.split()) if part.strip()]
        family = self._lexicon.registry.find_family(body)
        wanted = {identity for identity in named if identity is not None}
        wanted |= {
            ("body", entry.key)
            for part in written.split()
            if (entry := self._lexicon.registry.find_form(part)) is not None
        }
        if family is not None:
            wanted.add(("family", family.slug))
        entry = self._lexicon.registry.find_form(body)
        if entry is not None:
            wanted.add(("body", entry.key))
        nation = self._lexicon.institution_heads.words.nation_phrases
        short = rest.split()[nation.match(rest.split(), 0) :] if written.strip() else []
        called = f"{fold(body)} {' '.join(short)}"
        plain = [index for index, forms in enumerate(self._forms) if short and called in forms]
        if len(plain) == 1:
            return plain[0]
        named_only = self._is_ministry(body)
        fitting = [
            index
            for index, identity in enumerate(self._identities)
            if self._fits(index, identity, wanted, body, region, named_only=named_only)
            or (full is not None and fold(self._institutions[index].name).startswith(full))
        ]
        if len(fitting) > 1 and region is None and not short:
            return self._find_recent(fitting, phrase)
        return fitting[0] if len(fitting) == 1 else None

    @cached_property
    def _forms(self) -> list[frozenset[str]]:
        """What the text calls each body, folded."""
        return [
            frozenset([fold(body.name), *(fold(mention.text) for mention in body.mentions)])
            for body in self._institutions
        ]

    def _is_ministry(self, body: str) -> bool:
        head = self._lexicon.body_heads.find(body)
        return head is not None and head.kind == "ministry"

    def _fits(
        self,
        index: int,
        identity: Identity | None,
        wanted: set[Identity],
        body: str,
        region: FoundRegion | None,
        *,
        named_only: bool,
    ) -> bool:
        institution = self._institutions[index]
        if identity is None or (institution.kind == "ministry" and not named_only):
            return False
        exact = identity in wanted
        same = exact or (
            not named_only and any(identity[:2] == other[:2] and other[0] == "family" for other in wanted)
        )
        begins = not named_only and fold(institution.name).startswith(fold(body))
        if not same and not begins:
            return False
        if region is None:
            return True
        code = region.region.code if region.region is not None else None
        if code is not None and institution.region_code is not None:
            return code == institution.region_code
        return institution.region is None or fold(institution.region) == fold(region.name)

    def _find_region(self, phrase: PostPhrase, tokens: Tokens) -> FoundRegion | None:
        words = self._lexicon.institution_heads.words
        for index in range(phrase.first, phrase.last):
            found = find_any_region(tokens, index, self._lexicon.regions, words)
            if found is not None and found.last <= phrase.last:
                return found
        return None


def _parse(name: str, lexicon: Lexicon) -> BodyName | None:
    return read_body_name(cut_tokens(name), 0, lexicon)


def _identify(name: str, lexicon: Lexicon) -> Identity | None:
    parsed = lexicon.memory.keep(_parse)(name)
    return identify(parsed, lexicon) if parsed is not None else None
