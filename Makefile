# `make demo` and `make test` do all the set-up on a machine with Python 3.11+ and make.
# uv is used when present; plain venv and pip otherwise. requirements.lock decides every version.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.ready

.PHONY: setup demo test check format lock screenshots clean

setup: $(STAMP)

$(STAMP): requirements.lock pyproject.toml
	@if command -v uv >/dev/null 2>&1; then \
	  [ -x $(BIN)/python ] || uv venv --quiet --python $(PYTHON) $(VENV); \
	  uv pip install --quiet --python $(BIN)/python -r requirements.lock && \
	  uv pip install --quiet --python $(BIN)/python --no-deps -e .; \
	else \
	  [ -x $(BIN)/pip ] || $(PYTHON) -m venv $(VENV); \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock && \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .; \
	fi
	@touch $@

demo: $(STAMP)
	@$(BIN)/comity demo

check: $(STAMP)
	@$(BIN)/ruff check . && $(BIN)/ruff format --check --quiet . && $(BIN)/lint-imports && $(BIN)/mypy

test: check
	@$(BIN)/python -m pytest
	@$(BIN)/python evaluation/gate.py

format: $(STAMP)
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .

lock:
	@$(BIN)/uv pip compile --quiet --extra dev --python-version 3.11 pyproject.toml -o requirements.lock

clean:
	@rm -rf $(VENV) demo build dist
