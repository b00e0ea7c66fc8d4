# Every command a person or CI needs. `make` alone lists them.
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin

help: ## List the commands
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: .venv/ready ## Open the app on http://localhost:8501 with an example event
	$(BIN)/framing serve

test: .venv/ready browser ## Run every test
	$(BIN)/python -m pytest

check: .venv/ready ## Format, lint, types, layers
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: .venv/ready ## Put the code into the project's form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

quality: .venv/ready ## Measure accuracy against human judgements; fail under the floors
	$(BIN)/python -m tests.quality.gate

bench: .venv/ready browser ## Measure speed, as ratios within one run
	$(BIN)/python -m tests.benchmarks.bench

screenshots: .venv/ready browser ## Make the README's pictures anew
	$(BIN)/python -m tests.browser.screenshots

wheel: .venv/ready ## Build the wheel into dist/
	$(BIN)/pip wheel --quiet --no-deps --wheel-dir dist .

lock: .venv/ready ## Pin what is installed now
	$(BIN)/pip freeze --exclude-editable --exclude pip --exclude setuptools | sed 's/+cpu$$//' > requirements.txt

# A virtual environment needs ensurepip, which Debian keeps in a package of its own.
.venv/ready: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' \
		|| { echo 'Framing needs Python 3.11, 3.12 or 3.13; name one: make run PYTHON=python3.12' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip' 2>/dev/null || sh tests/install.sh python3-venv
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --constraint requirements.txt --editable '.[dev]'
	@touch $@

browser:
	@command -v chromium >/dev/null || sh tests/install.sh chromium || [ -z "$$CI" ]

.PHONY: help run test check format quality bench screenshots wheel lock browser
