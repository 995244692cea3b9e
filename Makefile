# One word for each task. `make` alone lists them.

.DEFAULT_GOAL := help
SHELL := /bin/sh

VENV := .venv
BIN := $(VENV)/bin

# The first Python of at least 3.11 on this machine, unless you name one: make run PYTHON=/path/to/python3
PYTHON ?= $(shell for each in python3 python3.13 python3.12 python3.11 python3.14 python; do \
	"$$each" -c 'import sys; raise SystemExit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo "$$each"; break; }; \
	done)

# Anything more for pip, e.g. make run PIP_ARGS="--index-url https://..."
PIP_ARGS ?=
# An index that holds torch's CPU build, which is far smaller than the default Linux build.
TORCH_INDEX ?=
# Anything more for the program or for pytest, e.g. make run ARGS="--port 8000"; make test PYTEST_ARGS="-k citations"
ARGS ?=
PYTEST_ARGS ?=
# The tests run in as many processes as there are cores, at most four: each has the encoder in memory. One process,
# e.g. for a debugger: make test WORKERS=0
WORKERS ?= auto
PARALLEL := -n $(WORKERS) --maxprocesses 4 --dist worksteal
# Anything more for uv, e.g. make lock UV_ARGS="--upgrade-package chromadb"
UV_ARGS ?=

TORCH := $(shell grep '^torch==' requirements.lock)
# pip's own progress is for a person at a terminal; a log gets errors only.
QUIET := $(if $(MAKE_TERMOUT),,--quiet --quiet)
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input $(QUIET) install $(PIP_ARGS)

LOCKS := requirements.lock requirements-cuda.lock

# One task after the other, whatever -j says: they share one environment.
.NOTPARALLEL:
.PHONY: help run test check evaluate bench lock browser install install-dev clean

help:  ## list the tasks
	@grep -hE '^[a-z-]+:.*##' Makefile | sed -E 's/^([a-z-]+):.*## */  make \1\t/' | expand -t 20

run: install  ## set up, make the starter casebook if there is none, start the chat
	@$(BIN)/python app.py $(ARGS)

test: install-dev browser check  ## set up with the test tools, then lint, types, import contracts and every test
	$(BIN)/python -m pytest $(PARALLEL) $(PYTEST_ARGS)

check: install-dev  ## lint, layout, types and import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

evaluate: install-dev  ## ask the evaluation questions and print the measures beside three baselines
	@$(BIN)/python -m tests.evaluation $(ARGS)

bench: install-dev  ## time the start, the answers and the reader, and measure memory
	@$(BIN)/python -m benchmarks $(ARGS)

browser: install-dev  ## find a Chromium for the browser tests, or get one where that is possible
	@$(BIN)/python -m tests.browser

install: $(VENV)/.run-installed  ## only set up what `make run` needs

install-dev: $(VENV)/.dev-installed  ## only set up what `make test` needs

$(BIN)/python:
	@test -n "$(PYTHON)" && command -v "$(PYTHON)" >/dev/null || { echo "Redress needs Python 3.11 or newer, and $(if $(PYTHON),$(PYTHON) was not,none was) found. Install one, or name another: make run PYTHON=/path/to/python3" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; v = sys.version_info; v >= (3, 11) or sys.exit("Redress needs Python 3.11 or newer; %s is %d.%d. Name another: make run PYTHON=/path/to/python3" % (sys.executable, v[0], v[1]))'
	@echo "Making $(VENV) with $(PYTHON)"
	@"$(PYTHON)" -m venv --clear $(VENV) || { rm -rf $(VENV); echo "Python could not make a virtual environment (on Debian and Ubuntu: apt-get install python3-venv)." >&2; exit 1; }

# The stamps remember that a lock file was installed; they are older than it when it has changed.
$(VENV)/.run-installed: $(LOCKS) | $(BIN)/python
	@echo "Installing from requirements.lock (the first time takes some minutes)"
	@$(if $(TORCH_INDEX),$(PIP) --no-deps --index-url "$(TORCH_INDEX)" $(TORCH))
	@$(PIP) -r requirements.lock
	@touch $@

$(VENV)/.dev-installed: requirements-dev.lock $(LOCKS) | $(BIN)/python
	@echo "Installing from requirements-dev.lock (the first time takes some minutes)"
	@$(if $(TORCH_INDEX),$(PIP) --no-deps --index-url "$(TORCH_INDEX)" $(TORCH))
	@$(PIP) -r requirements-dev.lock
	@touch $(VENV)/.run-installed $@

# uv reads pyproject.toml and resolves for every platform at once. torch's CUDA packages go into a file of
# constraints: pip takes a version from there only where the torch build it installs asks for the package at all.
# A local version such as "+cpu" is on no public index, so none is written.
CUDA := ^(nvidia-|triton|cuda-)
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --no-annotate --no-header $(UV_ARGS) pyproject.toml
LOCAL := ^([^ ]+==[^ +]+)\+[a-z0-9.]+
HEADER := \# Written by `make lock` from pyproject.toml: change that and run it again.

lock: install-dev  ## write the lock files anew from pyproject.toml, keeping versions that still fit
	@mkdir -p build
	@cat $(LOCKS) | grep == > build/run.lock
	@cat requirements-dev.lock requirements-cuda.lock | grep == > build/dev.lock
	@$(COMPILE) --output-file build/run.lock >/dev/null
	@$(COMPILE) --extra dev --output-file build/dev.lock >/dev/null
	@{ echo '$(HEADER)'; grep -E '$(CUDA)' build/run.lock | sed -E 's/$(LOCAL)/\1/'; } > requirements-cuda.lock
	@for set in run dev; do { \
	  echo '$(HEADER)'; echo '-c requirements-cuda.lock'; \
	  grep -vE '$(CUDA)' build/$$set.lock | sed -E 's/$(LOCAL)/\1/'; } > build/$$set.txt; done
	@mv build/run.txt requirements.lock
	@mv build/dev.txt requirements-dev.lock
	@rm -rf build
	@echo "Wrote requirements.lock, requirements-dev.lock and requirements-cuda.lock"

clean:  ## remove .venv, caches and build output; your casebook is not touched
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
