"""How much there is to read."""

from pathlib import Path

from kgraph.reading.counting import count_inputs


def test_pages_and_rows_are_counted(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    for name in ("a.txt", "sub/b.html", "c.pdf", "d.md"):
        (tmp_path / name).write_text("x")
    (tmp_path / "rows.jsonl").write_text("{}\n{}\n")
    (tmp_path / "one.csv").write_text("id,text")
    assert count_inputs([tmp_path]) == 5
    assert count_inputs([tmp_path / "a.txt", str(tmp_path / "rows.jsonl")]) == 3
    assert count_inputs([tmp_path, "-"]) is None
