"""Gold cases: a release as a text, and the facts that people took from it.

A case is two files with one stem, ``NAME.txt`` and ``NAME.json``. The hand-written
record is open: keys that are for reading only (``note``, ``role``) are let through.
"""

from pathlib import Path

import msgspec

from kgraph.errors import InputError, join_errors

HELD = "held.txt"
"""The file that names the cases which are kept apart from the writing of rules."""

Other = str | list[str | None] | None
"""Another answer, or several, that a fair judge accepts; a null among places accepts that none is given."""


class GoldDateline(msgspec.Struct, frozen=True, kw_only=True):
    """Where and when the text says that it was written."""

    place: str | None = None
    agency: str | None = None
    date: str | None = None


class GoldInstitution(msgspec.Struct, frozen=True, kw_only=True):
    """A named body with its distinct surface forms."""

    name: str
    mentions: list[str] = []
    kind: str | None = None
    region: str | None = None
    optional: bool = False


class GoldOfficial(msgspec.Struct, frozen=True, kw_only=True):
    """A named person; ``evidence`` holds the first words of the sentences that say the post."""

    name: str
    mentions: list[str] = []
    honorifics: list[str] = []
    post: str | None = None
    institution: str | None = None
    institution_alt: Other = None
    institution_implied: str | bool | None = None
    evidence: list[str] = []
    optional: bool = False


class GoldEvent(msgspec.Struct, frozen=True, kw_only=True):
    """A happening that the release reports."""

    type: str
    type_alt: Other = None
    label: str | None = None
    date: str | None = None
    date_alt: Other = None
    place: str | None = None
    place_alt: Other = None
    organizer: str | None = None
    participants: list[str] = []
    attendees: list[str] = []
    evidence: list[str] = []
    optional: bool = False


class GoldStatement(msgspec.Struct, frozen=True, kw_only=True):
    """An attributed utterance, known by its first words."""

    speaker: str
    begins: str
    direct: bool = True
    speaker_alt: Other = None
    optional: bool = False


class GoldAgreement(msgspec.Struct, frozen=True, kw_only=True):
    """An agreement and its parties."""

    kind: str
    parties: list[str] = []
    about: str | None = None
    evidence: list[str] = []
    optional: bool = False


class GoldRecord(msgspec.Struct, frozen=True, kw_only=True):
    """What a release says, as people took it from the text."""

    id: str
    institutions: list[GoldInstitution]
    published: str | None = None
    published_from: str | None = None
    dateline: GoldDateline | None = None
    officials: list[GoldOfficial] = []
    events: list[GoldEvent] = []
    issues: list[str] = []
    statements: list[GoldStatement] = []
    agreements: list[GoldAgreement] = []
    collaborations: list[tuple[str, str]] = []
    collaborations_optional: list[tuple[str, str]] = []
    collaboration_evidence: list[list[str]] = []


def list_optional(gold: GoldRecord) -> set[str]:
    """Return the terms of the institutions that count neither for nor against."""
    return {str(i) for i, x in enumerate(gold.institutions) if x.optional}


class GoldCase(msgspec.Struct, frozen=True, kw_only=True):
    """A gold record, the text that it was taken from, and whether it is held back."""

    record: GoldRecord
    text: Path
    held: bool

    @property
    def published(self) -> str | None:
        """The ISO day that is given from outside the text, if one is."""
        return self.record.published if self.record.published_from == "metadata" else None

    @property
    def family(self) -> str:
        """The part of the stem before its first hyphen, shared by cases of one source; empty without one."""
        family, hyphen, _ = self.text.stem.partition("-")
        return family if hyphen else ""


def read_cases(folder: Path, *, seen: bool = True, held: bool = False) -> tuple[GoldCase, ...]:
    """Return the cases of a folder, sorted by stem; the files of cases not asked for stay unread.

    Args:
        folder: Holds pairs of a text and a record; other files are passed over.
        seen: Whether to return cases that ``held.txt`` does not name.
        held: Whether to return cases that it does.

    Raises:
        InputError: The folder holds no case that was asked for, or records are wrong; all are named.
    """
    listing = folder / HELD
    kept_apart = _read_names(listing) if listing.is_file() else set()
    cases = []
    wrong: list[InputError] = []
    for path in sorted(folder.glob("*.json")):
        text, is_held = path.with_suffix(".txt"), path.stem in kept_apart
        if text.is_file() and (held if is_held else seen):
            try:
                record = _read_record(path)
            except InputError as error:
                wrong.append(error)
                continue
            if record is not None:
                cases.append(GoldCase(record=record, text=text, held=is_held))
    if wrong:
        raise join_errors(wrong)
    if not cases:
        raise InputError("no gold case here: a case is NAME.txt with NAME.json beside it", path=folder)
    return tuple(cases)


def _read_names(path: Path) -> set[str]:
    try:
        return set(path.read_text("utf-8").split())
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot be read: {error}", path=path) from error


def _read_record(path: Path) -> GoldRecord | None:
    try:
        content = msgspec.json.decode(path.read_bytes())
        if not isinstance(content, dict) or "institutions" not in content:
            return None
        return msgspec.convert(content, GoldRecord)
    except (OSError, UnicodeDecodeError, msgspec.MsgspecError) as error:
        raise InputError(str(error), path=path) from error
