# Two commands set everything up: `make demo` and `make test`. uv is used if present, else venv and pip.
VENV := .venv
PYTHON ?= python3
BIN := $(VENV)/bin
STAMP := $(VENV)/.factlint-dev
comma := ,
ARTICLE := claims/beijing-parade.yaml

.PHONY: demo test lint bench docs schemas clean

demo: $(VENV)/.factlint
	@code=0; $(BIN)/factlint check $(ARTICLE) --offline || code=$$?; \
	echo; echo "The gate would have exited $$code."; test $$code -ne 2
	@echo; echo "Drift: the same check on a copy of the project in which one reference was revised."; echo
	@copy=$$(mktemp -d) && cp -r claims factlint.yaml $$copy/ && \
	sed 's/13,883/13,911/' claims/references/ohchr.csv > $$copy/claims/references/ohchr.csv && \
	code=0; (cd $$copy && $(CURDIR)/$(BIN)/factlint check --offline --only civilians-killed) || code=$$?; \
	rm -rf $$copy; echo; echo "The gate would have exited $$code."; test $$code -ne 2

test: $(STAMP) lint
	$(BIN)/python -m pytest -n 2

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

schemas: $(STAMP)
	@for name in claims sources settings report lock; do \
	  $(BIN)/factlint schema $$name > schemas/$$name.schema.json || exit 1; done

bench: $(STAMP)
	@for script in $(filter-out benchmarks/_% benchmarks/specs_%,$(wildcard benchmarks/*.py)); do \
	  echo "== $$script"; $(BIN)/python $$script || exit 1; done

docs: $(STAMP)
	$(BIN)/python docs/generate.py build/docs
	$(BIN)/zensical build --strict --config-file build/docs/zensical.toml
	@echo "The site is in build/docs/site"

clean:
	rm -rf $(VENV) dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis

# Where uv is there and reaches the packages it is used; else venv and pip.
define install
{ command -v uv >/dev/null 2>&1 && uv venv -q --allow-existing -p $(PYTHON) $(VENV) && \
  uv pip install -q -p $(BIN)/python -e $(1); } || \
{ { $(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV); } && \
  $(BIN)/python -m pip install -q --disable-pip-version-check -e $(1); }
endef

$(VENV)/.factlint: pyproject.toml
	@$(call install,.)
	@touch $@

$(STAMP): pyproject.toml
	@$(call install,'.[all$(comma)dev]')
	@touch $@ $(VENV)/.factlint
