"""Measure on one core how fast text becomes records, beside two things to compare it with.

One is ``trafilatura.extract`` on web pages of the same releases, the other the least that any
reading of a text needs: its sentences, all phrases of the lexicon in it, and its dates.
"""

import argparse
import hashlib
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterable
from datetime import date
from itertools import chain

from generate_releases import generate_pages, generate_rows

from kgraph.extraction.dates import find_dates
from kgraph.lexicon.load import Lexicon, load_lexicon
from kgraph.lexicon.matcher import PhraseMatcher
from kgraph.pipeline import extract_releases
from kgraph.records import Release, Zone
from kgraph.text.sentences import build_layout

FIRST = 1000
"""Releases after which memory is looked at for the first time."""
KIB_PER_UNIT = 1 / 1024 if sys.platform == "darwin" else 1


def make_release(row: dict[str, str]) -> Release:
    """Return a row as the value that extraction starts from."""
    return Release(
        id=row["id"],
        url=row["url"],
        title=row["title"],
        published=row["published"],
        body=row["text"],
        sha256=hashlib.sha256(row["text"].encode()).hexdigest(),
    )


def measure_memory(number: int, seed: int, lexicon: Lexicon) -> None:
    """Print the peak of memory after the first releases of a stream and after all."""
    releases = map(make_release, generate_rows(number, seed))
    for count, _ in enumerate(extract_releases(releases, lexicon), start=1):
        if count in {FIRST, number}:
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KIB_PER_UNIT / 1024
            print(f"peak memory after {count:7} releases {peak:8.1f} MB", flush=True)


def build_floor(lexicon: Lexicon) -> Callable[[Release], None]:
    """Return a function that cuts a text into sentences and finds all known phrases and the dates in it."""
    matcher = PhraseMatcher(
        chain(
            lexicon.agreements.meanings,
            lexicon.body_heads.by_form,
            lexicon.event_cues.meanings,
            lexicon.honorifics.title_set,
            lexicon.issues.cues,
            lexicon.posts.phrase_set,
            lexicon.regions.by_form,
            lexicon.speech.forms,
            lexicon.speech.unnamed,
            lexicon.tenures.kinds,
        )
    )

    def read(release: Release) -> None:
        zones = (Zone(start=0, end=len(release.body), kind="body"),)
        build_layout(release.body, zones, lexicon)
        for _ in matcher.find_phrases(release.body):
            pass
        find_dates(release.body, near=date.fromisoformat(release.published or ""), lexicon=lexicon)

    return read


def use_up(results: Iterable[object]) -> None:
    """Take results one by one and keep none, as a stream of releases is read."""
    for _ in results:
        pass


def measure(work: Callable[[], None]) -> float:
    """Return the seconds of CPU that some work takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def measure_speed(number: int, seed: int, repeats: int, lexicon: Lexicon) -> None:
    """Print the time a release takes in each of the three ways, and the ratios of the least times."""
    import trafilatura  # here, so that it is no part of the memory measured before

    rows, pages = zip(*generate_pages(number, seed), strict=True)
    releases = [make_release(row) for row in rows]
    read_floor = build_floor(lexicon)
    works: dict[str, Callable[[], None]] = {
        "trafilatura.extract": lambda: use_up(map(trafilatura.extract, pages)),
        "text to record": lambda: use_up(extract_releases(releases, lexicon)),
        "floor": lambda: use_up(map(read_floor, releases)),
    }
    characters = sum(len(release.body) for release in releases) / number
    kilobytes = sum(len(page.encode()) for page in pages) / number / 1000
    print(f"{number} releases of {characters:.0f} characters, pages of {kilobytes:.1f} kB")
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(repeats + 1):
        for name, work in works.items():
            times[name].append(measure(work) / number * 1000)
    least = {}
    for name, found in times.items():
        # The first round fills caches of words and patterns.
        least[name], median = min(found[1:]), statistics.median(found[1:])
        print(f"{name:20} least {least[name]:7.3f} ms  median {median:7.3f} ms", flush=True)
    page, record, floor = least.values()
    print(f"text to record is {page / record:.1f} times as fast as trafilatura on the page")
    print(f"text to record costs {record / floor:.1f} times the floor")


def main() -> None:
    """Measure memory first, then speed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--releases", type=int, default=200, help="how many are timed")
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--memory", type=int, default=10_000, help="how many are streamed; 0 for none")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    lexicon = load_lexicon()
    if options.memory:
        measure_memory(options.memory, options.seed, lexicon)
    measure_speed(options.releases, options.seed, options.repeats, lexicon)


if __name__ == "__main__":
    main()
