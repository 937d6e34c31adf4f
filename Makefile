# Verbale. `make demo` shows what it does; `make test` runs all tests; `make help` lists the rest.
.PHONY: help setup build demo test asan bench train clean
JOBS ?= $(shell nproc)
PROGRAM = build/release/verbale

help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: ## install the Debian packages of packages.txt that are missing
	@bash scripts/setup.sh packages.txt

build: ## the program at build/release/verbale, nothing installed
	@cmake --preset release > /dev/null
	@cmake --build --preset release --target verbale -j $(JOBS)

demo: setup build ## read examples/ into a new record and show what came out
	@bash scripts/demo.sh $(PROGRAM)

test: setup ## all tests; closes with ctest's line
	@bash scripts/test.sh $(JOBS)

bench: setup ## speed, memory and the peers; writes to build/bench
	@bash scripts/setup.sh benchmarks/packages.txt
	@bash scripts/bench.sh

train: setup ## train the English models from ../shared/data (VERBALE_DATA)
	@bash scripts/train.sh

clean: ## remove what was built
	rm -rf build
