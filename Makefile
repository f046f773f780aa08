# Every verb sets up what it needs: Python's tools in .venv (locked by requirements.txt), the browser's in
# node_modules (locked by package-lock.json). Node itself comes with Python's tools.

export PATH := $(CURDIR)/.venv/bin:$(CURDIR)/node_modules/.bin:$(PATH)
# Material announces the end of MkDocs 1 at every build; CONTRIBUTING says what we make of it.
export NO_MKDOCS_2_WARNING := 1

.PHONY: serve build test bench growth lint lock clean setup

serve: setup
	mkdocs serve

build: setup
	mkdocs build --strict

test: build
	python tests/browser/machine.py chromium firefox
	pytest

bench: build
	python tests/browser/machine.py chromium firefox nginx
	PYTHONPATH=tests/browser python bench

growth: setup
	python bench/growth.py

lint: setup
	ruff check
	ruff format --check
	mypy
	biome ci
	tsc
	markdownlint-cli2
	djlint overrides --lint --quiet

setup: node_modules

# Pin anew what pyproject.toml and package.json ask for. No address of a registry gets into either file.
lock: .cache/uv
	echo uv | .cache/uv/bin/uv pip compile - --generate-hashes --no-header --no-annotate --upgrade -o requirements-uv.txt
	.cache/uv/bin/uv pip compile pyproject.toml --group dev --python 3.13 --generate-hashes --no-header --upgrade -o requirements.txt
	rm -rf node_modules package-lock.json
	npm install --package-lock-only --ignore-scripts

clean:
	rm -rf .cache .venv node_modules site test-results

.cache/uv: requirements-uv.txt
	python3 -m venv --clear $@
	$@/bin/pip install --quiet --disable-pip-version-check --require-hashes -r $<
	touch $@

.venv: requirements.txt pyproject.toml .python-version | .cache/uv
	.cache/uv/bin/uv venv --quiet --clear
	.cache/uv/bin/uv pip sync --quiet --require-hashes requirements.txt
	.cache/uv/bin/uv pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

node_modules: package-lock.json .venv
	npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	touch $@
