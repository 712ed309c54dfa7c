"""How the time of extraction grows on texts that repeat one phrase: twice the text, about twice the time.

Ends with exit code 1 where a text takes more than a second per 100,000 characters, or where
twice the text takes much more than twice the time.
"""

import argparse
import hashlib
import sys
import time
from collections.abc import Iterable, Iterator

from kgraph.lexicon.load import load_lexicon
from kgraph.pipeline import extract_release
from kgraph.records import Release

SIZE = 50_000
_SHOWN = 60
PHRASES = (
    "rapat ",
    "rapat di Palu bersama BP3MI Sulteng, ",
    "menandatangani nota kesepahaman dengan Polda Sulteng ",
    "A dan B menandatangani MoU. Polres Palu dan Polda Sulteng menandatangani nota kesepahaman. ",
    "bekerja sama dengan Polda Sulteng dan ",
    "Dinas Sosial dan ",
    "Kepala ",
    "Menteri P2MI Andi Santosi, ",
    "Andi, S.H., M.H., ",
    "Dr. ",
    "BP3MI (BP3MI) ",
    "Dinas ((",
    "Aliansi ",
    "Aliansi Perhimpunan ",
    "Seksi Bidang ",
    "Seksi Bidang Dinas ",
    "Pusat Layanan ",
    "Bank Wakaf Mikro ",
    "Badan Pekerja Sinode ",
    "bertekad untuk ",
    "jf ",
    "MoU dengan Dinas Sosial Kota Palu tentang X " * 60 + ". ",
    "ahli waris ",
    "Call Center ",
    "Programme Coordinator ",
    "“a” kata Andi. ",
    '"a" ',
    "Senin (3/2/2026) ",
    "12/3 ",
    "Sulawesi Tengah ",
    "“",
    "” ",
    "‘a b c d e’ ",
    "“a “b” ",
    "(",
    ")",
    "((a) ",
    "1",
    "1 ",
    "1. ",
    "2026 ",
    "\n",
    "a\n",
    "A\n\n",
    "Budi ",
    "Budi Santoso ",
    "BUDI ",
    "Budi, ",
    "dan ",
    "A dan ",
    ",",
    ", ",
    "a, ",
    ". ",
    "A. ",
    "a.b",
    "-",
    "A-",
    "/",
    "yang ",
    "akan ",
    "kata Budi, ",
    "Budi mengatakan ",
    "ujarnya. ",
    "Hal itu disampaikan Budi. ",
    "di ",
    "di Palu, ",
    "tanggal 3 ",
    "3 Februari ",
    "Senin ",
    "Senin, Selasa ",
    "kemarin ",
)


LEXICON = load_lexicon()
LIMIT = 1.0
"""Seconds that 100,000 characters may take."""
WORST_RATIO = 3.0
"""What twice the text may cost, times that of the text; less than this is noise of the machine."""


def measure(phrase: str, size: int) -> float:
    """Return the seconds of CPU that a text takes which repeats a phrase."""
    body = phrase * (size // len(phrase))
    release = Release(id="x", body=body, sha256=hashlib.sha256(body.encode()).hexdigest())
    start = time.process_time()
    extract_release(release, LEXICON)
    return time.process_time() - start


def list_cues() -> Iterator[str]:
    """Yield the phrases of the lexicon that a text is searched for."""
    words = LEXICON
    yield from words.agreements.meanings
    yield from words.body_heads.by_form
    yield from words.event_cues.meanings
    yield from words.honorifics.title_set
    yield from words.issues.cues
    yield from words.posts.phrase_set
    yield from words.speech.forms
    yield from words.speech.unnamed
    yield from words.tenures.kinds


def report(phrases: Iterable[str], size: int) -> bool:
    """Print the times of texts that repeat a phrase and are slow; tell whether there are any."""
    slow = False
    for phrase in phrases:
        half, whole = measure(phrase, size // 2), measure(phrase, size)
        limit = LIMIT * size / 100_000
        bad = whole > limit or (whole > limit / 4 and whole > WORST_RATIO * half)
        if bad or whole > limit / 2:
            print(
                f"{whole:8.2f}  {whole / half:6.1f}  {'slow' if bad else '':4}  {phrase[:_SHOWN]!r}",
                flush=True,
            )
        slow |= bad
    return slow


def main() -> int:
    """Measure the family of hostile texts, and with ``--cues`` a text for each phrase of the lexicon."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", type=int, default=100_000, help="characters of a text")
    parser.add_argument("--cues", action="store_true", help="repeat every phrase of the lexicon, too")
    parser.add_argument("--every", type=int, default=1, help="with --cues: take one phrase of so many")
    options = parser.parse_args()
    measure("Kepala BP3MI Aceh, Siti, hadir. ", options.size)
    print(f"{'seconds':>8}  {'ratio':>6}        phrase (ratio: to half the text)")
    slow = report(PHRASES, options.size)
    if options.cues:
        cues = sorted(set(list_cues()))[:: options.every]
        slow |= report((f"{form(cue)} " for cue in cues for form in (str, str.title)), options.size)
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
