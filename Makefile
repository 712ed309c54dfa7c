# Two commands are all you need: "make demo" shows what kgraph does, "make test" proves that it works.
# Another Python: make demo PYTHON=python3.12

PYTHON ?= python3
PY := .venv/bin/python
KGRAPH := $(PY) -m kgraph

.PHONY: help demo test format docs figures benchmark clean

help:
	@echo "make demo       build a graph from the releases in data/gold and draw it: demo/network.html"
	@echo "make test       check style, types and layers, and run all tests"
	@echo "make format     put the code into its standard form"
	@echo "make docs       write docs/ontology.html anew, the page that explains what a graph holds"
	@echo "make figures    compare what kgraph reads with the hand-made records, held ones apart"
	@echo "make benchmark  measure how many releases a second go from text to store"
	@echo "make clean      remove what these commands made"

demo: .venv/.ready
	@mkdir -p demo
	@echo "== Reading the releases in data/gold into the graph demo/graph"
	@$(KGRAPH) build data/gold -g demo/graph --sync
	@echo "== The ten strongest ties, each with one sentence that says it"
	@$(KGRAPH) query -g demo/graph docs/strongest-ties.rq --as json | $(PY) docs/print_ties.py
	@$(KGRAPH) render -g demo/graph -o demo/network.html
	@echo "== Open this file in a browser: $(CURDIR)/demo/network.html"

test: .venv/.ready-dev
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy
	.venv/bin/lint-imports
	$(PY) -m pytest -n auto

format: .venv/.ready-dev
	$(PY) -m ruff check --fix
	$(PY) -m ruff format

docs: .venv/.ready
	$(PY) docs/write_ontology_page.py

figures: .venv/.ready
	@echo "== Cases that rules are written against"
	@$(KGRAPH) evaluate data/gold
	@echo
	@echo "== Held cases, which nobody looks into"
	@$(KGRAPH) evaluate data/gold --only-held

benchmark: .venv/.ready
	$(PY) benchmarks/run_build.py

clean:
	rm -rf .venv demo dist build .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "kgraph needs Python 3.11 or newer: make ... PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv .venv \
	  || { rm -rf .venv; echo "no virtual environment: on Debian or Ubuntu, apt install python3-venv"; exit 1; }

.venv/.ready: pyproject.toml | .venv/bin/python
	@echo "== Installing into .venv; the first time takes a minute"
	@$(PY) -m pip install --quiet --disable-pip-version-check --upgrade "pip>=25.1"
	@$(PY) -m pip install --quiet --editable .
	@touch $@

.venv/.ready-dev: pyproject.toml .venv/.ready
	@$(PY) -m pip install --quiet --group dev
	@touch $@
