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
LEVELS = ("province", "regency", "city")
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

_NAMES = {
    "kg": (
        "Agreement Claim Collaboration EventDate EventPlace MentionedEvent Naming ReportedStatement "
        "Tenure TenureClaim Tie Topic aboutText acronym adminLevel agreementKind basis dateUnknown "
        "direct due event eventCount firstDate heldPost inRelease kindAsGiven lastDate linkReason "
        "modality names observedOn onDate onIssue party partyText pledge postText regionAsGiven releaseCount "
        "representing sha256 speaker speakerText speakerWithheld statedEnd statedIn statedStart "
        "supportedBy surface"
    ),
    "cv": "AdminUnit Participation PublicOrganisation hasParticipant hasParticipation role",
    "dct": "identifier language spatial subject title type",
    "foaf": "Person",
    "gaf": "denotedBy",
    "oa": ("SpecificResource TextPositionSelector TextQuoteSelector end exact hasSelector hasSource start"),
    "org": (
        "FormalOrganization Membership Organization OrganizationalUnit Post classification linkedTo "
        "member memberDuring memberOf organization postIn"
    ),
    "prov": "Activity Entity SoftwareAgent used wasAssociatedWith wasGeneratedBy wasQuotedFrom",
    "rdf": "type",
    "rdfs": "label",
    "schema": (
        "AdministrativeArea Event NewsArticle Person Quotation about attendee containedInPlace "
        "datePublished dateline endDate location name organizer publisher softwareVersion startDate "
        "text url"
    ),
    "sem": "Event Temporary eventType hasActor hasEarliestEndTimeStamp hasLatestBeginTimeStamp",
    "skos": (
        "Concept ConceptScheme altLabel broader definition hiddenLabel inScheme notation prefLabel "
        "topConceptOf"
    ),
    "time": "Instant Interval hasBeginning hasEnd inXSDDate",
    "wdt": "P2588",
}

_IRIS = {
    f"{prefix}:{name}": PREFIXES[prefix] + name for prefix, names in _NAMES.items() for name in names.split()
}

TERMS = frozenset(_IRIS)
"""All terms of a graph, as CURIEs; code can write no other, so no slip becomes a term."""

CONCEPTS = BASE
"""Where concepts and regions begin, whatever base resources have: they are the same for every graph."""


def expand(curie: str) -> str:
    """Return the IRI of a term that the program writes.

    Raises:
        KeyError: The term is not one of :data:`TERMS`.

    >>> expand("kg:statedIn")
    'https://w3id.org/kgraph/ontology#statedIn'
    """
    return _IRIS[curie]


UNPLACED = "a capitalised phrase that is no known body, person, post or place"
"""The reason of the doubts that tell what the lexicon may lack."""
