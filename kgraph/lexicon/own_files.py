"""A user's own files of words, bodies and issues, which are joined to those that are shipped."""

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import Path

import msgspec

from kgraph.errors import InputError, join_errors
from kgraph.resources import locate_lexicon, locate_registry

_PASSED_OVER = ("readme", "license")
"""What the names of files begin with that tell of a folder and hold no words."""


class OwnFiles(msgspec.Struct, frozen=True, kw_only=True):
    """The files of one folder by name, as bytes; ``folder`` is for messages alone."""

    folder: Path
    files: dict[str, bytes]

    def read_text(self, name: str) -> str:
        """Return the text of a file in normal form NFC.

        Raises:
            InputError: It is not UTF-8.
        """
        try:
            return unicodedata.normalize("NFC", self.files[name].decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            line = self.files[name].count(b"\n", 0, error.start) + 1
            raise InputError("save the file as UTF-8", path=self.folder / name, line=line) from error


def suggest(word: str, choices: Iterable[str]) -> str:
    """Return what a wrong word may have meant, as the end of a message.

    >>> suggest("isues", ["issues", "posts"]), suggest("x", ["b", "a"])
    ('; did you mean issues?', '; there are: a, b')
    """
    known = sorted(choices)
    near = get_close_matches(word, known, n=1)
    return f"; did you mean {near[0]}?" if near else f"; there are: {', '.join(known)}"


def list_file_names() -> list[str]:
    """Return the names that the files of a folder may have: those of the shipped files."""
    folders = (locate_lexicon(), locate_registry())
    return sorted(path.name for folder in folders for path in folder.glob("*.*") if path.suffix != ".txt")


def read_own_files(folders: Iterable[Path]) -> tuple[OwnFiles, ...]:
    """Return the files of folders, in the order given.

    Hidden files, and those that tell of the folder (``README.md``), are passed over.

    Raises:
        InputError: A folder cannot be read or holds something else; all is named.
    """
    names = list_file_names()
    found, wrong = [], []
    for folder in folders:
        try:
            paths = sorted(folder.iterdir())
            paths = [path for path in paths if not path.name.lower().startswith((".", *_PASSED_OVER))]
            known = [path for path in paths if path.name in names and path.is_file()]
            found.append(OwnFiles(folder=folder, files={path.name: path.read_bytes() for path in known}))
        except OSError as error:
            raise InputError(
                f"the lexicon cannot be read: {error.strerror}", path=error.filename or folder
            ) from error
        wrong += [
            InputError(f"no file of a lexicon has this name{suggest(path.name, names)}", path=path)
            for path in paths
            if path not in known
        ]
    if wrong:
        raise join_errors(wrong)
    return tuple(found)
