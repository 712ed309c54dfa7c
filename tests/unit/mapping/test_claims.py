"""Each kind of claim, from one record that has them all."""

import msgspec
import pytest

from kgraph.lexicon.load import load_lexicon
from kgraph.mapping.iris import mint_sentence
from kgraph.mapping.release_graph import MappedRelease, list_release_triples, map_release
from kgraph.mapping.scope import Claim
from kgraph.records import Issue, Record
from tests.linkers import link_by_name
from tests.small_records import AGENCY, LED, MEETING, OFFICE, RECORD, SIGNED, cut

BASE = "https://example.org/"
LEXICON = load_lexicon()
OFFICE_IRI = f"<{BASE}institution/balai-teladan-provinsi-uji>"
AGENCY_IRI = f"<{BASE}institution/dinas-sosial-kota-contoh>"
RAHMA = f"<{BASE}person/rahma-adisti>"
WATI = "wati-lestarini"


def map_one(record: Record = RECORD) -> MappedRelease:
    return map_release(record, link_by_name([record]), BASE, LEXICON.posts)


def find(class_: str, record: Record = RECORD) -> list[Claim]:
    return [claim for claim in map_one(record).claims if class_ in claim.classes]


def concept(scheme: str, slug: str) -> str:
    return f"<https://w3id.org/kgraph/{scheme}/{slug}>"


@pytest.mark.parametrize(
    ("class_", "count"),
    [
        ("kg:Naming", 4),
        ("kg:Topic", 2),
        ("schema:Event", 1),
        ("kg:EventPlace", 1),
        ("kg:EventDate", 0),
        ("cv:Participation", 3),
        ("kg:MentionedEvent", 1),
        ("kg:Collaboration", 1),
        ("kg:Agreement", 1),
        ("schema:Quotation", 1),
        ("kg:ReportedStatement", 2),
        ("org:Membership", 2),
        ("kg:TenureClaim", 1),
    ],
)
def test_every_fact_is_a_claim(class_: str, count: int) -> None:
    assert len(find(class_)) == count


def test_no_claim_is_without_a_sentence() -> None:
    assert all(claim.spans for claim in map_one().claims)


def test_collaboration() -> None:
    (claim,) = find("kg:Collaboration")
    assert claim.spans == (MEETING,)
    assert claim.objects("kg:party") == tuple(sorted([OFFICE_IRI, AGENCY_IRI]))
    assert claim.objects("kg:basis") == ('"meeting"',)
    assert claim.objects("kg:event") == (f"<{find('schema:Event')[0].iri}>",)
    assert claim.objects("kg:onDate") == ('"2026-02-04"^^<http://www.w3.org/2001/XMLSchema#date>',)


def test_collaboration_of_one_body_under_two_names_is_none() -> None:
    pair = msgspec.structs.replace(RECORD.collaborations[0], parties=(OFFICE.name, OFFICE.name))
    assert find("kg:Collaboration", msgspec.structs.replace(RECORD, collaborations=(pair,))) == []


def test_issue_of_the_headline_is_on_every_deal_and_one_of_another_sentence_is_not() -> None:
    (claim,) = find("kg:Collaboration")
    assert claim.objects("kg:onIssue") == (concept("issue", "trafficking"),)


def test_issue_of_the_own_sentence_is_on_the_deal() -> None:
    record = msgspec.structs.replace(RECORD, issues=(Issue(issue="legal-aid", evidence=(SIGNED,)),))
    assert find("kg:Agreement", record)[0].objects("kg:onIssue") == (concept("issue", "legal-aid"),)
    assert find("kg:Collaboration", record)[0].objects("kg:onIssue") == ()


def test_headline_is_no_reason_to_put_a_statement_on_an_issue() -> None:
    assert all(not claim.objects("kg:onIssue") for claim in find("schema:Quotation"))


