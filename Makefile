# Two commands do everything: `make start` and `make test`. `make help` lists the others.
SHELL := /bin/bash
.DEFAULT_GOAL := help

TOOLS := $(CURDIR)/.tools
export PATH := $(TOOLS)/node/bin:$(TOOLS)/bin:$(PATH)

TS := node --require @backstage/cli/config/nodeTransform.cjs
SCRIPTS := packages/portal-scripts/src

.PHONY: help
help: ## What there is
	@awk -F':.*## ' '/^[a-z-]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: setup
setup: ## Node 22, dependencies, helm and kubectl, into ignored folders
	@scripts/setup.sh

# make hands variables of its command line, like those of its environment, on to what it runs.
.PHONY: start
start: setup ## The portal with the demo fleet [CONFIG=extra.yaml] [DEMO=off] [PORT=7007] [SIMULATOR_PORT=8443] [GEN3_CSOC_DATA=.data]
	@exec $(TS) $(SCRIPTS)/start.ts

.PHONY: reset
reset: ## Empties the data of make start, unless a portal uses it [GEN3_CSOC_DATA=.data]
	@scripts/reset.sh

.PHONY: test
test: setup ## Everything: format, lint, types, metadata, config, unit, integration, end to end
	@exec $(TS) $(SCRIPTS)/test.ts all

.PHONY: test-unit
test-unit: setup ## Unit tests only, on SQLite
	@exec $(TS) $(SCRIPTS)/test.ts unit

.PHONY: bench
bench: setup ## Measures discovery, the fleet page and the inside of clusters, prints a table [ONLY=inside] [CHART_REPO=...]
	@exec $(TS) $(SCRIPTS)/bench.ts
