"""What the page is made of besides the network: colours, words, style sheet and scripts."""

import hashlib
import tomllib
from pathlib import Path
from typing import Any

import msgspec

from kgraph.errors import KnowledgeError

ASSETS = Path(__file__).resolve().parent / "assets"

_SCRIPTS = (
    "words.js",
    "content.js",
    "filter.js",
    "labels.js",
    "links.js",
    "names.js",
    "drawing.js",
    "panel.js",
    "search.js",
    "controls.js",
    "main.js",
)


class Kind(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of institution: its name in both languages, its colour on a light and on a dark page."""

    name: str
    id: str
    en: str
    light: str
    dark: str


class Family(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Kinds that are drawn in one hue."""

    id: str
    en: str
    kind: tuple[Kind, ...]


class Library(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A script of others, as published."""

    name: str
    version: str
    homepage: str
    package: str
    integrity: str
    source: str
    file: str
    sha256: str
    licence: str
    licence_files: tuple[str, ...]
    includes: tuple[str, ...] = ()


def _load(name: str) -> dict[str, Any]:
    path = ASSETS / name
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise KnowledgeError(f"cannot be read: {error}", path=path) from error


def load_families() -> tuple[Family, ...]:
    """Return the kinds of institutions by family, in the order of the legend."""
    return msgspec.convert(_load("kinds.toml")["family"], tuple[Family, ...])


def load_words() -> dict[str, dict[str, str]]:
    """Return what the page says, by language and name."""
    return msgspec.convert(_load("words.toml"), dict[str, dict[str, str]])


def load_libraries() -> tuple[Library, ...]:
    """Return the scripts of others that a page carries."""
    return msgspec.convert(_load("vendor.toml")["library"], tuple[Library, ...])


def load_scripts() -> tuple[str, ...]:
    """Return the page's scripts in the order in which they run: first those of others, then ours.

    Raises:
        KnowledgeError: A script of others differs from what ``vendor.toml`` says of it.
    """
    scripts = []
    for library in load_libraries():
        data = (ASSETS / library.file).read_bytes()
        if hashlib.sha256(data).hexdigest() != library.sha256:
            raise KnowledgeError("is not the file that vendor.toml describes", path=ASSETS / library.file)
        # A browser's tools would ask for the source map, and the page asks for nothing.
        lines = data.decode().splitlines()
        scripts.append("\n".join(line for line in lines if not line.startswith("//# sourceMappingURL=")))
    ours = "\n".join((ASSETS / "script" / name).read_text("utf-8") for name in _SCRIPTS)
    return (*scripts, ours)


def load_style_sheet() -> str:
    """Return the page's style sheet."""
    return (ASSETS / "page.css").read_text("utf-8")
