"""What a generation of a graph says about itself."""

import hashlib
from pathlib import Path

import msgspec

from kgraph.errors import InputError

FORMAT = 1
"""The version of the folder's layout; a graph of another one must be built anew."""

ANEW = "build the graph anew, in an empty folder"
"""What to do about a graph whose records are lost."""


class Seal(msgspec.Struct, frozen=True, kw_only=True):
    """The size of a file in bytes and the SHA-256 of its content."""

    bytes: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """Format, origin and content of a generation.

    ``program`` is name and version, ``code`` the SHA-256 of its modules and
    ``knowledge`` that of lexicon, registry and ontology with all that a user adds;
    ``base`` where IRIs of resources begin; ``private_persons`` whether persons without a
    public post are in the graph; ``files`` the sealed files by name; ``counts`` how many
    there are of what.
    """

    format: int
    program: str
    code: str
    knowledge: str
    base: str
    private_persons: bool = False
    files: dict[str, Seal]
    counts: dict[str, int]


def encode_manifest(manifest: Manifest) -> bytes:
    """Return a manifest as indented JSON, always the same bytes for the same content."""
    return msgspec.json.format(msgspec.json.encode(manifest, order="sorted"), indent=2) + b"\n"


def name_generation(manifest: bytes) -> str:
    """Return the name of the generation that a manifest describes: a hash of all its content."""
    return hashlib.sha256(manifest).hexdigest()[:16]


class _Version(msgspec.Struct):
    format: int


def read_manifest(path: Path) -> Manifest:
    """Return the manifest in a file.

    Raises:
        InputError: It cannot be read, or is of another format.
    """
    try:
        content = path.read_bytes()
        found = msgspec.json.decode(content, type=_Version).format
        if found != FORMAT:
            raise InputError(
                f"the graph has format {found}, not {FORMAT} as here; {ANEW}",
                path=path,
            )
        return msgspec.json.decode(content, type=Manifest)
    except (OSError, msgspec.MsgspecError) as error:
        raise InputError(f"the graph is damaged ({error}); {ANEW}", path=path) from error
