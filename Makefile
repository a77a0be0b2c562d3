# `make run` and `make test` need git, make and Python 3.11 or newer; they see to the rest.
# What is set up stands in .venv; each step leaves a stamp there when it is whole, so that a second
# run is quick and an interrupted one goes on where it was.

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
# The locks name every package, so pip resolves nothing: older pips would look beyond the lock for a
# package that is wanted with an extra. `pip check` says if the lock lacks something after all.
LOCKED := install --quiet --require-hashes --no-deps --no-build-isolation
EXAMPLE := build/example
TS := resources/translations/workbench_zh_CN.ts
UV_VERSION := 0.13.9
COMPILE := .setup/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header --no-annotate $(LOCK_FLAGS)

.PHONY: help run test check bench fuzz tour format translations keys lock wheel clean setup setup-dev system

help:
	@echo "make run      set up, then open the window on an example project"
	@echo "make test     set up, then lint, types, import contracts and tests"
	@echo "make bench    measure, each figure beside its limit"
	@echo "make fuzz     read inputs that nobody writes, with every reader (FUZZ_FLAGS='pdf --inputs 2000')"
	@echo "make tour     drive the window through the main job, with pictures, into build/tour"
	@echo "make format   format the code"
	@echo "make translations   collect the window's sentences into the .ts file and compile it"
	@echo "make keys     write the tables of keys (docs/keys.md) from the table of actions"
	@echo "make lock     write the locked versions anew (LOCK_FLAGS=--upgrade for newer ones)"
	@echo "make wheel    build dist/*.whl"
	@echo "make clean    remove what was built and set up (not the example project)"

run: setup
	@sh packaging/run.sh $(EXAMPLE)

test: setup-dev check

check:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/pyright
	$(BIN)/lint-imports
	@sh packaging/tests.sh $(PYTEST_FLAGS)

bench: setup-dev
	$(BIN)/python -m tests.bench

fuzz: setup-dev
	$(BIN)/python -m tests.fuzz $(FUZZ_FLAGS)

tour: setup
	@sh packaging/run.sh --tour build/tour

format: setup-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

translations: setup-dev
	$(BIN)/pyside6-lupdate -silent -locations none -no-obsolete -source-language en \
		-target-language zh_CN $$(find workbench/ui -name '*.py' | LC_ALL=C sort) -ts $(TS)
	$(BIN)/pyside6-lrelease -silent $(TS) -qm $(TS:.ts=.qm)

keys: setup-dev
	$(BIN)/python -m workbench.ui.shortcuts.manual

wheel: setup
	$(PIP) wheel --quiet --no-deps --no-build-isolation --wheel-dir dist .

lock: .setup/bin/uv
	$(COMPILE) --group build -o packaging/requirements-build.txt
	$(COMPILE) pyproject.toml -c packaging/requirements-build.txt -o packaging/requirements.txt
	$(COMPILE) pyproject.toml --group dev -c packaging/requirements.txt \
		-o packaging/requirements-dev.txt

clean:
	rm -rf .venv .setup dist build/tour build/fuzz .pytest_cache .ruff_cache .import_linter_cache .hypothesis .coverage*

setup: system .venv/run.stamp

setup-dev: system .venv/dev.stamp

system:
	@sh packaging/system.sh ready

# The packages that come as source (jieba, and this one) are built with these, not with whatever
# is newest today.
.venv/build.stamp: packaging/requirements-build.txt | system
	@$(PIP) --version >/dev/null 2>&1 || \
		{ python=$$(sh packaging/system.sh python) && $$python -m venv --clear .venv; }
	$(PIP) $(LOCKED) -r packaging/requirements-build.txt
	@touch $@

.venv/run.stamp: packaging/requirements.txt pyproject.toml .venv/build.stamp
	$(PIP) $(LOCKED) -r packaging/requirements.txt
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev.stamp: packaging/requirements-dev.txt .venv/run.stamp
	$(PIP) $(LOCKED) -r packaging/requirements-dev.txt
	$(PIP) check
	@touch $@

.setup/bin/uv: Makefile | system
	python=$$(sh packaging/system.sh python) && $$python -m venv --clear .setup
	.setup/bin/python -m pip --disable-pip-version-check install --quiet uv==$(UV_VERSION)
	@touch $@
