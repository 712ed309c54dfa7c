"""What holds of sentences, dates, datelines and issues whatever the text."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from kgraph.extraction.dateline import parse_dateline
from kgraph.extraction.dates import find_dates, parse_date
from kgraph.extraction.issues import find_issues
from kgraph.lexicon.load import load_lexicon
from kgraph.records import Zone
from kgraph.text.sentences import build_layout

LEXICON = load_lexicon()
PIECES = st.sampled_from(
    [
        "Menurut",
        "Warga ",
        "warga",
        "ujar ",
        "S.H.",
        "Kab. ",
        "1. ",
        "Senin ",
        "Selasa",
        "Minggu ",
        "kemarin",
        "10",
        "31",
        "2",
        "2026",
        "2/2026",
        "(10/2/2026)",
        " Februari ",
        "Mei",
        " hingga ",
        "s.d.",
        "tanggal ",
        "surat ",
        "setiap ",
        "Jakarta",
        "KemenP2MI",
        "İ",
        "narkoba ",
        "anak ",
        "kekerasan ",
        ". ",
        ".",
        ",",
        "“",
        "”",
        '"',
        "(",
        ")",
        " - ",
        " – ",
        "/",
        "?",
        "!",
        "…",
        "\n",
        " ",
        "\u2028",
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=80)
DAYS = st.dates(min_value=date(1990, 1, 1), max_value=date(2060, 12, 31)) | st.sampled_from(
    [date.min, date.max]
)


def cut_zones(text: str, cuts: list[int], kinds: list[str]) -> tuple[Zone, ...]:
    bounds = sorted({0, len(text), *(cut % (len(text) + 1) for cut in cuts)})
    pairs = zip(bounds, bounds[1:], kinds * len(bounds), strict=False)
    return tuple(Zone(start=start, end=end, kind=kind) for start, end, kind in pairs)


@settings(deadline=None)
@given(
    TEXTS,
    st.lists(st.integers(0, 200), max_size=5),
    st.lists(
        st.sampled_from(["furniture", "headline", "dateline", "body", "credit"]), min_size=1, max_size=5
    ),
)
def test_sentences_are_sorted_apart_and_cover_the_zones(text: str, cuts: list[int], kinds: list[str]) -> None:
    zones = cut_zones(text, cuts, kinds)
    layout = build_layout(text, zones, LEXICON)
    reached, paragraph = 0, 0
    for sentence in layout.sentences:
        assert reached <= sentence.start < sentence.end <= len(text)
        assert text[reached : sentence.start].strip() == ""
        part = text[sentence.start : sentence.end]
        assert part == part.strip()
        assert "\n" not in part
        assert sentence.paragraph >= paragraph
        assert layout.find_sentence(sentence.start) == sentence
        reached, paragraph = sentence.end, sentence.paragraph
    assert text[reached:].strip() == ""


@settings(deadline=None)
@given(TEXTS, st.none() | DAYS, st.integers(0, 1000))
def test_dates_lie_in_the_text_in_order(text: str, near: date | None, start: int) -> None:
    reached = start
    for found in find_dates(text, near=near, lexicon=LEXICON, start=start):
        assert reached <= found.span.start < found.span.end <= start + len(text)
        assert found.end is None or found.end > found.start
        assert near is not None or found.kind in {"date", "document"}
        if found.weekday_agrees is not None:
            assert found.has_weekday
        reached = found.span.end


@settings(deadline=None)
@given(
    DAYS.filter(lambda day: 1900 <= day.year < 2100),
    st.sampled_from(["{d} {m} {y}", "{d}/{n}/{y}", "({d}/{n}/{y})", "{y}-{n:02}-{d:02}"]),
)
def test_a_written_day_is_read_back(day: date, form: str) -> None:
    month = next(month.names[-1] for month in LEXICON.calendar.months if month.number == day.month)
    phrase = form.format(d=day.day, m=month, n=day.month, y=day.year)
    assert parse_date(phrase, near=None, lexicon=LEXICON) == day


@settings(deadline=None)
@given(DAYS, st.integers(-150, 150))
def test_a_missing_year_is_the_nearest(near: date, offset: int) -> None:
    ordinal = near.toordinal() + offset
    if not 1 <= ordinal <= date.max.toordinal():
        return
    day = date.fromordinal(ordinal)
    if (day.day, day.month) == (24, 7):
        return  # bare "24/7" means around the clock
    assert parse_date(f"{day.day}/{day.month}", near=near, lexicon=LEXICON) == day


@settings(deadline=None)
@given(TEXTS, st.none() | DAYS)
def test_datelines_say_what_they_hold(text: str, near: date | None) -> None:
    zone = Zone(start=0, end=len(text), kind="dateline")
    found = parse_dateline(text, zone, near=near, lexicon=LEXICON)
    assert found is not None
    for part in (found.place, found.agency):
        assert part is None or (part and part in text)
    if found.date is not None:
        assert date.fromisoformat(found.date).isoformat() == found.date


@settings(deadline=None)
@given(TEXTS)
def test_issues_have_whole_sentences(text: str) -> None:
    layout = build_layout(text, (Zone(start=0, end=len(text), kind="body"),), LEXICON)
    spans = {sentence.span for sentence in layout.sentences}
    issues = find_issues(layout, (), (), LEXICON)
    assert len({issue.issue for issue in issues}) == len(issues)
    assert bool(issues) == bool(layout.sentences)
    for issue in issues:
        assert issue.evidence
        assert set(issue.evidence) <= spans
        assert list(issue.evidence) == sorted(issue.evidence)
