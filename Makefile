# `make` alone lists what can be made. Each target makes the environment that it needs first.

VENV ?= .venv
SIZE ?= full
SOAK ?= long
WHEEL ?= dist
PYTHON ?=
UPGRADE ?=
OPEN ?= --open

PY := $(VENV)/bin/python
NPM := $(PY) -m tools.run_npm
PIP := $(PY) -m pip --quiet --quiet --disable-pip-version-check
PYTEST := $(PY) -m pytest
RUFF := $(VENV)/bin/ruff

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup desk demo test test-fast test-ui lint types layers sizes names links soak \
	benchmark benchmark-ui wheels windows lock clean

help: ## show this list
	@echo "crosscase: make TARGET"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-10s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

setup: $(VENV)/.installed ## make .venv with the locked dependencies and crosscase itself

# If the interpreter behind the environment has gone, this link dangles and all is made anew.
$(PY): | tools/choose_python.sh
	@python=$$(sh tools/choose_python.sh $(PYTHON)) && \
		echo "making $(VENV) with $$($$python --version)" && \
		"$$python" -m venv --clear $(VENV)

$(VENV)/.locked: requirements/dev.txt $(PY)
	@echo "installing the locked dependencies (a minute or two the first time)"
	@$(PIP) install --require-hashes --requirement requirements/dev.txt
	@touch $@

$(VENV)/.installed: pyproject.toml $(VENV)/.locked
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

desk: setup ## build the interface into the package (kept when nothing changed)
	@$(PY) -m tools.build_desk

demo: setup desk ## build the example study and open it in the browser (OPEN=--no-browser only serves it)
	@$(PY) examples/ics/build.py $(OPEN)

test: lint types layers sizes names desk ## every check of a change: style, types, structure, tests
	$(PYTEST) -n 2 --hypothesis-profile=ci
	@$(NPM) run check

test-ui: setup desk ## whole journeys in a real browser (Debian's chromium, or CHROMIUM=path)
	@CROSSCASE_BIN=$(abspath $(VENV))/bin $(NPM) run test:journeys

test-fast: setup ## the quick tests only
	$(PYTEST) -n 2 -m "not soak and not slow" --hypothesis-profile=ci

lint: setup ## style (ruff)
	$(RUFF) check .

types: setup ## types (mypy, strict)
	$(PY) -m mypy

layers: setup ## the direction of imports (import-linter)
	$(VENV)/bin/lint-imports --no-logo --no-cache

sizes: setup ## modules, functions and classes within their limits
	$(PY) -m tools.check_sizes

names: setup ## module names, paths of a machine, and who may look at the clock
	$(PY) -m tools.check_names
	$(PY) -m tools.check_surroundings
	$(PY) -m tools.check_locks

links: setup ## links between the pages of this repository
	$(PY) -m tools.check_links

soak: setup ## long load, kill and fuzz runs (SOAK=short for the one-minute forms)
	$(PYTEST) -m soak --soak=$(SOAK) \
		--hypothesis-profile=$(if $(filter short,$(SOAK)),soak-short,soak)

benchmark: setup ## measure speed and memory (SIZE=small for a quick look)
	@$(PY) -m benchmarks --size $(SIZE)

benchmark-ui: setup desk ## measure the interface in a real browser
	@$(NPM) run benchmark $(if $(filter small,$(SIZE)),-- --small)

wheels: setup ## whether every dependency has a wheel for every platform (needs the network)
	$(PY) -m tools.check_wheels

windows: setup ## the zip for Windows, around the wheel in dist/ (needs the network)
	@mkdir -p dist
	$(PY) -m tools.make_windows_zip $(WHEEL) dist/crosscase-windows.zip

lock: setup ## pin the dependencies anew (UPGRADE=1 takes the newest releases)
	@sh tools/lock.sh $(VENV)/bin/uv $(if $(UPGRADE),--upgrade)

clean: ## remove the environment and what tools left behind
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
