"""Days of publication as pages and rows write them."""

import pytest

from kgraph.lexicon.load import load_lexicon
from kgraph.reading.days import parse_published


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-02-04", "2026-02-04"),
        ("2026-02-04T08:15:00+07:00", "2026-02-04"),
        ("2026-02-04 08:15", "2026-02-04"),
        ("2026-02-03T17:00:00Z", "2026-02-04"),
        ("2026-02-03T16:59:59.000+00:00", "2026-02-03"),
        ("Diposting pada 3 Maret 2026 | 10:15 WIB", "2026-03-03"),
        ("Rabu (4/2/2026)", "2026-02-04"),
        ("February 4, 2026", "2026-02-04"),
        ("9999-12-31T23:00:00Z", None),
        ("2026-02-30", None),
        ("Rabu (4/2)", None),
        ("kemarin", None),
        ("", None),
    ],
)
def test_day(text: str, day: str | None) -> None:
    assert parse_published(text, load_lexicon().calendar) == day
