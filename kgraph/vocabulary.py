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
