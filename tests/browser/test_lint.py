"""The page's scripts are clean, where the tool that says so is installed."""

import subprocess
from pathlib import Path

import pytest

from kgraph.rendering.styles import ASSETS

HERE = Path(__file__).parent
ESLINT = HERE / "node_modules" / ".bin" / "eslint"


def test_scripts_are_clean() -> None:
    if not ESLINT.exists():
        pytest.skip("no ESLint: npm install --ignore-scripts --prefix tests/browser")
    done = subprocess.run(
        [ESLINT, "--config", HERE / "eslint.config.js", ASSETS / "script"],
        cwd=ASSETS.parents[2],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stdout + done.stderr
