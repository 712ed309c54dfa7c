"""A network as one page that needs nothing else; the only place that knows pyvis.

Of pyvis we use the data model and the rendering of a template. Its own template loads
files from the network, ``heading``, ``set_options`` and menus take text as markup, and
``add_edge`` looks through all edges each time: so we append to its lists, and what was
read from releases reaches the page only as JSON and as escaped text.
"""

import base64
import hashlib
import json
from pathlib import Path
from typing import Any

import networkx as nx
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from pyvis.network import Network

from kgraph.answers import Table
from kgraph.rendering.content import build_content
from kgraph.rendering.layout import place_nodes
from kgraph.rendering.network import build_network, find_backbone, measure_strength
from kgraph.rendering.styles import load_families, load_scripts, load_style_sheet, load_words

FULL = 400
"""More institutions with ties than this are shown only when asked for."""
CORE = 150
"""Institutions that are shown then."""

_TEMPLATE = "template.html.j2"
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
_OPTIONS = {
    "autoResize": False,
    "physics": {"enabled": False},
    "layout": {"improvedLayout": False, "randomSeed": 1},
    "nodes": {"shape": "dot", "chosen": False, "physics": False},
    "edges": {
        "smooth": False,
        "chosen": False,
        "hoverWidth": 0,
        "selectionWidth": 0,
        "arrows": {"to": {"enabled": False}, "from": {"enabled": False}, "middle": {"enabled": False}},
    },
    "interaction": {
        "dragNodes": False,
        "hideEdgesOnDrag": True,
        "hover": True,
        "multiselect": False,
        "selectConnectedEdges": False,
    },
}


def render_network(
    nodes: Table,
    ties: Table,
    evidence: Table,
    *,
    title: str | None = None,
    mentions: Table | None = None,
    posts: Table | None = None,
    issues: Table | None = None,
) -> str:
    """Return a page that shows who works with whom, with the sentences that say so.

    The page is one HTML text without a link to any file; a policy inside it forbids the network. The same
    tables give the same text.

    Args:
        nodes: Institutions; for their columns and those of the ties see
            :func:`kgraph.rendering.network.build_network`.
        ties: Pairs that work together.
        evidence: Sentences that say so; for their columns and those of the tables that may be missing see
            :func:`kgraph.rendering.content.build_content`.
        title: The page's heading, plain text; without it the heading says what the page shows.
        mentions: Sentences that name an institution.
        posts: Who was said to hold a post in one.
        issues: Names of issues.

    Raises:
        InputError: A tie names an unknown institution, or has no evidence.
    """
    network = build_network(nodes, ties)
    content = build_content(network, evidence, mentions=mentions, posts=posts, issues=issues)
    words = load_words()
    families = load_families()
    content |= {
        "words": words,
        "families": [{"number": n, "id": f.id, "en": f.en} for n, f in enumerate(families)],
        "kinds": [
            {"name": k.name, "id": k.id, "en": k.en, "light": k.light, "dark": k.dark, "family": n}
            for n, family in enumerate(families)
            for k in family.kind
        ],
    }
    drawing = Network(directed=True, cdn_resources="in_line")
    kinds = {kind.name for family in families for kind in family.kind}
    drawing.nodes.extend(_list_nodes(network, content.pop("mentioned"), kinds))
    drawing.edges.extend(_list_edges(network))
    drawing.options = _OPTIONS
    scripts = load_scripts()
    environment = _make_environment()
    environment.globals |= {
        "title": words["id"]["title"] if title is None else title,
        "is_titled": title is not None,
        "words": words,
        "content": content,
        "style": Markup(load_style_sheet()),  # noqa: S704
        "scripts": [Markup(script) for script in scripts],  # noqa: S704
        "policy": format_policy(scripts),
    }
    drawing.templateEnv = environment
    drawing.path = _TEMPLATE
    page: str = drawing.generate_html("network.html")
    return page


def format_policy(scripts: tuple[str, ...]) -> str:
    """Return a policy under which nothing is loaded and only these scripts run."""
    hashes = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
        for script in scripts
    )
    return (
        f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; img-src data: blob:; "
        "base-uri 'none'; form-action 'none'"
    )


def format_data(value: object) -> Markup:
    r"""Return a value as JSON that can stand in a script element.

    >>> format_data({"a": "</script>"})
    Markup('{"a":"\\u003c/script\\u003e"}')
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    for character, escape in _ESCAPES.items():
        text = text.replace(character, escape)
    return Markup(text)  # noqa: S704


def _make_environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).resolve().parent),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    environment.filters["data"] = format_data
    return environment


def _list_nodes(
    network: "nx.MultiDiGraph[str]", mentioned: list[int], kinds: set[str]
) -> list[dict[str, Any]]:
    """Return the nodes as pyvis keeps them.

    ``tall`` is a node's place in a tall window, ``core`` are its places in both among the strongest alone.
    """
    places = place_nodes(network)
    strength = measure_strength(network)
    tied = {name for pair in network.edges() for name in pair}
    core = {name: places[name] for name in tied}
    if len(tied) > FULL:
        core = place_nodes(nx.MultiDiGraph(network.subgraph(find_backbone(network, at_most=CORE))))
    return [
        {
            "id": number,
            "x": places[name].wide[0],
            "y": places[name].wide[1],
            "tall": places[name].tall,
            "core": core.get(name),
            "tied": name in tied,
            "name": data["label"],
            "short": data["short"],
            "kind": data["kind"] if data["kind"] in kinds else "other",
            "region": data["region"],
            "forms": [form for form in data["forms"] if form not in (data["label"], data["short"])],
            "releases": strength[name],
            "mentions": mentioned[number],
        }
        for number, (name, data) in enumerate(network.nodes.items())
    ]


def _list_edges(network: "nx.MultiDiGraph[str]") -> list[dict[str, Any]]:
    numbers = {name: number for number, name in enumerate(network)}
    return [
        {"id": number, "from": numbers[source], "to": numbers[target]}
        for number, (source, target) in enumerate(network.edges())
    ]
