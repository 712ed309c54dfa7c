"""Namespaces and terms that code names; ``ontology/`` defines our own."""

BASE = "https://w3id.org/kgraph/"
"""Where the IRIs of resources begin unless another base is given."""

KG = "https://w3id.org/kgraph/ontology#"
"""Our own terms."""

INSTITUTION_KINDS = (
    "ministry",
    "central-agency",
    "central-regional-office",
    "province",
    "regency-city",
    "regional-agency",
    "police",
    "military",
    "immigration",
    "court-prosecution",
    "university-school",
    "company",
    "ngo-union",
    "media",
    "international",
    "foreign-government",
    "legislature",
    "village",
    "other",
)

EVENT_TYPES = (
    "meeting",
    "visit",
    "audience",
    "signing",
    "outreach",
    "training",
    "repatriation",
    "handover",
    "interdiction",
    "send-off",
    "talk",
    "inspection",
    "inauguration",
    "ceremony",
    "other",
)

ISSUES = (
    "trafficking",
    "people-smuggling",
    "irregular-migration",
    "violence-against-women",
    "child-protection",
    "worker-protection",
    "placement",
    "skills-training",
    "economic-empowerment",
    "repatriation",
    "health",
    "social-security",
    "data-exchange",
    "financing",
    "education",
    "legal-aid",
    "corruption",
    "drugs",
    "disaster",
    "labour-rights",
    "seafarers",
    "public-service",
    "digitalisation",
    "governance",
    "gender-equality",
    "disability",
    "food-security",
    "environment",
    "tourism-culture",
    "other",
)

AGREEMENT_KINDS = ("mou", "pks", "commitment", "plan", "decree")
COLLABORATION_BASES = ("meeting", "signing", "joint-action", "handover", "stated")
MODALITIES = ("planned", "cancelled", "denied", "past")
PARTICIPATION_ROLES = ("organizer", "participant", "attendee")

PUBLIC_KINDS = frozenset(INSTITUTION_KINDS) - {
    "university-school",
    "company",
    "ngo-union",
    "media",
    "international",
    "other",
}
"""Kinds whose bodies are of the state or of a local or foreign government."""

SUBUNIT_KINDS = frozenset({"central-regional-office"})
"""Kinds whose bodies are units of a larger body by law."""

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
OWL = "http://www.w3.org/2002/07/owl#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCT = "http://purl.org/dc/terms/"
FOAF = "http://xmlns.com/foaf/0.1/"
SCHEMA = "https://schema.org/"
ORG = "http://www.w3.org/ns/org#"
PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
SEM = "http://semanticweb.cs.vu.nl/2009/11/sem/"
CV = "http://data.europa.eu/m8g/"
TIME = "http://www.w3.org/2006/time#"
GAF = "http://groundedannotationframework.org/gaf#"
WDT = "http://www.wikidata.org/prop/direct/"

PREFIXES = {
    "cv": CV,
    "dct": DCT,
    "foaf": FOAF,
    "gaf": GAF,
    "kg": KG,
    "oa": OA,
    "org": ORG,
    "owl": OWL,
    "prov": PROV,
    "rdf": RDF,
    "rdfs": RDFS,
    "schema": SCHEMA,
    "sem": SEM,
    "skos": SKOS,
    "time": TIME,
    "wdt": WDT,
    "xsd": XSD,
}
"""The prefixes that files and questions use."""

TERMS = frozenset(
    """
    kg:Agreement kg:Claim kg:Collaboration kg:EventDate kg:EventPlace kg:MentionedEvent kg:Naming
    kg:ReportedStatement kg:Tenure kg:TenureClaim kg:Tie kg:Topic
    kg:aboutText kg:acronym kg:adminLevel kg:agreementKind kg:basis kg:dateUnknown kg:direct kg:event
    kg:eventCount kg:firstDate kg:heldPost kg:inRelease kg:kindAsGiven kg:lastDate kg:linkReason kg:modality
    kg:names kg:observedOn kg:onDate kg:onIssue kg:party kg:partyText kg:postText kg:regionAsGiven
    kg:releaseCount kg:representing kg:sha256 kg:speaker kg:speakerText kg:speakerWithheld kg:statedEnd
    kg:statedIn kg:statedStart kg:supportedBy kg:surface
    cv:AdminUnit cv:Participation cv:PublicOrganisation cv:hasParticipant cv:hasParticipation cv:role
    dct:identifier dct:language dct:spatial dct:subject dct:title dct:type
    foaf:Person gaf:denotedBy
    oa:SpecificResource oa:TextPositionSelector oa:TextQuoteSelector oa:end oa:exact oa:hasSelector
    oa:hasSource oa:start
    org:FormalOrganization org:Membership org:Organization org:OrganizationalUnit org:Post
    org:classification org:linkedTo org:member org:memberDuring org:memberOf org:organization org:postIn
    prov:Activity prov:Entity prov:SoftwareAgent prov:used prov:wasAssociatedWith prov:wasGeneratedBy
    prov:wasQuotedFrom
    rdf:type rdfs:label
    schema:AdministrativeArea schema:Event schema:NewsArticle schema:Person schema:Quotation schema:about
    schema:attendee schema:containedInPlace schema:dateline schema:datePublished schema:endDate
    schema:location schema:name schema:organizer schema:publisher schema:softwareVersion schema:startDate
    schema:text schema:url
    sem:Event sem:Temporary sem:eventType sem:hasActor sem:hasEarliestBeginTimeStamp
    sem:hasEarliestEndTimeStamp sem:hasLatestBeginTimeStamp sem:hasLatestEndTimeStamp
    skos:altLabel skos:prefLabel
    time:Instant time:Interval time:hasBeginning time:hasEnd time:inXSDDate
    wdt:P2588
    """.split()
)
"""All terms that code writes, as CURIEs; :func:`expand` refuses others, so a typing error cannot become a term."""

CONCEPTS = BASE
"""Where concepts and regions begin, whatever base resources have: they are the same for every graph."""


def expand(curie: str) -> str:
    """Return the IRI of a term that the program writes.

    Raises:
        KeyError: The term is not one of :data:`TERMS`.

    >>> expand("kg:statedIn")
    'https://w3id.org/kgraph/ontology#statedIn'
    """
    if curie not in TERMS:
        raise KeyError(curie)
    prefix, name = curie.split(":")
    return PREFIXES[prefix] + name
