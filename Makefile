# saksi: `make demo` does the main job, `make test` proves it. Both set up everything they need first.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help setup demo desk test check score lint format types contracts fast golden bench fuzz docs lock clean

help:       ## what there is to make
	@grep -hE '^[a-z-]+: .*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: $(READY) ## the virtual environment in .venv, pinned with hashes

$(READY): requirements/dev.txt pyproject.toml
	@echo "saksi: setting up $(VENV) (once; a minute or two) ..."
	@$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "saksi needs Python 3.11 or newer: make PYTHON=python3.11 ...")'
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements/dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(READY) ## read the sample pages and show the record
	@echo "saksi: reading the pages in samples/ (written for this project, fictional events)"
	@$(BIN)/saksi read samples
	@echo "saksi: to see them in a browser: make desk"

desk: $(READY) ## open the desk on the samples, in a browser
	@$(BIN)/saksi desk --samples samples

test: $(READY) ## every check and every test
	@echo "saksi: checks, then all tests (those that need ../shared/data say so when it is not there)"
	@$(MAKE) --no-print-directory lint types contracts
	@$(BIN)/pytest -n auto tests

check: $(READY) ## format, lint, types, contracts, fast tests: under a minute
	@$(MAKE) --no-print-directory lint types contracts fast

lint: $(READY)
	@$(BIN)/ruff format --check --quiet . || { echo "run: make format"; exit 1; }
	@$(BIN)/ruff check --quiet .

format: $(READY) ## put the code into its format
	@$(BIN)/ruff format --quiet . && $(BIN)/ruff check --quiet --fix .

types: $(READY)
	@$(BIN)/mypy --no-error-summary

contracts: $(READY)
	@$(BIN)/lint-imports --no-logo >/tmp/saksi-contracts.$$$$ 2>&1 || { cat /tmp/saksi-contracts.$$$$; rm -f /tmp/saksi-contracts.$$$$; exit 1; }; rm -f /tmp/saksi-contracts.$$$$

fast: $(READY)
	@$(BIN)/pytest -n auto -m "not slow and not data" tests

score: $(READY) ## score every layer on ../shared/data against its floors
	@$(BIN)/python -m tests.score.run $(SCORE)

golden: $(READY) ## keep the samples' records as they are now (after reading the diff)
	@$(BIN)/python -m tests.golden.test_samples

bench: $(READY) ## pages per second and peak memory per room, beside a peer
	@$(BIN)/python bench/rooms.py $(BENCH)

fuzz: $(READY) ## ten thousand mutated pages through all rooms
	@SAKSI_FUZZ=10000 $(BIN)/pytest -n auto tests/fuzz

docs: $(READY) ## make the generated pages of docs/ anew
	@$(BIN)/python docs/generate.py

lock: $(READY) ## pin the requirements anew
	@$(BIN)/python -m pip install --quiet uv
	@$(BIN)/uv pip compile pyproject.toml --group dev --extra bulk --extra postgres --universal --python-version 3.11 \
	  --generate-hashes --no-header --no-emit-index-url --quiet --upgrade --output-file requirements/dev.txt
	@$(BIN)/uv pip compile pyproject.toml --group build-data --universal --python-version 3.11 \
	  --generate-hashes --no-header --no-emit-index-url --quiet --upgrade --output-file requirements/build-data.txt

clean:      ## remove what was set up
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
