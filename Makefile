# Nothing but Python 3.11 or newer and make is needed; each target builds what it needs in .venv.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$p -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
VENV ?= .venv
JOBS ?= 4
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt

.PHONY: help practice test check format bench understanding screenshot migration clean

help: ## these lines
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/make \1	\2/' | expand -t 22

practice: $(VENV)/for-practice ## a Telegram on this machine, a sample town and the bot; ARGS="--empty" starts bare
	@exec $(BIN)/python -m bot practice $(ARGS)

test: $(VENV)/for-work ## all tests, on SQLite and PostgreSQL
	$(BIN)/python -m pytest -n $(JOBS) --dist worksteal $(ARGS)

check: $(VENV)/for-work ## style, types, doors, words
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m pytest -q tests/house

format: $(VENV)/for-work ## put the code into its style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/for-work ## the figures of the README (some minutes)
	$(BIN)/python -m benchmarks $(ARGS)

understanding: $(VENV)/for-work ## how well sentences are understood, by field
	$(BIN)/python tests/corpus/score.py $(ARGS)

screenshot: $(VENV)/for-work ## the picture of the practice page, from the running thing
	$(BIN)/python -m docs.take_pictures $(ARGS)

migration: $(VENV)/for-work ## a migration for changed tables: WORDS="what changed"
	$(BIN)/python -m storage.migrate revision "$(WORDS)"
	$(BIN)/ruff format storage/migrations/versions/[0-9]*.py

clean: ## away with everything that make has made
	rm -rf $(VENV) .practice build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed, with venv (Debian: apt install python3-venv): https://www.python.org/downloads/" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/for-practice: pyproject.toml constraints.txt | $(BIN)/python
	$(INSTALL) -e '.[practice]'
	@touch $@

$(VENV)/for-work: pyproject.toml constraints.txt | $(BIN)/python
	$(INSTALL) -e '.[dev]'
	@touch $@ $(VENV)/for-practice
