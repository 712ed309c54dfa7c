"""Web pages of made-up releases, built like those of an agency's content system."""

import random
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

import jinja2
from markupsafe import Markup

HERE = Path(__file__).parent
CARDS = 12
SHARED = ("facebook", "x", "whatsapp", "telegram", "linkedin", "email")
STYLES = {"global-styles": 120, "instansi-theme": 210, "elementor-frontend": 60}
SCRIPTS = {"wp-emoji-settings": 20, "instansi-theme": 34, "statistics": 16}
PARTS = ("entry", "card", "widget", "menu", "site", "nav", "footer", "share", "topbar", "related")
DECLARATIONS = (
    "margin:{a}px {b}px",
    "padding:{a}px",
    "color:#{c:06x}",
    "background-color:#{c:06x}",
    "font-size:{a}px",
    "line-height:1.{a}",
    "border-radius:{a}px",
    "transition:all .{a}s ease-in-out",
    "box-shadow:0 {a}px {b}px rgba(0,0,0,.{a})",
)


class PageMaker:
    """Makes pages; what does not depend on the release is the same on all of them, as on one site."""

    def __init__(self, seed: int) -> None:
        chance = random.Random(seed)
        furniture = tomllib.loads((HERE / "page.toml").read_text("utf-8"))
        environment = jinja2.Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
        self._template = environment.from_string((HERE / "page.html.j2").read_text("utf-8"))
        self._site = {
            **furniture,
            "styles": {name: Markup(write_rules(chance, n)) for name, n in STYLES.items()},
            "scripts": {name: Markup(write_code(chance, n)) for name, n in SCRIPTS.items()},
            "icons": {name: write_path(chance) for name in (*SHARED, "search", "logo")},
            "shared": SHARED,
        }

    def make_page(self, row: Mapping[str, str], others: Sequence[Mapping[str, str]]) -> str:
        """Return the page of a release; ``others`` are what it lists as related."""
        number = 4000 + int(row["id"].rpartition("-")[2])
        return self._template.render(
            **self._site, **row, number=number, others=others, paragraphs=row["text"].split("\n\n")
        )


def write_rules(chance: random.Random, number: int) -> str:
    """Return rules of CSS."""
    rules = []
    for _ in range(number):
        names = [f".{chance.choice(PARTS)}-{chance.choice(PARTS)}" for _ in range(chance.randint(1, 3))]
        told = [
            text.format(a=chance.randrange(40), b=chance.randrange(90), c=chance.randrange(1 << 24))
            for text in chance.sample(DECLARATIONS, chance.randint(1, 4))
        ]
        rules.append(f"{' '.join(names)}{{{';'.join(told)}}}")
    return "".join(rules)


def write_code(chance: random.Random, number: int) -> str:
    """Return lines of JavaScript."""
    return "\n".join(
        f'window.instansi=window.instansi||{{}};instansi["{chance.choice(PARTS)}{line}"]=function(e,t){{'
        f'var n=document.querySelectorAll(".{chance.choice(PARTS)}-{chance.choice(PARTS)}");'
        f"for(var r=0;r<n.length;r++){{if(n[r].offsetTop>{chance.randrange(900)}&&t!==e)"
        f'{{n[r].classList.toggle("is-{chance.choice(PARTS)}");}}}}return "{chance.getrandbits(96):x}";}};'
        for line in range(number)
    )


def write_path(chance: random.Random) -> str:
    """Return the path of an icon."""
    steps = (
        f"{chance.choice('clsq')}{chance.randrange(-900, 900) / 10} {chance.random() * 50:.2f}"
        for _ in range(70)
    )
    return f"M256 8{' '.join(steps)}z"
