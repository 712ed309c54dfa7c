"""The words that the JSON-LD of a graph is written in, and the context that says what they mean.

The context stands in the file itself, so that nothing has to be fetched to read it.
"""

import msgspec

from kgraph.vocabulary import PREFIXES, expand


class Word(msgspec.Struct, frozen=True, kw_only=True):
    """A key of JSON and the predicate that it stands for.

    ``coercion`` is "@id" where values are resources, "@language:" and a tag for texts, a datatype
    as a CURIE, or "" for what JSON has itself. ``many`` says that the value is always a list.
    """

    key: str
    term: str
    coercion: str = ""
    many: bool = False


def _word(key: str, term: str, coercion: str = "", *, many: bool = False) -> Word:
    return Word(key=key, term=term, coercion=coercion, many=many)


WORDS = (
    _word("identifier", "dct:identifier"),
    _word("title", "dct:title", "@language:id"),
    _word("name", "skos:prefLabel", "@language:id"),
    _word("label", "schema:name", "@language:id"),
    _word("acronym", "kg:acronym", "@language:id"),
    _word("otherNames", "skos:altLabel", "@language:id", many=True),
    _word("kind", "org:classification", "@id"),
    _word("region", "dct:spatial", "@id"),
    _word("notation", "skos:notation"),
    _word("definition", "skos:definition", "@language:id"),
    _word("inScheme", "skos:inScheme", "@id"),
    _word("broader", "skos:broader", "@id"),
    _word("code", "wdt:P2588"),
    _word("level", "kg:adminLevel"),
    _word("inRegion", "schema:containedInPlace", "@id"),
    _word("url", "schema:url", "xsd:anyURI"),
    _word("published", "schema:datePublished", "xsd:date"),
    _word("publisher", "schema:publisher", "@language:id"),
    _word("dateline", "schema:dateline", "@language:id"),
    _word("inLanguage", "dct:language"),
    _word("sha256", "kg:sha256"),
    _word("about", "dct:subject", "@id", many=True),
    _word("parties", "kg:party", "@id", many=True),
    _word("partyTexts", "kg:partyText", "@language:id", many=True),
    _word("basis", "kg:basis"),
    _word("agreementKind", "kg:agreementKind", "@id"),
    _word("aboutText", "kg:aboutText", "@language:id"),
    _word("eventType", "sem:eventType", "@id"),
    _word("modality", "kg:modality"),
    _word("date", "kg:onDate", "xsd:date"),
    _word("startDate", "schema:startDate", "xsd:date"),
    _word("endDate", "schema:endDate", "xsd:date"),
    _word("dateUnknown", "kg:dateUnknown"),
    _word("place", "schema:location", "@language:id"),
    _word("organizer", "schema:organizer", "@id"),
    _word("event", "kg:event", "@id"),
    _word("generatedBy", "prov:wasGeneratedBy", "@id"),
    _word("participations", "cv:hasParticipation", "@id", many=True),
    _word("participant", "cv:hasParticipant", "@id"),
    _word("role", "cv:role", "@id"),
    _word("representing", "kg:representing", "@id"),
    _word("speaker", "kg:speaker", "@id"),
    _word("speakerText", "kg:speakerText", "@language:id"),
    _word("speakerWithheld", "kg:speakerWithheld"),
    _word("direct", "kg:direct"),
    _word("text", "schema:text", "@language:id"),
    _word("pledge", "kg:pledge"),
    _word("due", "kg:due", "@language:id"),
    _word("names", "kg:names", "@id"),
    _word("surface", "kg:surface", "@language:id"),
    _word("kindAsGiven", "kg:kindAsGiven", "@id"),
    _word("regionAsGiven", "kg:regionAsGiven", "@language:id"),
    _word("places", "gaf:denotedBy", "@id", many=True),
    _word("person", "org:member", "@id"),
    _word("post", "kg:heldPost", "@id"),
    _word("postText", "kg:postText", "@language:id"),
    _word("institution", "org:organization", "@id"),
    _word("postIn", "org:postIn", "@id"),
    _word("observed", "kg:observedOn", "xsd:date"),
    _word("statedStart", "kg:statedStart", "xsd:date"),
    _word("statedEnd", "kg:statedEnd", "xsd:date"),
    _word("during", "org:memberDuring", "@id"),
    _word("issues", "kg:onIssue", "@id", many=True),
    _word("releaseCount", "kg:releaseCount"),
    _word("eventCount", "kg:eventCount"),
    _word("firstDate", "kg:firstDate", "xsd:date"),
    _word("lastDate", "kg:lastDate", "xsd:date"),
    _word("firstSeen", "sem:hasLatestBeginTimeStamp", "xsd:date"),
    _word("lastSeen", "sem:hasEarliestEndTimeStamp", "xsd:date"),
    _word("release", "kg:inRelease", "@id"),
    _word("evidence", "kg:supportedBy", "@id", many=True),
    _word("sentences", "kg:statedIn", "@id", many=True),
    _word("exact", "oa:exact", "@language:id"),
    _word("start", "oa:start"),
    _word("end", "oa:end"),
)
"""The keys of a resource, in the order in which they are written."""

