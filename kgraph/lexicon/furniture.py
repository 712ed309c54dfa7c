"""Words of page furniture: what stands around a release on its page."""

import re
from functools import cached_property, lru_cache

import msgspec

from kgraph.lexicon.calendar import Calendar
from kgraph.lexicon.matcher import fold, join

_STAMP = 120
"""Code points that a line of date, time and view count has at most."""

_WORD = re.compile(r"[^\W_]+(?:['’`][^\W_]+)*")
_PARTS = re.compile(r"\s*[|•·»]\s*|\s{2,}")
_DASHED_PARTS = re.compile(r"\s*[|•·»]\s*|\s{2,}|\s[-–—]\s")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MENU = re.compile(r" ?[|»›•] ?| > ")
_MENU_MARKS = re.compile(r"[|»›•>]")
_ALNUM = re.compile(r"[^\W_]")
_EDGES = " \t\r\f\v\u00a0*-–—_|•·»«>[](){}#…"


_PICTURE_WORDS = 9
"""Words behind "Foto:" that tell what a picture shows; names and posts of who took it are fewer."""


class FurnitureWords(msgspec.Struct, frozen=True, kw_only=True, dict=True):
    """The phrases of ``data/lexicon/furniture.toml``; lines are judged without case and edge marks."""

    lines: tuple[str, ...]
    openings: tuple[str, ...]
    head_openings: tuple[str, ...]
    list_headings: tuple[str, ...]
    stamp_words: tuple[str, ...]
    credit_openings: tuple[str, ...]
    credit_words: tuple[str, ...]
    caption_openings: tuple[str, ...]
    picture_openings: tuple[str, ...]
    picture_endings: tuple[str, ...]

    @cached_property
    def _lines(self) -> frozenset[str]:
        return frozenset(fold(line) for line in self.lines)

    @cached_property
    def _headings(self) -> frozenset[str]:
        return frozenset(fold(line) for line in self.list_headings)

    @cached_property
    def _dates(self) -> frozenset[str]:
        return frozenset(fold(word) for word in self.stamp_words)

    @cached_property
    def _openings(self) -> re.Pattern[str]:
        return _compile_openings(self.openings)

    @cached_property
    def _head_openings(self) -> re.Pattern[str]:
        return _compile_openings(self.head_openings)

    @cached_property
    def _credits(self) -> re.Pattern[str]:
        return _compile_openings(self.credit_openings)

    @cached_property
    def _captions(self) -> re.Pattern[str]:
        return _compile_openings(self.caption_openings)

    @cached_property
    def _desks(self) -> re.Pattern[str]:
        return re.compile(r"(?<!\w)(?:" + join(self.credit_words) + r")(?!\w)")

    def is_furniture(self, line: str) -> bool:
        """Return whether a line is nothing but furniture: a menu entry, a rule of marks, a teaser.

        >>> from kgraph.lexicon.load import load_lexicon
        >>> words = load_lexicon().furniture
        >>> [words.is_furniture(line) for line in ("logo", "-", "BACA JUGA : Harga Cabai", "Berita duka")]
        [True, True, True, False]
        """
        core = _strip(line)
        return (
            _ALNUM.search(core) is None
            or core in self._lines
            or core in self._headings
            or bool(self._openings.match(core))
            or self._is_menu(core)
        )

    def _is_menu(self, core: str) -> bool:
        """Return whether a line is a menu or a trail of pages ("Beranda | Profil | Kontak")."""
        if _MENU_MARKS.search(core) is None:
            return False
        entries = [entry.strip() for entry in _MENU.split(core)]
        return len(entries) > 1 and any(entry in self._lines for entry in entries)

    def is_head_furniture(self, line: str) -> bool:
        """Return whether a line above the text is furniture there ("Nomor: 12/SP/2026")."""
        return bool(self._head_openings.match(_strip(line)))

    def is_list_heading(self, line: str) -> bool:
        """Return whether a line heads a list of other pages ("Berita Terkait")."""
        return _strip(line).rstrip(" :") in self._headings

    def is_stamp(self, line: str, calendar: Calendar) -> bool:
        """Return whether a line holds a date or time, view counts and the like, and nothing else.

        Of a line in parts, as menus and bylines are, one that is a full date is enough.

        Args:
            line: One line.
            calendar: Names of weekdays and months.

        >>> from kgraph.lexicon.load import load_lexicon
        >>> lexicon = load_lexicon()
        >>> lexicon.furniture.is_stamp("00.02 4 February 2026 25", lexicon.calendar)
        True
        >>> lexicon.furniture.is_stamp("18 September 2025 | Humas | 1.204 kali dibaca", lexicon.calendar)
        True
        >>> lexicon.furniture.is_stamp("Hari Perempuan - 8 Maret 2026", lexicon.calendar)
        False
        >>> lexicon.furniture.is_stamp("Rapat 2025 | Humas | 1.204 kali dibaca", lexicon.calendar)
        False
        """
        if len(line) > _STAMP or not any(map(str.isdigit, line)):
            return False
        # A headline may have a dash, too: "Hari Perempuan - 8 Maret 2026".
        parts = (_DASHED_PARTS if self.has_desk(line) else _PARTS).split(line.strip())
        if len(parts) > 1 and any(_YEAR.search(part) and self._is_dated(part, calendar) for part in parts):
            # "18 September 2025 | Humas | 1.204 kali dibaca": whatever else stands beside the day.
            return True
        return self._is_dated(line, calendar)

    def _is_dated(self, line: str, calendar: Calendar) -> bool:
        found = _WORD.findall(self._desks.sub(" ", fold(line)))
        known = (self._dates, calendar.month_numbers, calendar.weekday_numbers)
        return any(word.isdigit() for word in found) and all(
            word.isdigit() or any(word in words for words in known) for word in found
        )

    def is_credit(self, line: str) -> bool:
        """Return whether a line opens as a credit does ("Sumber: ...", "Editor : ...")."""
        return bool(self._credits.match(_strip(line))) and not self._tells_picture(_strip(line))

    def is_caption(self, line: str) -> bool:
        """Return whether a line says of itself that it tells what a picture shows, or names its file."""
        core = _strip(line)
        return (
            bool(self._captions.match(core))
            or core.endswith(self.picture_endings)
            or self._tells_picture(core)
        )

    def _tells_picture(self, core: str) -> bool:
        """Return whether more stands behind "Foto:" than the name of who took it."""
        return core.startswith(self.picture_openings) and core.count(" ") >= _PICTURE_WORDS

    def has_desk(self, text: str) -> bool:
        """Return whether a text names a desk that signs releases."""
        return bool(self._desks.search(fold(text)))

    def opens_with_desk(self, line: str) -> bool:
        """Return whether a line begins with a desk that signs releases."""
        return bool(self._desks.match(_strip(line)))


@lru_cache(maxsize=32)
def _strip(line: str) -> str:
    """Return a line as it is compared with phrases; a page's few lines are each asked about many times."""
    return " ".join(fold(line).strip(_EDGES).split())


def _compile_openings(phrases: tuple[str, ...]) -> re.Pattern[str]:
    plain = tuple(phrase for phrase in phrases if not phrase.endswith(":"))
    colon = tuple(phrase.removesuffix(":") for phrase in phrases if phrase.endswith(":"))
    parts = [rf"(?:{join(plain)})(?!\w)"] if plain else []
    if colon:
        parts.append(rf"(?:{join(colon)}) ?:")
    return re.compile("|".join(parts))
