# make help says what there is. PYTHON=/path/to/python3 picks another Python (3.10 or newer).
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PACKAGING := setup.cfg setup.py pyproject.toml
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: help demo test check lint proof samples docs
.DEFAULT_GOAL := help

help:
	@echo "make demo     review a sample draft and say which files to open"
	@echo "make test     run the tests"
	@echo "make check    format, lint, types, fast tests, the rules (under two minutes)"
	@echo "make proof    run everything, the long proofs too"
	@echo "make samples  write samples/*.docx again from samples/text/"
	@echo "make docs     write docs/cli.md, docs/concerns.md and the picture in docs/images/ again"

demo: $(VENV)/.runs
	@$(BIN)/clausecheck demo --output demo

test: $(VENV)/.tests
	$(BIN)/python -m pytest -m "not proof"

check: lint
	$(BIN)/python -m pytest -m "not proof and not slow"
	$(BIN)/clausecheck rules check

lint: $(VENV)/.develops
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

proof: $(VENV)/.tests
	$(BIN)/python -m pytest

samples: $(VENV)/.runs
	$(BIN)/python samples/make.py

docs: $(VENV)/.runs
	$(BIN)/python docs/make_reference.py
	$(BIN)/python docs/make_concerns.py
	$(BIN)/python docs/make_picture.py

# One stamp for each set of extras: a second run installs nothing while the packaging is unchanged.
$(VENV)/.runs $(VENV)/.tests $(VENV)/.develops: $(PACKAGING) | $(BIN)/python
$(VENV)/.runs:
	$(call install,.)
$(VENV)/.tests:
	$(call install,.[test])
	@touch $(VENV)/.runs
$(VENV)/.develops:
	$(call install,.[dev])
	@touch $(VENV)/.runs $(VENV)/.tests

define install
@echo "Installing $(1) into $(VENV) (once; it takes a minute or two) …"
@$(BIN)/python -m pip install --quiet --quiet --editable "$(1)" || \
	{ echo "The installation failed: see the lines above; it needs the network (PyPI) the first time."; exit 1; }
@touch $@
endef

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 10))' 2>/dev/null || \
		{ echo "clausecheck needs Python 3.10 or newer as $(PYTHON): install it, or run make PYTHON=/path/to/python3."; exit 1; }
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || \
		{ echo "$(PYTHON) lacks its venv module: install it (Debian, Ubuntu: apt-get install python3-venv) and run make again."; exit 1; }
	@$(PYTHON) -m venv $(VENV)
