"""The shape of the code: sizes, names, and what may stand where."""

import ast
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "kgraph").rglob("*.py"))
MOST_LINES = 400
FORBIDDEN = {"utils", "util", "helpers", "helper", "common", "misc", "base", "core", "manager", "handler"}
CATCHES_ALL = {
    ROOT / "kgraph" / "pipeline.py",  # a fault in one release must not cost a batch the others
    ROOT / "kgraph" / "reading" / "generic_pages.py",  # what a parser of foreign pages raises is not known
}
HEAVY = ("rdflib", "pyoxigraph", "networkx", "trafilatura", "pyvis", "lxml", "scipy", "numpy")


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def list_repository() -> list[Path]:
    """The text files of the project as they are in the checkout, what is ignored left out."""
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout: the list of the project's files comes from git")
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return [ROOT / line for line in listed.stdout.splitlines() if (ROOT / line).is_file()]


def test_there_are_modules() -> None:
    assert len(MODULES) > 20


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_module_is_short(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_name_says_what_the_module_is_about(path: Path) -> None:
    assert not {path.stem, *path.relative_to(ROOT).parts} & FORBIDDEN


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_module_says_what_it_is(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    assert not tree.body or ast.get_docstring(tree)


@pytest.mark.parametrize(
    "path", [path for path in MODULES if "cli" not in path.relative_to(ROOT).parts], ids=name_of
)
def test_only_the_command_line_prints_exits_and_catches_everything(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            assert ast.unparse(node.func) not in {"print", "sys.exit", "exit", "quit", "input"}
        if isinstance(node, ast.ExceptHandler):
            assert node.type is not None
            assert path in CATCHES_ALL or ast.unparse(node.type) not in {"Exception", "BaseException"}


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_import_only_for_types(path: Path) -> None:
    """Such an import hides a cycle, and a cycle is a wrong cut."""
    assert "TYPE_CHECKING" not in path.read_text("utf-8")


def test_no_file_knows_a_machine() -> None:
    absolute = re.compile(r"(?<![\w.:/-])/(?:home|root|Users|work|tmp|mnt|srv)/\w")
    found = []
    for path in list_repository():
        try:
            text = path.read_text("utf-8")
        except UnicodeDecodeError:
            continue
        found += [
            f"{name_of(path)}:{number}"
            for number, line in enumerate(text.splitlines(), start=1)
            if len(line) < 2000 and absolute.search(line)
        ]
    assert found == []


def test_nothing_is_left_to_do() -> None:
    marks = re.compile(r"\b(?:TODO|FIXME|XXX|HACK)\b")
    code = [path for path in list_repository() if path.suffix in {".py", ".toml", ".rq", ".ttl"}]
    assert [
        name_of(path) for path in code if path != Path(__file__) and marks.search(path.read_text("utf-8"))
    ] == []


def test_help_loads_no_heavy_library() -> None:
    program = (
        "import sys\n"
        "from click.testing import CliRunner\n"
        "from kgraph.cli.main import cli\n"
        "result = CliRunner().invoke(cli, ['--help'])\n"
        "assert result.exit_code == 0, result.output\n"
        f"print(*[name for name in {HEAVY!r} if name in sys.modules])\n"
    )
    answer = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert answer.stdout.split() == []
