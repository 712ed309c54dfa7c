"""What holds in each file of words besides its shape: which phrases mean one thing, what may be added."""

import msgspec

from kgraph.vocabulary import INSTITUTION_KINDS, LEVELS

CHOICES = {
    "kind": INSTITUTION_KINDS,
    "province_kind": INSTITUTION_KINDS,
    "levels": LEVELS,
    "prefers": LEVELS,
    "tail": ("field", "name", "none", "region"),
}
"""Fields whose values are names of our own, and which there are; no phrases."""


class FileRules(msgspec.Struct, frozen=True, kw_only=True):
    """The rules of one file, by the names of its lists.

    Attributes:
        keys: The field by which the entries of a list of tables are known.
        closed: Lists of tables whose entries are those that the program knows.
        one_meaning: Lists (or tables) of tables in which a phrase tells one thing, so that no
            two may share it in the same field; a cue of two issues is none of these.
        apart: Lists of one table that may not share a phrase.
        folded: Whether the phrases are written in lower case; or the lists that are.
        selectors: Lists of CSS selectors.
    """

    keys: dict[str, str] = {}
    closed: frozenset[str] = frozenset()
    one_meaning: frozenset[str] = frozenset()
    apart: tuple[tuple[str, ...], ...] = ()
    folded: bool | frozenset[str] = False
    selectors: frozenset[str] = frozenset()

    def is_folded(self, name: str) -> bool:
        """Tell whether the phrases of a list, or of a list in the table of that name, are in lower case."""
        return self.folded if isinstance(self.folded, bool) else name in self.folded


_VERBS = ("say", "say_with_clause", "ask", "act", "convey")

RULES = {
    "agreements": FileRules(one_meaning=frozenset({"papers"}), apart=(("strong", "weak"),), folded=True),
    "calendar": FileRules(
        keys={"months": "number", "weekdays": "number"},
        closed=frozenset({"months", "weekdays"}),
        one_meaning=frozenset({"months", "weekdays"}),
        folded=True,
    ),
    "event_cues": FileRules(
        keys={"types": "type"},
        closed=frozenset({"types"}),
        one_meaning=frozenset({"types"}),
        folded=True,
    ),
    "families": FileRules(
        keys={"family": "slug"},
        folded=frozenset({"ignored", "spellings"}),
    ),
    "furniture": FileRules(folded=True),
    "institution_heads": FileRules(one_meaning=frozenset({"head"})),
    "issues": FileRules(
        keys={"issues": "slug"},
        apart=(("decisive", "weak", "counter"), ("strong", "weak", "counter")),
        folded=True,
    ),
    "page_profiles": FileRules(
        keys={"profiles": "name"},
        selectors=frozenset({"body", "date", "fallback", "remove", "title"}),
    ),
    "pledges": FileRules(folded=True),
    "posts": FileRules(one_meaning=frozenset({"bodies", "fused"})),
    "region_levels": FileRules(folded=True),
    "sentences": FileRules(apart=(("before_name", "after_name"),), folded=True),
    "speech_verbs": FileRules(keys=dict.fromkeys(_VERBS, "active"), apart=(_VERBS,), folded=True),
    "tenures": FileRules(
        apart=(("begins", "appoints", "passes", "replaces", "replaced", "ends", "former"),), folded=True
    ),
}
"""The rules by the stem of the file's name; a file without any has none."""


def find_rules(stem: str) -> FileRules:
    """Return the rules of a file by the stem of its name."""
    return RULES.get(stem, FileRules())