LISTS = (
    "institutions",
    "ties",
    "people",
    "posts",
    "tenures",
    "releases",
    "concepts",
    "regions",
    "provenance",
)
"""The lists of the file, in their order: each holds resources and says nothing of them itself."""

CLAIMS = {
    "events": ("schema:Event",),
    "mentionedEvents": ("kg:MentionedEvent",),
    "collaborations": ("kg:Collaboration",),
    "agreements": ("kg:Agreement",),
    "statements": ("schema:Quotation", "kg:ReportedStatement"),
    "memberships": ("org:Membership",),
    "topics": ("kg:Topic",),
    "eventDates": ("kg:EventDate",),
    "eventPlaces": ("kg:EventPlace",),
    "namings": ("kg:Naming",),
}
"""The lists of a release, by the classes of the claims that they hold."""

SELECTORS = {"quote": "oa:exact", "position": "oa:start"}
"""The two parts of a sentence, each by what only it has."""

CLASSES = {
    name: f"{prefix}:{name}"
    for prefix, names in (
        ("cv", "AdminUnit Participation PublicOrganisation"),
        (
            "kg",
            "Agreement Claim Collaboration EventDate EventPlace MentionedEvent Naming Tenure TenureClaim Tie",
        ),
        ("kg", "ReportedStatement Topic"),
        ("org", "FormalOrganization Membership Organization OrganizationalUnit Post"),
        ("prov", "Activity Entity SoftwareAgent"),
        ("schema", "AdministrativeArea Event NewsArticle Person Quotation"),
        ("sem", "Temporary"),
        ("skos", "Concept"),
    )
    for name in names.split()
}
"""The names of classes; those that are not here are written with their prefixes."""

CLASS_NAMES = {expand(curie): name for name, curie in CLASSES.items()}
WORD_OF = {expand(word.term): word for word in WORDS}


def make_context(base: str) -> dict[str, object]:
    """Return the context: relative IRIs begin at ``base``."""
    context: dict[str, object] = {"@version": 1.1, "@base": base, "id": "@id", "type": "@type"}
    context.update(dict.fromkeys(LISTS, "@included"))
    context.update({key: {"@reverse": "kg:inRelease", "@container": "@set"} for key in CLAIMS})
    context["claims"] = {"@reverse": "kg:inRelease", "@container": "@set"}
    context.update({word.key: _define(word) for word in WORDS})
    context.update({key: {"@id": "oa:hasSelector", "@type": "@id"} for key in SELECTORS})
    context.update(CLASSES)
    context.update(sorted(PREFIXES.items()))
    return context


def _define(word: Word) -> str | dict[str, str]:
    defined = {"@id": word.term}
    if word.coercion.startswith("@language:"):
        defined["@language"] = word.coercion.removeprefix("@language:")
    elif word.coercion:
        defined["@type"] = word.coercion
    if word.many:
        defined["@container"] = "@set"
    return defined if len(defined) > 1 else word.term
