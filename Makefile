# site: build the example · test: run every test · check: format, lint, types · serve: preview the example
# bench: build invented sites beside Hugo and Eleventy, and print what each cost
# docs: write docs/reference · translations: bring themes/*/locales/*.po up to date with the templates
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready

.PHONY: site test check serve docs translations bench clean

site: $(READY)
	$(BIN)/sitegen build --date 2026-11-20
	@echo "open site/index.html, or a client's page: site/thistlecombe/index.html"

test: $(READY)
	$(BIN)/python -m pytest

check: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

serve: $(READY)
	$(BIN)/sitegen serve --date 2026-11-20

docs: $(READY)
	$(BIN)/python -m docs.generate

translations: $(READY)
	$(BIN)/python -m sitegen.theme.locales

bench: $(READY)
	$(BIN)/python -m benchmarks --sizes $(or $(SIZES),S M) --rounds $(or $(ROUNDS),5)

clean:
	rm -rf .venv site site-internal .sitegen

$(READY): pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@
