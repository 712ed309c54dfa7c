"""What a graph folder says of how it is to be built: ``kgraph.toml``, written by its user."""

from pathlib import Path
from typing import Any

import msgspec

from kgraph.errors import InputError
from kgraph.lexicon.files import parse_toml
from kgraph.lexicon.own_files import suggest
from kgraph.lexicon.toml_lines import locate_values

SETTINGS = "kgraph.toml"
"""The name of the file."""


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """The file's content; ``lexicon`` are folders, ``None`` where nothing is said of them."""

    lexicon: tuple[Path, ...] | None = None


def read_settings(folder: Path) -> Settings:
    """Return what a graph folder says, paths taken from there; nothing where it has no such file.

    Raises:
        InputError: The file is wrong.
    """
    path = folder / SETTINGS
    try:
        text = path.read_text("utf-8-sig")
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"cannot be read: {error}", path=path) from error
    content = parse_toml(text, path, InputError)
    lines = locate_values(text)
    for name in content:
        if name not in Settings.__struct_fields__:
            message = f"there is no setting {name}{suggest(name, Settings.__struct_fields__)}"
            raise InputError(message, path=path, line=lines.get((name,)))
    if "lexicon" not in content:
        return Settings()
    return Settings(lexicon=_read_folders(content["lexicon"], path, lines.get(("lexicon",))))


def _read_folders(value: Any, path: Path, line: int | None) -> tuple[Path, ...]:
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, list) or not all(isinstance(name, str) and name for name in names):
        raise InputError("lexicon must be the name of a folder, or a list of such", path=path, line=line)
    folders = tuple(path.parent / name for name in names)
    for folder in folders:
        if not folder.is_dir():
            raise InputError(f"there is no folder {folder}", path=path, line=line)
    return folders
