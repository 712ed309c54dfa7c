"""Tables of a network, as the queries of ``kgraph/querying/network`` give them, without a graph."""

import random
from collections import defaultdict

from kgraph.answers import Table
from kgraph.records import Record, Span
from tests.gold_records import build_record, list_mended_cases

NODES = ("iri", "label", "short", "kind", "kind_label", "region", "forms")
TIES = ("a", "b", "releases", "events", "first", "last", "issues")
EVIDENCE = ("a", "b", "release", "title", "url", "date", "basis", "issues", "quote")
MENTIONS = ("entity", "release", "title", "url", "date", "quote")
POSTS = ("institution", "person", "post", "date", "quote")

Tables = dict[str, Table]


def _slug(name: str) -> str:
    return "https://w3id.org/kgraph/institution/" + "-".join(
        "".join(c if c.isalnum() else " " for c in name.lower()).split()
    )


def _tie(evidence: list[tuple[str | None, ...]]) -> Table:
    grouped: dict[tuple[str, str], list[tuple[str | None, ...]]] = defaultdict(list)
    for row in evidence:
        grouped[str(row[0]), str(row[1])].append(row)
    rows = []
    for (a, b), found in sorted(grouped.items()):
        dates = sorted(str(row[5]) for row in found if row[5])
        issues = sorted({issue for row in found for issue in str(row[7] or "").split()})
        releases = len({row[2] for row in found})
        rows.append(
            (
                a,
                b,
                str(releases),
                str(releases),
                dates[0] if dates else None,
                dates[-1] if dates else None,
                " ".join(issues),
            )
        )
    return Table(columns=TIES, rows=tuple(rows))


def _sentence(record: Record, place: int) -> Span:
    return next(s for s in record.sentences if s.start <= place < s.end)


def make_gold_tables() -> Tables:
    """The institutions, collaborations and posts of gold cases; few enough that the page opens on all."""
    nodes: dict[str, tuple[str | None, ...]] = {}
    evidence, mentions, posts = [], [], []
    for case in list_mended_cases():
        record = build_record(case)
        body, release = record.release.body, record.release
        head = (f"https://w3id.org/kgraph/release/{case}", release.title, release.url, record.published)
        issues = " ".join(issue.issue for issue in record.issues)
        for item in record.institutions:
            iri = _slug(item.name)
            forms = {mention.text for mention in item.mentions}
            short = next((form for form in sorted(forms, key=len) if len(form) < 16 and form.isupper()), None)
            nodes[iri] = (iri, item.name, short, item.kind, item.kind, item.region, " | ".join(sorted(forms)))
            spans = sorted({_sentence(record, mention.start) for mention in item.mentions})
            mentions += [(iri, *head, body[span.start : span.end]) for span in spans]
        for pair in record.collaborations:
            a, b = sorted(map(_slug, pair.parties))
            evidence += [
                (a, b, *head, pair.basis, issues, body[span.start : span.end]) for span in pair.evidence
            ]
        for person in record.officials:
            if person.post and person.institution:
                holder = (_slug(person.institution), person.name, person.post, record.published)
                posts += [(*holder, body[span.start : span.end]) for span in person.evidence.post]
    return {
        "nodes": Table(columns=NODES, rows=tuple(sorted(nodes.values()))),
        "ties": _tie(evidence),
        "evidence": Table(columns=EVIDENCE, rows=tuple(sorted(evidence, key=str))),
        "mentions": Table(columns=MENTIONS, rows=tuple(sorted(mentions, key=str))),
        "posts": Table(columns=POSTS, rows=tuple(sorted(posts, key=str))),
    }


_PLACES = (
    "Sulawesi Tengah",
    "Sulawesi Utara",
    "Jawa Barat",
    "Jawa Timur",
    "Kalimantan Barat",
    "Riau",
    "Bali",
    "Lampung",
    "Maluku",
    "Papua",
    "Aceh",
    "Banten",
)
_BODIES = (
    ("Balai Pelayanan Pelindungan Pekerja Migran Indonesia", "BP3MI", "central-regional-office"),
    ("Dinas Pemberdayaan Perempuan dan Perlindungan Anak Provinsi", "DP3A", "regional-agency"),
    ("Dinas Tenaga Kerja dan Transmigrasi Provinsi", "Disnakertrans", "regional-agency"),
    ("Dinas Sosial Provinsi", "Dinsos", "regional-agency"),
    ("Kepolisian Daerah", "Polda", "police"),
    ("Kantor Imigrasi", None, "immigration"),
    ("Pemerintah Provinsi", "Pemprov", "province"),
    ("Universitas Negeri", None, "university-school"),
    ("Kejaksaan Tinggi", "Kejati", "court-prosecution"),
    ("Serikat Buruh Migran", "SBMI", "ngo-union"),
    ("Komando Daerah Militer", "Kodam", "military"),
    ("Dewan Perwakilan Rakyat Daerah Provinsi", "DPRD", "legislature"),
    ("PT Karya Bersama", None, "company"),
    ("Radio Suara Rakyat", None, "media"),
)
_CENTRAL = (
    ("Kementerian Pelindungan Pekerja Migran Indonesia", "KemenP2MI", "ministry"),
    ("Kementerian Pemberdayaan Perempuan dan Perlindungan Anak", "KemenPPPA", "ministry"),
    ("Kementerian Sosial", "Kemensos", "ministry"),
    ("Lembaga Perlindungan Saksi dan Korban", "LPSK", "central-agency"),
    ("International Organization for Migration", "IOM", "international"),
    ("Kepolisian Negara Republik Indonesia", "Polri", "police"),
)
_BASES = ("meeting", "signing", "joint-action", "handover", "stated")
_ISSUES = ("trafficking", "child-protection", "placement", "health", "repatriation", "financing")