def test_agreement_keeps_words_that_are_no_institution() -> None:
    (claim,) = find("kg:Agreement")
    assert set(claim.objects("kg:party")) == {OFFICE_IRI, AGENCY_IRI}
    assert claim.objects("kg:partyText") == ('"9 Lembaga"@id',)
    assert claim.objects("kg:agreementKind") == (concept("agreement-kind", "pks"),)
    assert claim.objects("kg:aboutText") == ('"rujukan"@id',)


def test_signing_that_a_sentence_of_the_agreement_tells_made_it() -> None:
    signing = msgspec.structs.replace(
        RECORD.events[0],
        type="signing",
        evidence=msgspec.structs.replace(RECORD.events[0].evidence, event=(SIGNED,)),
    )
    record = msgspec.structs.replace(RECORD, events=(signing,))
    (claim,) = find("kg:Agreement", record)
    assert claim.objects("prov:wasGeneratedBy") == (f"<{find('schema:Event', record)[0].iri}>",)


def test_event() -> None:
    (claim,) = find("schema:Event")
    assert claim.objects("sem:eventType") == (concept("event-type", "meeting"),)
    assert claim.objects("schema:organizer") == (OFFICE_IRI,)
    assert set(claim.objects("sem:hasActor")) == {OFFICE_IRI, AGENCY_IRI, RAHMA}
    assert claim.objects("schema:location") == ('"ruang rapat balai"@id',)
    assert find("kg:EventPlace")[0].spans == (LED,)


@pytest.mark.parametrize(
    ("date", "facts"),
    [
        (None, {"kg:dateUnknown"}),
        ("2026-02-03", {"schema:startDate"}),
        ("2026-02-03/2026-02-05", {"schema:startDate", "schema:endDate"}),
    ],
)
def test_dates_of_an_event(date: str | None, facts: set[str]) -> None:
    event = msgspec.structs.replace(RECORD.events[0], date=date)
    (claim,) = find("schema:Event", msgspec.structs.replace(RECORD, events=(event,)))
    names = {name for name, _ in claim.facts}
    assert names & {"kg:dateUnknown", "schema:startDate", "schema:endDate"} == facts


def test_event_that_no_sentence_tells_is_left_out() -> None:
    event = msgspec.structs.replace(
        RECORD.events[0], evidence=msgspec.structs.replace(RECORD.events[0].evidence, event=())
    )
    record = msgspec.structs.replace(RECORD, events=(event,))
    assert find("schema:Event", record) == []
    assert find("cv:Participation", record) == []
    assert find("kg:Collaboration", record)[0].objects("kg:event") == ()


def test_participations_have_roles_and_whom_a_person_acts_for() -> None:
    found = {claim.objects("cv:hasParticipant")[0]: claim for claim in find("cv:Participation")}
    assert {node: claim.objects("cv:role")[0] for node, claim in found.items()} == {
        OFFICE_IRI: concept("role", "organizer"),
        AGENCY_IRI: concept("role", "participant"),
        RAHMA: concept("role", "attendee"),
    }
    assert found[RAHMA].objects("kg:representing") == (OFFICE_IRI,)
    assert found[RAHMA].spans == (LED,)


def test_planned_event_is_no_event() -> None:
    (claim,) = find("kg:MentionedEvent")
    assert claim.objects("kg:modality") == ('"planned"',)
    assert "schema:Event" not in claim.classes


def test_speakers() -> None:
    (quotation,) = find("schema:Quotation")
    assert quotation.objects("kg:speaker") == (RAHMA,)
    assert quotation.objects("prov:wasQuotedFrom") == (f"<{mint_sentence(map_one().iri, cut('“Kami'))}>",)
    speakers = {
        name for claim in find("kg:ReportedStatement") for name, _ in claim.facts if "speaker" in name
    }
    assert speakers == {"kg:speakerWithheld", "kg:speakerText"}


