# make demo    set everything up in .venv, read and compare the example dispatches, write two reports
# make test    set everything up, run every test
# make check   the fast part, before every commit
# make bench   what takes too long for every change
# make fit-signals   what a fit of the weights of comparing would say
# make train   train the attribution tagger anew, from the folder that REPORTEDLY_EVAL names
# make web     build the front end anew, with Node 20.19 or newer; what is built is committed
# make lock    choose the versions anew        make docs    write docs/cli.md, docs/api.md and the shapes of web/ anew

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# What tests need beside Python: a real PostgreSQL server with PostGIS and a real browser with letters to show, by their
# names in Debian 12. Elsewhere install what your system calls so (Ubuntu: postgresql-postgis); where there is none, those
# tests say that they did not run.
APT_PACKAGES := postgresql-15 postgresql-15-postgis-3 chromium fonts-dejavu-core
HAS_NODE := $(shell node --eval 'const [a, b] = process.versions.node.split("."); if (+a > 20 || (+a == 20 && +b >= 19)) console.log("yes")' 2> /dev/null)
CODE := src tests scripts benchmarks training

export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: demo test check lint bench fit-signals train web web-check lock docs system clean
.DELETE_ON_ERROR:

demo: $(VENV)/.installed
	$(BIN)/reportedly demo

test: system $(VENV)/.developing lint web-check
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

check: $(VENV)/.developing lint
	$(BIN)/python -m pytest -q -x -m "not slow" --ignore tests/quality --ignore tests/bulk --numprocesses auto --dist loadfile

lint: $(VENV)/.developing
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/ruff check $(CODE)
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

bench: $(VENV)/.developing
	@test -n "$$REPORTEDLY_EVAL" || { echo "name the folder of annotated documents: REPORTEDLY_EVAL=FOLDER make bench"; exit 2; }
	$(BIN)/python -m pytest -q tests/quality
	$(BIN)/python -m benchmarks.speed
	$(BIN)/python -m benchmarks.languages "$$REPORTEDLY_EVAL"/corpora/*.jsonl.gz --documents 100
	$(BIN)/python benchmarks/times.py
	$(BIN)/python benchmarks/places.py
	$(BIN)/python benchmarks/relations.py
	$(BIN)/python -m benchmarks.adding "$$REPORTEDLY_EVAL"/corpora/*_en*.jsonl.gz --documents 300
	$(BIN)/python -m benchmarks.bulk_reading "$$REPORTEDLY_EVAL"/corpora/*.jsonl.gz --documents 2000
	$(BIN)/python -m benchmarks.bulk_comparing --claims 10000 100000
	for engine in local ray; do \
		$(BIN)/python -m benchmarks.bulk_kills "$$REPORTEDLY_EVAL"/corpora/viina_extract.dev.jsonl.gz --engine $$engine || exit 1; \
	done
	for store in sqlite postgres; do \
		$(BIN)/python -m benchmarks.bulk_load --store $$store && \
		$(BIN)/python -m benchmarks.comparing --store $$store --documents 1000 10000 --whole 1000 --hot 500 && \
		$(BIN)/python -m benchmarks.ledger_kills $$store && \
		$(BIN)/python -m benchmarks.ledger_crowd $$store && \
		$(BIN)/python -m benchmarks.ledger_size --store $$store --claims 100000 || exit 1; \
	done

fit-signals: $(VENV)/.developing
	$(BIN)/python -m training.fit_signals tests/compare/scenarios/*/*.json

train: .venv-training/.installed
	@test -n "$$REPORTEDLY_EVAL" || { echo "name the folder of annotated documents: REPORTEDLY_EVAL=FOLDER make train"; exit 2; }
	.venv-training/bin/python -m training.run --out build/training
	@echo "trained: to ship it, copy build/training/tagger to src/reportedly/reference/data/tagger/en"

.venv-training/.installed: requirements-training.txt pyproject.toml
	$(PYTHON) -m venv .venv-training
	# Builds of PyTorch for one version differ by machine, and so do their hashes.
	.venv-training/bin/python -m pip install --quiet torch==2.13.0
	.venv-training/bin/python -m pip install --quiet --require-hashes --requirement requirements-training.txt
	.venv-training/bin/python -m pip install --quiet --no-deps --editable .
	touch $@

system:
ifneq ($(strip $(APT_PACKAGES)),)
	@if [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null; then \
		dpkg -s $(APT_PACKAGES) > /dev/null 2>&1 || { apt-get -qq update && apt-get -qq install -y --no-install-recommends $(APT_PACKAGES); }; \
	fi
endif

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.txt
	$(BIN)/python -m pip install --quiet --no-deps --editable .
	touch $@

$(VENV)/.developing: requirements-dev.txt $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements-dev.txt
	touch $@

PIP_COMPILE = $(BIN)/pip-compile --quiet --generate-hashes --strip-extras --no-header --no-emit-index-url \
	--no-emit-find-links --no-emit-trusted-host --allow-unsafe

web: web/node_modules/.installed
	cd web && npm run build

# The built files are what the sources make: built beside them and compared.
web-check:
ifeq ($(HAS_NODE)$(CI),)
	@echo "not run: whether the built front end is fresh needs Node 20.19 or newer"
else
	@$(MAKE) --no-print-directory web/node_modules/.installed
	rm -rf build/web
	cd web && npm run check && npx vite build --outDir ../build/web/static --emptyOutDir \
		&& npx vite build --config vite.report.config.ts --outDir ../build/web/report --emptyOutDir
	diff -r build/web/static src/reportedly/workbench/static
	diff -r build/web/report src/reportedly/present/built
endif

web/node_modules/.installed: web/package-lock.json
	cd web && npm ci --no-audit --no-fund
	touch $@

lock: $(VENV)/.developing
	$(PIP_COMPILE) --output-file requirements.txt pyproject.toml
	$(PIP_COMPILE) --extra dev --constraint requirements.txt --output-file requirements-dev.txt pyproject.toml
	$(subst --allow-unsafe,--unsafe-package torch,$(PIP_COMPILE)) --extra training --constraint requirements.txt \
		--output-file requirements-training.txt pyproject.toml
	# Of PyTorch, which is installed before and by itself, pip-compile warns that it has no hash.
	sed -e '/^# WARNING: /,/^# torch$$/d' -e '/^$$/d' requirements-training.txt > requirements-training.tmp
	mv requirements-training.tmp requirements-training.txt

docs: $(VENV)/.developing
	$(BIN)/python scripts/write_cli_page.py
	$(BIN)/python scripts/write_api_page.py
	$(BIN)/python scripts/write_web_shapes.py

clean:
	rm -rf $(VENV) .venv-training web/node_modules build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
