"""From two generations of a graph to what is new, gone or other."""

from kgraph.comparing.agreements import compare_agreements
from kgraph.comparing.contents import Contents, read_contents
from kgraph.comparing.drafts import Pair, Selection, Teller
from kgraph.comparing.dumps import count_claims
from kgraph.comparing.hiding import Cover
from kgraph.comparing.identities import compare_identities
from kgraph.comparing.institutions import compare_institutions
from kgraph.comparing.posts import compare_posts
from kgraph.comparing.releases import compare_releases
from kgraph.comparing.report import Report, Side
from kgraph.comparing.sentences import Quoter
from kgraph.comparing.succession import Succession, find_succession
from kgraph.comparing.ties import compare_ties
from kgraph.errors import InputError
from kgraph.graph.opening import Graph


def compare_graphs(
    old: Graph,
    new: Graph,
    *,
    institutions: frozenset[str] | None = None,
    issue: str | None = None,
    limit: int | None = None,
    hidden: frozenset[str] = frozenset(),
) -> Report:
    """Return what is new, gone or other in one generation against an older one.

    Args:
        old: The older generation.
        new: The newer one.
        institutions: IRIs, in either generation, of institutions; only changes about these, or about
            what they were or became, are told.
        issue: The IRI of an issue; only releases, ties and agreements on it are told.
        limit: How many changes of each sort are told; they are counted all the same.
        hidden: Hashes of the names of persons of whom nothing is told.

    Raises:
        InputError: The IRIs of the generations do not begin alike, so that nothing in them compares, or
            a dump is damaged.
        QueryError: A store broke while it was asked.
    """
    check_bases(old, new)
    counts = count_claims(old.graph_file, new.graph_file, base=new.base)
    covers = Cover(old, hidden), Cover(new, hidden)
    before, after = (
        read_contents(graph, issue=issue, hidden=cover.persons)
        for graph, cover in zip((old, new), covers, strict=True)
    )
    pair = Pair(old=before, new=after, entities=_follow(before, after))
    bodies = _extend(institutions, pair.entities) if institutions is not None else None
    selection = Selection(bodies=bodies, limit=limit)
    teller = Teller(selection, Quoter(old, covers[0]), Quoter(new, covers[1]))
    return Report(
        old=Side(generation=old.generation.name, releases=len(before.releases)),
        new=Side(generation=new.generation.name, releases=len(after.releases)),
        about=tuple(sorted(bodies)) if bodies is not None else None,
        issue=issue,
        releases=compare_releases(pair, teller, counts=counts, covers=covers, issue=issue),
        institutions=None if issue else compare_institutions(pair, teller),
        identities=None if issue else compare_identities(pair, teller),
        ties=compare_ties(pair, teller),
        posts=None if issue else compare_posts(pair, teller),
        agreements=compare_agreements(pair, teller, covers=covers, issue=issue),
    )


def check_bases(old: Graph, new: Graph) -> None:
    """Do nothing if the IRIs of two generations begin alike.

    Raises:
        InputError: They do not.
    """
    if old.base != new.base:
        message = (
            f"its IRIs begin with {new.base} and the older one's with {old.base}: nothing in them compares"
        )
        raise InputError(message, path=new.generation)


def _follow(old: Contents, new: Contents) -> Succession:
    entities = new.bodies.keys() | new.persons.keys()

    def find_same(node: str) -> str | None:
        return node if node in entities else None

    return find_succession(old.namings, new.namings, find_same)


def _extend(institutions: frozenset[str], entities: Succession) -> frozenset[str]:
    """Return institutions with what they were and what they became."""
    related = [
        entities.before.get(node, frozenset()) | entities.after.get(node, frozenset())
        for node in institutions
    ]
    return institutions.union(*related)
