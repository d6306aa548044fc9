# Two commands: `make try` shows what attrib does, `make test` holds it to its promises.
# Both make .venv by themselves and install anew only when pyproject.toml has changed.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help try test lint types tests docs clean

help:
	@echo "make try     read the examples and show who says what, on one screen or so"
	@echo "make test    everything below, as it runs before every merge"
	@echo "  make lint    ruff: rules and formatting"
	@echo "  make types   mypy, strict"
	@echo "  make tests   pytest: tests, examples in docstrings and pages, the wheel"
	@echo "  make docs    Sphinx, warnings are errors; pages in build/docs"
	@echo "make clean   remove what was built, .venv included"

try: .venv/try.stamp
	@$(BIN)/attrib chains examples/first.txt \
		--outlet "Northmoor Courier" --published 2024-06-12
	@echo
	@$(BIN)/attrib chains --brief examples/briefing.txt \
		--outlet "Kestra Press" --published 2024-05-03 | head -n 5
	@echo
	@$(BIN)/attrib chains --brief examples/harbour.txt \
		--outlet "Northmoor Courier" --published 2024-06-11 | head -n 5
	@echo
	@$(BIN)/attrib chains --brief examples/waterworks.txt \
		--outlet "The Dispatch" --published 2024-09-20 | head -n 5
	@echo
	@$(BIN)/attrib trace "the ferry Alda damaged the northern pier" \
		--outlet-from-name examples/pier/*.txt | head -n 21
	@echo
	@echo "All of them, and why: $(BIN)/attrib chains examples/harbour.txt"

test: lint types tests docs
	@echo "== all passed"

lint: .venv/test.stamp
	@echo "== lint"
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/test.stamp
	@echo "== types"
	$(BIN)/mypy

tests: .venv/test.stamp
	@echo "== tests"
	$(BIN)/coverage run -m pytest -q
	$(BIN)/coverage report

docs: .venv/test.stamp
	@echo "== docs"
	$(BIN)/sphinx-build --quiet --fail-on-warning --fresh-env docs build/docs

clean:
	rm -rf .venv build dist .coverage

# --group needs pip 25.1, and a new venv has the pip of its Python.
.venv/pip.stamp:
	@echo "== making .venv"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "attrib needs Python 3.11 or newer: make PYTHON=python3.x"; exit 1; }
	$(PYTHON) -m venv .venv
	$(PIP) install --upgrade "pip>=25.1"
	@touch $@

.venv/try.stamp: .venv/pip.stamp pyproject.toml
	@echo "== installing attrib[cli]"
	$(PIP) install --editable ".[cli]"
	@touch $@

.venv/test.stamp: .venv/pip.stamp pyproject.toml
	@echo "== installing attrib and all that tests it"
	$(PIP) install --editable ".[cli,hypothesis]" --group test --group lint --group docs
	@touch $@
