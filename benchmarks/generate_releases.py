"""Write made-up releases as JSON Lines, or as web pages: the same number and seed give the same bytes."""

import argparse
import csv
import json
import random
import sys
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from made_up_pages import CARDS, PageMaker

HERE = Path(__file__).parent
REGIONS = HERE.parent / "data" / "registry" / "regions.csv"
LEVELS = {"regency": "Kabupaten", "city": "Kota"}
FIRST_DAY = date(2024, 1, 1)


def read_regions() -> list[dict[str, str]]:
    """Return regencies and cities, each with the name of its province."""
    with REGIONS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    provinces = {row["code"]: row["name"] for row in rows if row["level"] == "province"}
    return [
        {"place": row["name"], "level": LEVELS[row["level"]], "province": provinces[row["parent"]]}
        for row in rows
        if row["level"] in LEVELS
    ]


def write_paragraphs(
    wording: dict[str, Any], region: dict[str, str], day: date, chance: random.Random
) -> dict[str, str]:
    """Return title and text of one release."""

    def pick(kind: str) -> str:
        return chance.choice(wording[kind])

    def name() -> str:
        return f"{pick('given')} {pick('family')}"

    place = region["place"]
    parts = {
        "place": place,
        "city": place,
        "City": place,
        "CITY": place.upper(),
        "level_place": f"{region['level']} {place}",
        "province": region["province"],
        "day": str(day.day),
        "month": str(day.month),
        "year": str(day.year),
        "month_name": wording["months"][day.month - 1],
        "weekday": wording["weekdays"][day.weekday()],
        "topic": pick("topics"),
        "count": str(chance.randrange(11, 400)),
        "speaker": name(),
        "second": name(),
    }
    parts |= {role: pick(f"{role}s").format_map(parts) for role in ("host", "guest", "third")}
    bodies = {role: parts[role].replace(" (BP3MI)", "") for role in ("host", "guest")}
    parts["post"] = pick("posts").format(body=bodies["guest"])
    parts["second_post"] = pick("posts").format(body=bodies["host"])
    parts["date"] = pick("dates").format_map(parts)
    told = {
        kind: [line.format_map(parts) for line in chance.sample(wording[kind], number)]
        for kind, number in (("seconds", 2), ("quotes", 2), ("reports", 3), ("background", 4))
    }
    paragraphs = [
        pick("datelines").format_map(parts) + pick("leads").format_map(parts),
        " ".join([told["seconds"][0], told["background"][0]]),
        told["quotes"][0],
        " ".join([told["reports"][0], told["background"][1]]),
        " ".join([told["seconds"][1], told["reports"][1]]),
        told["quotes"][1],
        " ".join([told["background"][2], told["background"][3], told["reports"][2]]),
        pick("closings").format_map(parts),
    ]
    return {"title": pick("titles").format_map(parts), "text": "\n\n".join(paragraphs)}


def generate_rows(number: int, seed: int) -> Iterator[dict[str, str]]:
    """Yield rows with id, url, title, published and text."""
    chance = random.Random(seed)
    wording = tomllib.loads((HERE / "wording.toml").read_text("utf-8"))
    regions = read_regions()
    for index in range(number):
        day = FIRST_DAY + timedelta(days=chance.randrange(900))
        written = write_paragraphs(wording, chance.choice(regions), day, chance)
        yield {
            "id": f"made-up-{index:06}",
            "url": f"https://example.org/siaran-pers/{index:06}",
            "published": day.isoformat(),
            **written,
        }


def generate_pages(number: int, seed: int) -> Iterator[tuple[dict[str, str], str]]:
    """Yield the rows, each with its web page."""
    maker = PageMaker(seed)
    others = list(generate_rows(CARDS, seed + 1))
    for row in generate_rows(number, seed):
        yield row, maker.make_page(row, others)
        others = [*others[1:], row]


def main() -> None:
    """Write the rows to standard output, or the pages to files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("number", type=int, nargs="?", default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--html", type=Path, metavar="FOLDER", help="write one page a release into this folder"
    )
    options = parser.parse_args()
    if options.html:
        options.html.mkdir(parents=True, exist_ok=True)
        for row, page in generate_pages(options.number, options.seed):
            (options.html / f"{row['id']}.html").write_text(page, encoding="utf-8")
        return
    for row in generate_rows(options.number, options.seed):
        sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