def test_pledges() -> None:
    (plain,) = find("schema:Quotation")
    assert plain.objects("kg:pledge") == plain.objects("kg:due") == ()
    told = msgspec.structs.replace(RECORD.statements[0], pledge=True, due="akhir Maret")
    (promised,) = find("schema:Quotation", msgspec.structs.replace(RECORD, statements=(told,)))
    assert promised.objects("kg:pledge") == ('"true"^^<http://www.w3.org/2001/XMLSchema#boolean>',)
    assert promised.objects("kg:due") == ('"akhir Maret"@id',)


def test_membership() -> None:
    (claim,) = [claim for claim in find("org:Membership") if "kg:TenureClaim" not in claim.classes]
    assert claim.objects("org:member") == (RAHMA,)
    assert claim.objects("org:organization") == (OFFICE_IRI,)
    assert claim.objects("kg:heldPost") == (f"<{BASE}post/kepala-balai-teladan-provinsi-uji>",)
    assert claim.objects("kg:observedOn") == ('"2026-02-05"^^<http://www.w3.org/2001/XMLSchema#date>',)


def test_stated_beginning_of_a_tenure_is_an_interval() -> None:
    (claim,) = find("kg:TenureClaim")
    (interval,) = claim.objects("org:memberDuring")
    triples = set(list_release_triples(map_one(), "run/0"))
    begin = interval.replace("-interval>", "-interval-begin>")
    assert f"{interval} <http://www.w3.org/2006/time#hasBeginning> {begin}" in triples


def test_private_person_is_in_no_triple_but_as_text_of_a_sentence() -> None:
    triples = list(list_release_triples(map_one(), "run/0"))
    assert not [triple for triple in triples if WATI in triple]
    named = [triple for triple in triples if "Wati" in triple]
    assert named
    assert all("oa#exact" in triple or "schema.org/text" in triple for triple in named)


def test_one_naming_for_each_form_with_all_its_places() -> None:
    claims = {claim.objects("kg:surface")[0]: claim for claim in find("kg:Naming")}
    office = claims['"Balai Teladan Provinsi Uji"@id']
    assert len(office.objects("gaf:denotedBy")) == 2
    assert office.spans == (MEETING, LED)
    assert office.objects("dct:spatial") == ("<https://w3id.org/kgraph/region/72>",)
    assert claims['"Rahma"@id'].objects("kg:names") == (RAHMA,)


def test_claim_iris_do_not_change_with_a_judgement() -> None:
    other = link_by_name([RECORD])
    renamed = map_release(RECORD, other, BASE, LEXICON.posts).claims
    merged = msgspec.structs.replace(
        RECORD, institutions=(OFFICE, msgspec.structs.replace(AGENCY, kind="other"))
    )
    again = map_release(merged, link_by_name([merged]), BASE, LEXICON.posts).claims
    assert {claim.iri for claim in renamed} == {claim.iri for claim in again}


def test_mention_between_sentences_is_stated_by_its_line() -> None:
    record = msgspec.structs.replace(RECORD, sentences=())
    spans = {span for claim in find("kg:Naming", record) for span in claim.spans}
    assert spans == {MEETING, LED, cut("“Kami")}


@pytest.mark.parametrize(
    ("start", "end", "observed"),
    [
        ("2026-01-02", None, True),
        ("2026-01", None, True),
        ("2026-01-02", "2026-12-31", True),
        ("2026-01-02", "2026-02-04", False),
        ("2026-03-01", None, False),
        (None, "2026-01-31", False),
        (None, None, False),
    ],
)
def test_release_shows_a_holder_in_the_post_only_where_the_holding_lasts(
    start: str | None, end: str | None, observed: bool
) -> None:
    """The release is of 5 February 2026; who retired before then did not hold the post on that day."""
    tenure = msgspec.structs.replace(RECORD.tenures[0], start=start, end=end)
    (claim,) = find("kg:TenureClaim", msgspec.structs.replace(RECORD, tenures=(tenure,)))
    assert bool(claim.objects("kg:observedOn")) is observed
    assert bool(claim.objects("kg:dateUnknown")) is (start is None and end is None)
