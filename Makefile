# Everything a newcomer types. Each target makes its own .venv when it is missing.
# Packages are installed from locks/, which names each with its hashes for every Python and system:
# the same on any day. `pip install .` takes what is newest within the ranges of pyproject.toml.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
  if $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then echo $$p; exit; fi; \
  done; echo python3)
VENV := .venv
BIN := $(VENV)/bin
EDITION := specs/zhuzhou-2019-09-20
STAMP := $(VENV)/.made
LOCKED := -m pip install -q --disable-pip-version-check --require-hashes --no-deps --only-binary :all: -r

.PHONY: pages test lint manuals bench calendars mutants readers lanes lock clean

pages: $(STAMP)
	$(BIN)/banxin build $(EDITION) --to pdf,png -o out

# Where .pyc files are forbidden, each command that a test runs would compile all of this again.
test: $(STAMP)
	@$(BIN)/python -m tests.optional --install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	PYTHONDONTWRITEBYTECODE= $(BIN)/python -m pytest -n auto -q

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache

# The manuals that are written from the program's own tables, in both languages.
manuals: $(STAMP)
	for lang in en zh; do for room in spec check check.press; do \
	  case $$room in spec) name=spec;; check) name=checks;; *) name=preflight;; esac; \
	  to=docs/$$(test $$lang = en || echo $$lang/)$$name.md; \
	  $(BIN)/python -m layout.$$room.reference --lang $$lang >$$to.new || { rm -f $$to.new; exit 1; }; mv $$to.new $$to; \
	done; done

bench: $(STAMP)
	$(BIN)/python $(LOCKED) locks/bench.txt
	$(BIN)/python -m bench

# Packages that know the 农历, day by day from 1929 to 2100, against JPL's DE440 (114 MB).
calendars:
	test -x .lanes/calendars/bin/python || $(PYTHON) -m venv .lanes/calendars
	.lanes/calendars/bin/python -m pip install -q --disable-pip-version-check \
	  -r bench/calendars/packages.txt
	.lanes/calendars/bin/python -m bench.calendars

# Sixty small changes to the package, each against the tests of its room: which does no test notice?
# Half an hour on two cores, and no part of CI. make mutants SEED=7 JOBS=1
mutants: $(STAMP)
	$(BIN)/python -m bench.mutants $(if $(SEED),--seed $(SEED)) $(if $(JOBS),--jobs $(JOBS))

# What other programs read from the pages, and what they keep of a press file: docs/readers.md and
# docs/afterwards.md, which is written where none of them is missing. PDF.js comes from npm, where there
# is one; poppler-utils, mupdf-tools and ghostscript are the system's. What is missing is not run.
PDFJS := pdfjs-dist@5.6.205

readers: $(STAMP)
	$(BIN)/python $(LOCKED) locks/readers.txt
	-npm install --silent --no-audit --no-fund --prefix $(VENV)/readers $(PDFJS)
	$(BIN)/python -m bench.readers --docs
	-$(BIN)/python -m bench.afterwards --docs

# The suite on each Python 3.11 to 3.14 that starts here, with locked, newest and oldest packages:
# make lanes ONLY=locked,oldest ON=3.12 LOAD=8
lanes: $(STAMP)
	@$(BIN)/python -m tests.optional --install
	@$(BIN)/python -m tests.lanes --only "$(ONLY)" --python "$(ON)" --load $(or $(LOAD),0)

# The packages are installed once for each state of pyproject.toml and the lock. pip and hatchling
# are of the lock too, so that nothing is fetched which it does not name.
$(STAMP): pyproject.toml locks/dev.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python $(LOCKED) locks/dev.txt
	$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

# Writes the locks anew with the newest packages (the oldest ones in oldest.txt). uv, because it
# makes one file for every Python and system where pip-tools makes a file for each; it is installed
# for this alone. Read the diff, then run make lanes.
UV := .lanes/uv
COMPILE := $(UV)/bin/uv pip compile -q --no-config --universal --python-version 3.11 --no-build \
  --generate-hashes --no-emit-index-url --no-emit-find-links --upgrade \
  --custom-compile-command "make lock"

lock:
	test -x $(UV)/bin/uv || { $(PYTHON) -m venv $(UV) && $(UV)/bin/python $(LOCKED) locks/uv.txt; }
	$(COMPILE) pyproject.toml --extra fast --group dev -o locks/dev.txt
	$(COMPILE) pyproject.toml --extra fast --group test --group build \
	  --resolution lowest-direct -o locks/oldest.txt
	$(COMPILE) --group bench -o locks/bench.txt
	$(COMPILE) --group readers -o locks/readers.txt
	$(COMPILE) --group lock -o locks/uv.txt

clean:
	rm -rf $(VENV) .lanes out .mypy_cache .ruff_cache .pytest_cache .hypothesis
