# `make demo` and `make test` do all the set-up on a machine with Python 3.11+ and make.
# uv is used when present; plain venv and pip otherwise. requirements.lock decides every version.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

# What the program needs (the lock constrains it), and all of the lock, for tests and development.
RUN_READY := $(VENV)/.ready-run
DEV_READY := $(VENV)/.ready-dev

.PHONY: setup demo test check format lock bench names ray compiled docs screenshots sentences clean

setup: $(DEV_READY)

define install
@if command -v uv >/dev/null 2>&1; then \
  [ -x $(BIN)/python ] || uv venv --quiet --python $(PYTHON) $(VENV); \
  uv pip install --quiet --python $(BIN)/python $(1) requirements.lock -e .; \
else \
  [ -x $(BIN)/pip ] || $(PYTHON) -m venv --clear $(VENV) || \
    { echo "make: $(PYTHON) cannot make a virtual environment; on Debian: apt-get install python3-venv" >&2; exit 1; }; \
  $(BIN)/python -m pip install --quiet --disable-pip-version-check $(1) requirements.lock -e .; \
fi
@touch $@
endef

$(RUN_READY): requirements.lock pyproject.toml Makefile
	@echo "Setting up $(VENV) …"
	$(call install,-c)

$(DEV_READY): requirements.lock pyproject.toml Makefile
	@echo "Setting up $(VENV) for development …"
	$(call install,-r)
	@touch $(RUN_READY)

demo: $(RUN_READY)
	@$(BIN)/comity demo

check: $(DEV_READY)
	@$(BIN)/ruff check . && $(BIN)/ruff format --check --quiet . && $(BIN)/lint-imports && $(BIN)/mypy

test: check
	@$(BIN)/python -m pytest -n auto --dist worksteal
	@$(BIN)/python evaluation/gate.py

format: $(DEV_READY)
	@$(BIN)/ruff format . && $(BIN)/ruff check --fix .

# Speed beside spaCy's blank tokenizer, which is in the lock of the benchmarks alone.
bench: $(DEV_READY)
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(BIN)/python -m ensurepip >/dev/null
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r benchmarks/requirements.lock
	@$(BIN)/python benchmarks/reading.py
	@if command -v cc >/dev/null 2>&1; then $(MAKE) --no-print-directory compiled && \
	  PYTHONPATH=build/compiled $(BIN)/python benchmarks/reading.py; fi

# A corpus on Ray, which is too large for everybody's `.venv`.
ray: $(DEV_READY)
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(BIN)/python -m ensurepip >/dev/null
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c requirements.lock -e '.[ray]'
	@$(BIN)/python -m pytest -n 0 -m ray tests/corpus

# Names beside nomenklatura's logic-v2, which is in the lock of the evaluation alone: it needs ICU (libicu-dev, pkg-config)
# and a C++ compiler, and some minutes the first time.
names: $(DEV_READY)
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(BIN)/python -m ensurepip >/dev/null
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r evaluation/requirements.lock
	@$(BIN)/python evaluation/names.py

# The program with its reading compiled, in build/compiled; needs a C compiler and some minutes. What is below src stays
# as it is: PYTHONPATH=build/compiled .venv/bin/comity …
compiled: $(DEV_READY)
	@rm -rf build/compiled
	@COMITY_COMPILED=1 $(BIN)/python setup.py --quiet build --build-lib build/compiled

# The pages that are made from the code; a test says when one is out of date.
docs: $(DEV_READY)
	@$(BIN)/python tools/generate_docs.py

# Every page of the site, in both languages, narrow and wide, light and dark, into build/screenshots.
screenshots: $(DEV_READY)
	@$(BIN)/python tools/screenshots.py

sentences: $(DEV_READY)
	@$(BIN)/python tools/sentences.py

lock: $(DEV_READY)
	@$(BIN)/uv pip compile --quiet --no-emit-find-links --extra dev --python-version 3.11 pyproject.toml -o requirements.lock
	@$(BIN)/uv pip compile --quiet --no-emit-find-links --extra bench --python-version 3.11 pyproject.toml \
	  -c requirements.lock -o benchmarks/requirements.lock
	@$(BIN)/uv pip compile --quiet --no-emit-find-links --extra names --python-version 3.11 pyproject.toml \
	  -c requirements.lock -o evaluation/requirements.lock

clean:
	@rm -rf $(VENV) demo build dist
