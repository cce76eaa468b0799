# `make help` says what each is for. `make demo` and `make test` set up what they need.
SHELL := /bin/bash
.DEFAULT_GOAL := help

CLI := cargo run --quiet --package leadbridge-cli --
TAURI := ui/node_modules/.bin/tauri
# The window's own pages are built in; without this feature it would look for a development server.
BUILT_IN := --features tauri/custom-protocol
SCREEN := $(or $(DISPLAY),$(WAYLAND_DISPLAY))

# What is missing is said before anything is built: prerequisites run from left to right.
.NOTPARALLEL:
SETUPS := $(addprefix setup-,demo test app lint package screenshots ui)

.PHONY: help demo test test-rust test-ui test-window app lint bench accuracy fuzz package screenshots fmt ui desktop $(SETUPS)

help: ## Say what there is
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

demo: setup-demo ## See it work: sample conversations become leads; with a display, in the window too
ifeq ($(SCREEN),)
	@echo "==> Building the command line, then running the demonstration (no display: no window)"
	@$(CLI) demo
else
	@$(MAKE) --no-print-directory desktop
	@echo "==> Running the demonstration, then opening the window on its leads"
	@$(CLI) demo --window target/debug/leadbridge-desktop
endif

test: setup-test ## Run every test: Rust, pages, real window
	@$(MAKE) --no-print-directory test-rust test-ui test-window
	@echo "==> All tests passed"

test-rust:
	@echo "==> Testing the engine, the command line and the stories (no window)"
	cargo test

test-ui: ui
	@echo "==> Testing the pages: types, lints, units"
	cd ui && npm run --silent typecheck && npm run --silent lint && npm run --silent test
	@echo "==> Testing the pages in Chromium: with sample data, then on the real engine"
	scripts/browser-tests

test-window: desktop
	@echo "==> Testing the real window"
	cargo build --package leadbridge-cli
	scripts/window-tests

app: desktop ## Open the window
	target/debug/leadbridge-desktop

lint: setup-lint ui ## Check formatting and lints, Rust and pages
	@echo "==> Formatting"
	cargo fmt --all -- --check
	@echo "==> Lints: everything without the window, then the window"
	cargo clippy --all-targets -- -D warnings
	cargo clippy --package leadbridge-desktop --all-targets $(BUILT_IN) -- -D warnings
	@echo "==> Licences and sources of what we depend on"
	scripts/deny
	@echo "==> Lints: pages"
	cd ui && npm run --silent lint

bench: ## Measure: reading beside parsing, large files, memory, what a change of questions would do
	@echo "==> Building for measuring, then measuring one conversation: parsed, and read too"
	cargo bench --package leadbridge-domain
	@echo "==> Building the command line, then measuring large files and changes of questions"
	cargo bench --package leadbridge-cli

accuracy: ## Print how well answers are read: precision and recall by type and language
	cargo test --package leadbridge-domain --test accuracy -- --nocapture

fuzz: ## Read a million conversations and a million texts made up at random (some minutes)
	cargo test --release --package leadbridge-domain --test properties -- --ignored --nocapture fuzz_

package: setup-package ui ## Make the .deb and .rpm
	$(TAURI) build --bundles deb,rpm -- --package leadbridge-desktop --profile dist

screenshots: setup-screenshots ui ## Take the pictures in docs/screenshots anew
	cargo build --quiet --package leadbridge-cli
	cd ui && npm run --silent screenshots

fmt: ui/node_modules/.package-lock.json ## Format everything
	cargo fmt --all
	cd ui && npm run --silent format

ui: ui/node_modules/.package-lock.json
	@echo "==> Building the pages"
	cd ui && npm run --silent build

ui/node_modules/.package-lock.json: ui/package-lock.json | setup-ui
	@echo "==> Fetching what the pages are built with"
	cd ui && npm ci --no-audit --no-fund

desktop: setup-app ui
	@echo "==> Building the window (the first time takes some minutes)"
	cargo build --package leadbridge-desktop $(BUILT_IN)

$(SETUPS): setup-%:
	@scripts/setup $*
