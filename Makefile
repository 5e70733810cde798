# Every target sets up what it needs. Works with the make of Debian and of macOS (3.81).

VENV := .venv
BIN  := $(VENV)/bin
ADDR ?= 127.0.0.1:8000

# What else pytest and `make lock` should be told: `make test PYTESTFLAGS="-k questions"`,
# `make lock LOCKFLAGS=--upgrade`.
PYTESTFLAGS ?=
LOCKFLAGS   ?=

# Read only where the environment is created. Each candidate is tried: some are mere stand-ins.
PYTHON ?= $(shell for python in python3.13 python3.14 python3.12 python3.11 python3; do \
	$$python -c $(RECENT) 2>/dev/null && echo $$python && break; done)
RECENT = 'import sys; sys.exit(sys.version_info < (3, 11))'

export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help serve build test check messages ids lock clean

help: ## print this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

serve: $(VENV)/.ready-runtime ## build the site and serve it on this machine (ADDR=127.0.0.1:8000)
	$(BIN)/mkdocs serve --dev-addr $(ADDR)

build: $(VENV)/.ready-runtime ## build the site into the folder site/
	$(BIN)/mkdocs build

test: $(VENV)/.ready-test ## find or install a browser, and run the tests (PYTESTFLAGS="...")
	$(BIN)/python tests/set_up_browser.py
	$(BIN)/pytest $(PYTESTFLAGS)

check: $(VENV)/.ready-test ## check style and types, and build so that each warning is an error
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/mkdocs build --strict

# The catalogs hold no date, line number or wrapping that would change without a message changing.
# No fuzzy matching: the words of one button are a bad guess for another. The words of a message
# that has gone stay at the end of the file.
messages: $(VENV)/.ready-runtime ## take new messages from templates and code into locales/
	$(BIN)/pybabel extract --mapping-file=pyproject.toml --output-file=locales/messages.new \
		--project=Rebond --header-comment='# Interface messages of Rebond.' \
		--add-comments=Translators: --add-location=file --sort-by-file --no-wrap .
	sed '/^"POT-Creation-Date:/d' locales/messages.new > locales/messages.pot
	rm locales/messages.new
	$(BIN)/python -m rebond.returned_messages locales
	for folder in locales/*/; do \
		$(BIN)/pybabel update --input-file=locales/messages.pot --output-dir=locales \
			--locale="$$(basename "$$folder")" --init-missing --no-fuzzy-matching \
			--ignore-pot-creation-date --no-wrap || exit 1; \
	done

ids: $(VENV)/.ready-runtime ## record the ids under which readers may keep something
	$(BIN)/python -m rebond.renamed docs fr

COMPILE = $(BIN)/uv pip compile --quiet --universal --python-version=3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command="make lock" $(LOCKFLAGS) \
	--extra=build

# Versions already there are kept unless pyproject.toml or LOCKFLAGS asks for others. The second
# file contains the first, with the same versions.
lock: $(VENV)/.ready-test ## compile both requirements files from pyproject.toml
	$(COMPILE) --output-file=requirements.txt pyproject.toml
	$(COMPILE) --extra=test --extra=dev --constraint=requirements.txt \
		--output-file=requirements-test.txt pyproject.toml

clean: ## remove the site, the environment and all caches
	rm -rf site $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis hooks/*.egg-info
	find hooks tests -name __pycache__ -type d -prune -exec rm -rf {} +

# pip refuses `-e .` in a file with hashes, so the project follows by itself; without isolation
# its build backend is the one with a hash. pip also takes a half-installed package for installed:
# the mark `.unfinished` tells of an interruption, and the environment is then made anew.
define install
	@if test -e $(VENV)/.unfinished; then \
		echo "An earlier set-up was interrupted: starting again."; \
		rm -rf $(VENV); $(MAKE) --no-print-directory $(BIN)/python; \
	fi
	@touch $(VENV)/.unfinished
	@echo "Installing the versions of $(1)"
	@$(BIN)/python -m pip install --quiet --require-hashes --requirement $(1)
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@rm $(VENV)/.unfinished
endef

$(VENV)/.ready-runtime: requirements.txt pyproject.toml $(BIN)/python
	$(call install,requirements.txt)
	@touch $@

$(VENV)/.ready-test: requirements-test.txt pyproject.toml $(BIN)/python
	$(call install,requirements-test.txt)
	@touch $(VENV)/.ready-runtime $@

# Where the machine's own Python has gone, by an upgrade say, the environment is of no use.
$(shell test -x $(BIN)/python || rm -f $(VENV)/.ready-*)

$(BIN)/python:
	@python="$(PYTHON)"; \
	"$${python:-false}" -c $(RECENT) || { \
		echo "This needs Python 3.11 or later. Install it (Debian: apt-get install python3" >&2; \
		echo "python3-venv; macOS: brew install python), or name it: make PYTHON=/path/to/python3" >&2; \
		exit 1; }; \
	"$$python" -c 'import ensurepip, venv' || { \
		echo "$$python cannot create environments. On Debian: apt-get install python3-venv" >&2; \
		exit 1; }; \
	echo "Creating $(VENV) with $$("$$python" --version)"; \
	rm -rf $(VENV) && mkdir $(VENV) && touch $(VENV)/.unfinished && \
	"$$python" -m venv $(VENV) && rm $(VENV)/.unfinished
