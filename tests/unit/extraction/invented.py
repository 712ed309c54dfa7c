"""Invented persons and bodies, found in short texts by their forms."""

import re
from collections.abc import Iterable

from kgraph.lexicon.load import Lexicon
from kgraph.records import Institution, Mention, Official, Zone
from kgraph.text.layout import Layout
from kgraph.text.sentences import build_layout

BODIES = {
    "Dinas Sosial Kota Contoh": ("Dinas Sosial Kota Contoh", "Dinsos Contoh"),
    "Kepolisian Resor Contoh": ("Polres Contoh",),
    "BP3MI Sulawesi Tengah": ("BP3MI Sulawesi Tengah", "BP3MI Sulteng"),
    "Badan Pusat Statistik": ("Badan Pusat Statistik", "BPS"),
    "KBRI Kuala Lumpur": ("KBRI Kuala Lumpur",),
    "Kantor Regional XIII BKN": ("Kantor Regional XIII BKN",),
}
PEOPLE = {
    "Budi Hartadi": ("Kepala Dinas Sosial Kota Contoh", "Dinas Sosial Kota Contoh", ("Budi Hartadi", "Budi")),
    "Rina Ambarwati": ("Bupati Contoh", None, ("Rina Ambarwati", "Rina")),
    "Wayan Sudarma": ("Kapolres Contoh", "Kepolisian Resor Contoh", ("Wayan Sudarma", "Wayan")),
    "Sari Lestarini": ("Kasi Humas", "Kepolisian Resor Contoh", ("Sari Lestarini", "Sari")),
    "Agus Marpaungan": (
        "Kepala Kantor Regional XIII BKN",
        "Kantor Regional XIII BKN",
        ("Agus Marpaungan", "Agus"),
    ),
    "Dewi Castari": (None, None, ("Dewi Castari", "Dewi")),
}


def _find(text: str, forms: Iterable[str]) -> tuple[Mention, ...]:
    found: list[Mention] = []
    for form in sorted(forms, key=len, reverse=True):
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text):
            mention = Mention(start=match.start(), end=match.end(), text=form)
            if not any(other.start < mention.end and mention.start < other.end for other in found):
                found.append(mention)
    return tuple(sorted(found))


def find_invented(text: str) -> tuple[tuple[Official, ...], tuple[Institution, ...]]:
    """Return the officials and institutions above that a text names."""
    officials = tuple(
        Official(name=name, mentions=mentions, post=post, institution=institution)
        for name, (post, institution, forms) in PEOPLE.items()
        if (mentions := _find(text, forms))
    )
    institutions = tuple(
        Institution(name=name, mentions=mentions, kind="other")
        for name, forms in BODIES.items()
        if (mentions := _find(text, forms))
    )
    return officials, institutions


def lay_out(text: str, lexicon: Lexicon) -> Layout:
    """Return a text that is prose throughout."""
    return build_layout(text, (Zone(start=0, end=len(text), kind="body"),), lexicon)