def make_tables(count: int, *, seed: int = 3) -> Tables:
    """An invented network of about so many institutions, with hubs in every province."""
    dice = random.Random(seed)
    names = [(label, short, kind, None) for label, short, kind in _CENTRAL]
    number = 0
    while len(names) < count:
        body, short, kind = _BODIES[number % len(_BODIES)]
        place = _PLACES[number // len(_BODIES) % len(_PLACES)]
        turn = number // (len(_BODIES) * len(_PLACES))
        if turn:
            place = f"{place} {'I' * turn}"
        names.append((f"{body} {place}", short, kind, place))
        number += 1
    nodes = [(_slug(label), label, short, kind, kind, place, None) for label, short, kind, place in names]
    hubs = [row for row in nodes if row[3] in {"central-regional-office", "regional-agency"}]
    evidence = []
    for release in range(count * 2):
        host = dice.choice(hubs)
        near = [row for row in nodes if row[5] == host[5] and row != host] or hubs
        guests = dice.sample(near, min(len(near), dice.choice((1, 1, 1, 2, 3))))
        if dice.random() < 0.3:
            guests.append(dice.choice(nodes[: len(_CENTRAL)]))
        if dice.random() < 0.05:
            guests.append(dice.choice(hubs))
        date = f"{dice.randint(2023, 2025)}-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"
        head = (
            f"https://w3id.org/kgraph/release/r-{release}",
            f"Rilis {release}: {host[1]}",
            f"https://example.go.id/berita/{release}",
            date,
        )
        issue, basis = dice.choice(_ISSUES), dice.choice(_BASES)
        for guest in guests:
            if guest == host:
                continue
            a, b = sorted((str(host[0]), str(guest[0])))
            quote = f"{host[1]} bertemu {guest[1]} dan sepakat bekerja sama."
            evidence.append((a, b, *head, basis, issue, quote))
    return {
        "nodes": Table(columns=NODES, rows=tuple(sorted(nodes, key=str))),
        "ties": _tie(evidence),
        "evidence": Table(columns=EVIDENCE, rows=tuple(sorted(evidence))),
        "mentions": Table(columns=MENTIONS, rows=()),
        "posts": Table(columns=POSTS, rows=()),
    }


def make_hostile_tables() -> Tables:
    """Two institutions whose every field tries to become part of the page."""
    number = iter(range(1, 1000))

    def hostile() -> str:
        broken = f"globalThis.broken=(globalThis.broken||0)+{next(number)}"
        return f"</script><img src=x onerror={broken}>\u2028{{{{7*7}}}}"

    a, b = f"n:1{hostile()}", f"n:2{hostile()}"
    nodes = tuple((iri, hostile(), hostile(), hostile(), hostile(), hostile(), hostile()) for iri in (a, b))
    issue = "</script><img/src=x/onerror=globalThis.broken=9>"
    head = (hostile(), hostile(), f"https://x.go.id/{hostile()}", hostile())
    wrong = (hostile(), hostile(), "javascript:globalThis.broken=1", "2026-01-02")
    return {
        "nodes": Table(columns=NODES, rows=nodes),
        "ties": Table(columns=TIES, rows=((a, b, "2", "1", hostile(), hostile(), issue),)),
        "evidence": Table(
            columns=EVIDENCE,
            rows=((a, b, *head, hostile(), issue, hostile()), (a, b, *wrong, "meeting", issue, hostile())),
        ),
        "mentions": Table(columns=MENTIONS, rows=((a, *head, hostile()), (b, *wrong, hostile()))),
        "posts": Table(columns=POSTS, rows=((a, hostile(), hostile(), hostile(), hostile()),)),
        "issues": Table(columns=("issue", "id", "en"), rows=((issue, hostile(), hostile()),)),
    }
