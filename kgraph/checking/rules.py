"""What must hold in every graph, as questions whose answers are the faults.

Absence is written with MINUS: FILTER NOT EXISTS over a whole graph is quadratic in the store.
"""

import msgspec

from kgraph.vocabulary import PREFIXES


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """A question whose column ``place`` names the nodes at fault, and what to say of each."""

    message: str
    query: str

    @property
    def sparql(self) -> str:
        """The question with all prefixes declared."""
        return "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in sorted(PREFIXES.items())) + self.query


def _lacks(message: str, subject: str, required: str) -> Rule:
    return Rule(message=message, query=f"SELECT DISTINCT ?place {{ {subject} MINUS {{ {required} }} }}")


def _many(message: str, pattern: str, variable: str, condition: str) -> Rule:
    counted = f"HAVING (COUNT(DISTINCT ?{variable}) {condition})"
    return Rule(message=message, query=f"SELECT ?place {{ {pattern} }} GROUP BY ?place {counted}")


RULES = (
    _lacks("a claim that no sentence states", "?place a kg:Claim", "?place kg:statedIn ?sentence"),
    _lacks(
        "a claim whose sentence is not described",
        "?place a kg:Claim ; kg:statedIn ?sentence",
        "?sentence a oa:SpecificResource",
    ),
    _lacks("a claim of no release", "?place a kg:Claim", "?place kg:inRelease ?release"),
    _many("a claim of several releases", "?place kg:inRelease ?release", "release", "> 1"),
    _lacks(
        "a claim of a release that is not described",
        "?place kg:inRelease ?release",
        "?release a schema:NewsArticle",
    ),
    _many("a release with several texts", "?place a schema:NewsArticle ; kg:sha256 ?hash", "hash", "> 1"),
    _lacks("a release without the hash of its text", "?place a schema:NewsArticle", "?place kg:sha256 ?hash"),
    _lacks(
        "a sentence without a position",
        "?place a oa:SpecificResource",
        "?place oa:hasSelector ?selector . ?selector a oa:TextPositionSelector ; oa:start ?a ; oa:end ?z",
    ),
    _lacks(
        "a sentence without a quote",
        "?place a oa:SpecificResource",
        "?place oa:hasSelector ?selector . ?selector a oa:TextQuoteSelector ; oa:exact ?text",
    ),
    _many("a sentence of several releases", "?place oa:hasSource ?release", "release", "> 1"),
    Rule(
        message="a sentence of another release than its claim",
        query="SELECT DISTINCT ?place { ?place kg:inRelease ?release ; kg:statedIn ?sentence ."
        " ?sentence oa:hasSource ?source FILTER(?source != ?release) }",
    ),
    _lacks("a collaboration without parties", "?place a kg:Collaboration", "?place kg:party ?party"),
    _many(
        "a collaboration without two parties", "?place a kg:Collaboration ; kg:party ?party", "party", "!= 2"
    ),
    _lacks("a tie without parties", "?place a kg:Tie", "?place kg:party ?party"),
    _many("a tie without two parties", "?place a kg:Tie ; kg:party ?party", "party", "!= 2"),
    _lacks(
        "a tie that no claim supports", "?place a kg:Tie", "?place kg:supportedBy ?claim . ?claim a kg:Claim"
    ),
    _lacks(
        "a tie whose parties are not those of a claim that supports it",
        "?place a kg:Tie ; kg:supportedBy ?claim ; kg:party ?party",
        "?claim kg:party ?party",
    ),
    _lacks(
        "a tenure that no claim supports",
        "?place a kg:Tenure",
        "?place kg:supportedBy ?claim . ?claim a kg:Claim",
    ),
    _lacks("a support that is no claim", "?node kg:supportedBy ?place", "?place a kg:Claim"),
    _lacks(
        "a link of two institutions that no claim supports",
        "?place org:linkedTo ?other",
        "?claim a kg:Collaboration ; kg:party ?place, ?other",
    ),
    _lacks(
        "a membership that no claim supports",
        "?place org:memberOf ?body",
        "?claim a org:Membership, kg:Claim ; org:member ?place ; org:organization ?body",
    ),
    _lacks("an event that is no claim", "?place a schema:Event", "?place a kg:Claim"),
    _lacks("an event without a type", "?place a schema:Event", "?place sem:eventType ?type"),
    _lacks(
        "an event with a date that is neither told nor told to be unknown",
        "?place a schema:Event",
        "{ ?place schema:startDate ?date } UNION { ?place kg:dateUnknown true }",
    ),
    _lacks(
        "somebody at an event whom no claim puts there",
        "?event schema:attendee|schema:organizer ?place",
        "?claim a cv:Participation ; kg:event ?event ; cv:hasParticipant ?place",
    ),
    _lacks("a membership of nobody", "?place a org:Membership", "?place org:member ?person"),
    _lacks(
        "a membership without institution and post",
        "?place a org:Membership",
        "{ ?place org:organization ?body } UNION { ?place kg:postText ?post }",
    ),
    _lacks(
        "a statement without a speaker",
        "{ ?place a schema:Quotation } UNION { ?place a kg:ReportedStatement }",
        "?place kg:speaker|kg:speakerText|kg:speakerWithheld ?speaker",
    ),
    _lacks("an agreement without a party", "?place a kg:Agreement", "?place kg:party|kg:partyText ?party"),
    _lacks(
        "a name that means nothing",
        "?place a kg:Naming",
        "?place kg:names ?entity . ?entity skos:prefLabel ?label",
    ),
    _lacks("an institution without a kind", "?place a org:Organization", "?place org:classification ?kind"),
    _lacks("an institution without a label", "?place a org:Organization", "?place skos:prefLabel ?label"),
    _many("a node with several labels", "?place a org:Organization ; skos:prefLabel ?label", "label", "> 1"),
    _lacks("a person without a label", "?place a schema:Person", "?place skos:prefLabel ?label"),
    _lacks(
        "a kind, type or issue that is not described",
        "?node org:classification|sem:eventType|kg:onIssue|kg:agreementKind|cv:role ?place",
        "?place a skos:Concept",
    ),
    _lacks(
        "a region that is not described",
        "?node dct:spatial ?place",
        "?place a schema:AdministrativeArea ; wdt:P2588 ?code",
    ),
)
"""All rules; a graph that the program has built answers none of them."""
