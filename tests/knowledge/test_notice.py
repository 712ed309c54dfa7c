"""NOTICE names what comes from others, and the texts of the licences that it points to are there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ENTRIES = re.findall(r"^(\S+/\S+)\n((?:  .+\n)+)", (ROOT / "NOTICE").read_text("utf-8"), re.MULTILINE)


def test_there_are_entries() -> None:
    assert len(ENTRIES) == 3


@pytest.mark.parametrize(("name", "text"), ENTRIES, ids=[name for name, _ in ENTRIES])
def test_an_entry_points_to_the_text_of_its_licence(name: str, text: str) -> None:
    assert (ROOT / name).is_file()
    licences = re.findall(r"\S+/\S*LICENSE\S*\.txt", text)
    assert licences
    for licence in licences:
        assert re.search("copyright", (ROOT / licence).read_text("utf-8"), re.IGNORECASE)
