# Every verb sets up what it needs: Python's tools in .venv (locked by requirements.txt), the browser's in
# node_modules (locked by package-lock.json). Node itself comes with Python's tools.

export PATH := $(CURDIR)/.venv/bin:$(CURDIR)/node_modules/.bin:$(PATH)
# Material announces the end of MkDocs 1 at every build; CONTRIBUTING says what we make of it.
export NO_MKDOCS_2_WARNING := 1
# A container image often says so: every process would compile every module that it imports, for a hundred processes.
unexport PYTHONDONTWRITEBYTECODE
# The same commit gives the same bytes, whenever it is built.
SOURCE_DATE_EPOCH ?= $(shell git log -1 --format=%ct 2>/dev/null)
ifneq ($(SOURCE_DATE_EPOCH),)
export SOURCE_DATE_EPOCH
endif

.DEFAULT_GOAL := help
.PHONY: help serve build hosts release stale screens test unit portal coverage fuzz bench growth lint lock clean setup

help: ## Say what each verb does
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 14

serve: setup ## Serve the guide at http://127.0.0.1:8000/, and reload it as you edit
	mkdocs serve

build: setup ## Build the site in site/
	python -m live_checks.tools chromium
	GUIDE_PDF=true mkdocs build --strict

# What nginx and Caddy include, for the guide at GUIDE_PATH: the same site, at another path.
hosts: setup ## Write what nginx and Caddy include, for the guide at GUIDE_PATH
	python -m live_checks.headers site

release: build ## Put what is handed out in dist/: site, command, PDFs, bill, digests
	python -m live_checks.release site dist

# DAYS=30 for another age than 90 days.
stale: setup ## Print the facts whose sources were not checked for DAYS days
	@python -m live_checks.facts docs/facts.yaml --days $(or $(DAYS),90)

test: unit build ## Run every test, in real browsers too
	python -m live_checks.tools chromium-headless-shell firefox webkit xvfb nginx caddy
	python tests/site/words/hunspell.py
	pytest $(UNIT:%=--ignore=%) --ignore=tests/portal

# What needs neither the built site nor a browser: it can run while the site is built, and lets that go first.
UNIT := tests/validators tests/cli tests/fuzz
unit: setup ## Run the tests of the rules and of the command, without a build
	nice pytest --numprocesses=logical $(UNIT)

# A thousand packages and a build of half a minute, for one host page of many: `make test` leaves it out.
portal: build tests/portal/node_modules ## Test <qbo-check> in a portal that Docusaurus makes
	python -m live_checks.tools chromium-headless-shell firefox
	pytest tests/portal --numprocesses=0

# A build is most of what tests the plugin. CI does not measure: coverage costs it minutes and protects nothing more.
coverage: setup ## Measure which lines of the rules and of the plugin the tests run; fail below the floor
	python -m live_checks.tools chromium
	coverage erase
	GUIDE_PDF=true coverage run -m mkdocs build --strict
	coverage run -m pytest tests/validators tests/cli tests/plugin tests/runtime tests/site/test_release.py
	coverage combine --quiet
	coverage report

# Minutes for each door that pasted text comes in by; `make test` takes one short round.
fuzz: setup ## Search for pastes that break a rule, for minutes, with another seed each time
	pytest tests/fuzz tests/validators/test_secrets.py \
		tests/validators/test_error_message.py::test_the_corpus_is_named_in_any_shape --fuzz-seconds=120

bench: build bench/node_modules ## Measure how soon Python answers
	python -m live_checks.tools firefox nginx h2load
	python bench

growth: setup ## Measure what more pages and rules cost
	python -m live_checks.tools chromium firefox nginx
	python bench/growth.py

# Every state of every check, and the main pages, to be looked at: screens/index.html.
screens: build ## Photograph every state of every check, and the main pages
	python tests/browser/screens.py

lint: setup ## Check types, style and workflows
	ruff check
	ruff format --check
	mypy
	lint-imports --no-logo
	biome ci
	tsc
	markdownlint-cli2
	djlint overrides --lint --quiet
	zizmor --offline --quiet --persona=pedantic .github
	check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	check-jsonschema --builtin-schema vendor.readthedocs .readthedocs.yaml

setup: node_modules ## Install the tools, as locked

# Pin anew what pyproject.toml and package.json ask for. No address of a registry gets into either file.
lock: .cache/uv ## Pin anew what pyproject.toml and package.json ask for
	echo uv | .cache/uv/bin/uv pip compile - --generate-hashes --no-header --no-annotate --upgrade -o requirements-uv.txt
	.cache/uv/bin/uv pip compile pyproject.toml --group dev --python 3.13 --generate-hashes --no-header --upgrade -o requirements.txt
	rm -rf node_modules package-lock.json
	npm install --package-lock-only --ignore-scripts
	rm -rf bench/node_modules bench/package-lock.json
	npm install --prefix bench --package-lock-only --ignore-scripts
	rm -rf tests/portal/node_modules tests/portal/package-lock.json
	npm install --prefix tests/portal --package-lock-only --ignore-scripts

clean: ## Delete all that was built and installed
	rm -rf .cache .venv node_modules bench/node_modules tests/portal/node_modules tests/portal/.cache dist site test-results

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

bench/node_modules tests/portal/node_modules: %/node_modules: %/package-lock.json .venv
	npm ci --prefix $* --ignore-scripts --no-audit --no-fund --loglevel=error
	touch $@
