"""How the time of extraction grows on texts that repeat one phrase: twice the text, about twice the time."""

import hashlib
import time

from kgraph.lexicon.load import load_lexicon
from kgraph.pipeline import extract_release
from kgraph.records import Release

SIZE = 50_000
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
    "“a” kata Andi. ",
    '"a" ',
    "Senin (3/2/2026) ",
    "12/3 ",
    "Sulawesi Tengah ",
)


def measure(phrase: str, size: int) -> float:
    body = phrase * (size // len(phrase))
    release = Release(id="x", body=body, sha256=hashlib.sha256(body.encode()).hexdigest())
    start = time.process_time()
    extract_release(release, LEXICON)
    return time.process_time() - start


LEXICON = load_lexicon()

if __name__ == "__main__":
    measure("Kepala BP3MI Aceh, Siti, hadir. ", SIZE)
    print(f"{'seconds for ' + str(2 * SIZE):>20}  {'ratio to half':>13}  phrase")
    for phrase in PHRASES:
        half, whole = measure(phrase, SIZE), measure(phrase, 2 * SIZE)
        print(f"{whole:20.2f}  {whole / half:13.1f}  {phrase.strip()}")
