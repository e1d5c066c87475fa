# Every command that a developer, an operator or CI runs. `make` alone lists them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
.DEFAULT_GOAL := help

.PHONY: help run test check fix bench docs demo hooks lock setup setup-dev journeys clean

help: ## List what can be done
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

$(VENV)/made:
	@echo "Making a virtual environment in $(VENV) …"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12 run")'
	@if command -v uv >/dev/null 2>&1; then uv venv --quiet --seed --allow-existing --python $(PYTHON) $(VENV); else $(PYTHON) -m venv $(VENV); fi
	@touch $@

$(VENV)/run-ready: $(VENV)/made requirements.txt pyproject.toml
	@echo "Installing what the product needs (first time: about a minute) …"
	@sh .ci/install requirements.txt
	@touch $@

$(VENV)/dev-ready: $(VENV)/run-ready requirements-dev.txt
	@echo "Installing what tests and checks need …"
	@sh .ci/install requirements-dev.txt
	@touch $@

setup: $(VENV)/run-ready ## Install the product into .venv

setup-dev: $(VENV)/dev-ready ## Install the tools for tests and checks too

run: setup ## Prepare everything, load the demonstration if empty, serve on http://localhost:8000
	@$(BIN)/counterpoint demo --if-empty
	@$(BIN)/counterpoint serve

demo: setup ## Load the demonstration (real organisations and awards, invented examples that say so)
	@$(BIN)/counterpoint demo

test: setup-dev ## Run the whole test suite (OPTIONS="-k words" narrows it)
	@$(BIN)/python -m pytest -n auto --dist loadfile $(OPTIONS)

journeys: setup-dev ## Run only the browser journeys
	@$(BIN)/python -m pytest -m browser

check: setup-dev ## Lint, types, architecture, templates, migrations, vocabulary
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/djade --target-version 5.2 --check $$(git ls-files 'counterpoint/**/*.html')
	@$(BIN)/djhtml --check --tabwidth 2 $$(git ls-files 'counterpoint/**/*.html')
	@$(BIN)/lint-imports
	@$(BIN)/mypy counterpoint
	@DJANGO_SETTINGS_MODULE=tests.settings $(BIN)/python manage.py makemigrations --check --dry-run

fix: setup-dev ## Let the tools put right what they can
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .
	@$(BIN)/djade --target-version 5.2 $$(git ls-files 'counterpoint/**/*.html') || true
	@$(BIN)/djhtml --tabwidth 2 $$(git ls-files 'counterpoint/**/*.html') || true

hooks: setup-dev ## Run the quick checks by themselves before each commit
	@$(BIN)/pre-commit install

bench: setup-dev ## Run the benchmarks and print ratios against their baselines
	@$(BIN)/python -m benchmarks

docs: setup ## Print the generated reference pages anew
	@$(BIN)/counterpoint reference

lock: ## Resolve the dependencies anew into hashed requirements files (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --upgrade --exclude-newer "7 days" --extra postgres pyproject.toml -o requirements.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --extra postgres --group dev -c requirements.txt pyproject.toml -o requirements-dev.txt

clean: ## Remove the virtual environment and tool caches; data in var/ stays
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache *.egg-info
