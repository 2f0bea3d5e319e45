# make demo   check and repair a draft of ours       make test   everything that is tested
# make lint   style, types, direction of imports     make bench  how long a drafter waits
# make coverage  the branches of the program that the tests take, and those that they do not
# make measure   the recogniser and the PDF reader against real texts, where the reference documents are at hand
# make reference what is generated from the rules: rules/README.md, rules/COVERAGE.md, the output in README.md and examples/reports
# make evidence  the rules against the same texts, and against slips planted on purpose; writes rules/EVIDENCE.md
# make mutants   small faults planted in the program, one at a time: does a test notice? ARGS='--share 0.05' says how many

.DEFAULT_GOAL := help
.PHONY: help demo test coverage lint bench measure evidence mutants reference clean

VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed-dev
PYTHON ?= $(shell for p in python3.13 python3.12 python3.11 python3.14 python3; do \
	$$p -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $$p && break; done)

help:
	@sed -n 's/^# //p' $(firstword $(MAKEFILE_LIST))

$(STAMP): pyproject.toml
	@test -n "$(PYTHON)" || { \
	  echo "resolint needs Python 3.11 or later with its venv module, and none was found." >&2; \
	  echo "Install one (Debian: apt-get install python3 python3-venv), or name one: make PYTHON=/path/to/python3" >&2; \
	  exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing resolint and its development tools into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@$(BIN)/python -m compileall -q linter
	@touch $@

demo: $(STAMP)
	@PATH="$(CURDIR)/$(BIN):$$PATH" sh examples/demo.sh

test: $(STAMP)
	@$(BIN)/python -m pytest --quiet --numprocesses 2 $(ARGS)

coverage: $(STAMP)
	@$(BIN)/coverage erase
	@$(BIN)/coverage run -m pytest --quiet --numprocesses 2 $(ARGS); tested=$$?; \
	$(BIN)/coverage combine --quiet; $(BIN)/coverage report; \
	$(BIN)/coverage json --quiet -o - | $(BIN)/python -m tests.project.branches && exit $$tested

lint: $(STAMP)
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo

bench: $(STAMP)
	@$(BIN)/python tests/benchmarks/bench.py
	@$(BIN)/python -m tests.benchmarks.latency

measure: $(STAMP)
	@$(BIN)/python -m tests.corpus.measure
	@$(BIN)/python -m tests.corpus.pdf_measure

reference: $(STAMP)
	@$(BIN)/python -m linter.proving.generate
	@$(BIN)/python -m tests.project.reports
	@$(BIN)/python tests/project/readme.py

evidence: $(STAMP)
	@$(BIN)/python -m tests.corpus.evidence $(ARGS)

mutants: $(STAMP)
	@$(BIN)/python -m tests.mutation.mutate linter/fixing linter/structure linter/writers $(ARGS)

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache .languagetool .coverage .coverage.*
