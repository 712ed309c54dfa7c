"""Encodings, and what is no text."""

import pytest

from kgraph.errors import InputError
from kgraph.reading.decoding import decode_text

TEXT = "“Jum’at” di Palu, sebuah acara."


@pytest.mark.parametrize(
    ("data", "note"),
    [
        (TEXT.encode(), None),
        (TEXT.encode("utf-8-sig"), None),
        (TEXT.encode("utf-16"), "decoded as utf-16"),
        (b"\xfe\xff" + TEXT.encode("utf-16-be"), "decoded as utf-16"),
        (TEXT.encode("utf-16-le"), "decoded as utf-16-le"),
        (TEXT.encode("utf-16-be"), "decoded as utf-16-be"),
        (TEXT.encode("utf-32"), "decoded as utf-32"),
        (TEXT.encode("cp1252"), "decoded as cp1252"),
        (b"", None),
    ],
)
def test_text_comes_out_whatever_its_encoding(data: bytes, note: str | None) -> None:
    assert decode_text(data) == (TEXT if data else "", note)


def test_what_a_page_declares_goes_before_the_guess() -> None:
    assert decode_text("Łódź di sini".encode("iso-8859-2"), declared="iso-8859-2")[0] == "Łódź di sini"
    assert decode_text(TEXT.encode("cp1252"), declared="no-such-code")[1] == "decoded as cp1252"
    assert decode_text(TEXT.encode("cp1252"), declared="utf-8")[1] == "decoded as cp1252"
    assert decode_text(TEXT.encode("cp1252"), declared="rot13")[1] == "decoded as cp1252"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04...", "Office"),
        (b"\x89PNG\r\n", "image"),
        (b"\x1f\x8b\x08", "unpack"),
        (b"Judul\0isi", "binary"),
        (bytes(range(1, 32)) * 10, "binary"),
        (b"caf\xe9 \x81\x8d", "neither"),
        (b"\xff\xfea\0\x00\xd8b\0", "broken"),
    ],
)
def test_what_is_no_text_says_so(data: bytes, told: str) -> None:
    with pytest.raises(InputError, match=told):
        decode_text(data)
