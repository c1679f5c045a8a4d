# One command each for what is done here every day. `make` alone lists them.

BIN := .venv/bin
LOCK := $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

.DEFAULT_GOAL := help
.PHONY: help setup run test check bench words lock clean setup-dev

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-6s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## make .venv as requirements/ says; at once when nothing changed
	@tools/environment.sh runtime

run: setup ## start the site, with demonstration data if there are none yet; PORT=… to choose
	@tools/serve.sh

test: setup-dev ## set up, with a browser and Chinese fonts, then make check
	@tools/browser.sh
	@$(MAKE) --no-print-directory check

check: ## lint, types, layers, translations and tests, in the environment as it is
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/djlint --quiet --lint site/nursery_site/templates
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/python tools/words.py --check
	$(BIN)/pytest -n 2

bench: setup-dev ## measure engine, peers, pages and import; in an environment of its own
	@tools/environment.sh bench
	@command -v wrk >/dev/null || tools/system_packages.sh wrk || true
	@.venv-bench/bin/python -m benchmarks.everything
	@$(BIN)/python -m benchmarks.paint_speed

words: setup ## collect the pages' messages into translations/ and compile the catalogs
	@$(BIN)/python tools/words.py

lock: setup ## bring requirements/ in line with pyproject.toml; RENEW=--upgrade for newer versions
	@test -x $(BIN)/uv || $(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	@$(LOCK) $(RENEW) --output-file requirements/runtime.txt
	@$(LOCK) $(RENEW) --output-file requirements/dev.txt \
		--group dev --constraint requirements/runtime.txt
	@$(LOCK) $(RENEW) --output-file requirements/bench.txt \
		--group bench --constraint requirements/runtime.txt

clean: ## remove the environment and every cache; var/ with its data stays
	rm -rf .venv .venv-bench dist .*_cache .hypothesis
	find . -name __pycache__ -prune -exec rm -rf {} +

setup-dev:
	@tools/environment.sh dev
