# One environment, made by the first target that needs it. Needs only Python 3.11 or newer and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: run test docs bench lowest clean

run: $(READY)
	@$(BIN)/sxtdbv check; status=$$?; test $$status -le 1

test: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python tests/generate.py --check
	$(BIN)/pytest -n auto

# Rewrites what is generated: docs, the pictures of the READMEs, the golden outputs.
docs: $(READY)
	$(BIN)/python tests/generate.py

bench: $(READY)
	$(BIN)/python benchmarks/speed.py
	$(BIN)/python benchmarks/growth.py

$(READY): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("sxtdbv needs Python 3.11 or newer: make PYTHON=python3.11" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable . --group dev
	$(BIN)/python -m compileall -q src  # an editable install has no compiled modules: they are half of the start-up
	@touch $(READY)

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
