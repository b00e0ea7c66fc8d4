# Every command a person or CI needs. `make` alone lists them.
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
AUDIT ?= .venv/audit/bin/pip-audit

help: ## List the commands
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

run: .venv/ready ## Open the app on http://localhost:8501 with an example event
	$(BIN)/framing serve

test: .venv/ready browser ## Run every test, two at a time
	OMP_NUM_THREADS=1 $(BIN)/python -m pytest -n 2 --dist worksteal

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

bench: .venv/ready browser ## Measure speed, as ratios within one run; fail where it misses what is asked
	$(BIN)/python -m tests.benchmarks.bench --strict

load: .venv/ready ## Let thirty visitors come at once; measure their waiting and the memory
	$(BIN)/python -m tests.steady.class_of

fuzz: .venv/ready ## Give every reader of files 10,000 generated inputs
	FRAMING_FUZZ=$${FRAMING_FUZZ:-10000} $(BIN)/python -m pytest tests/read tests/export/test_project_hostile.py -m hypothesis --durations=0

audit: .venv/ready ## Hold the pinned packages against the known vulnerabilities; needs the network
	@test -x $(AUDIT) || { $(BIN)/python -m venv .venv/audit && .venv/audit/bin/pip install --quiet pip-audit==2.10.1; } \
		|| { echo 'pip-audit could not be installed: make audit needs the network.' >&2; exit 2; }
	@$(BIN)/python -m tests.steady.audit $(AUDIT)

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

.PHONY: help run test check format quality bench load fuzz audit screenshots wheel lock browser
