# Everything a person or a build machine does with Curious. `make chat` on a fresh Debian machine with a
# Swift toolchain is enough to talk to it.

SWIFT ?= swift
PREFIX ?= /usr/local
CHECKS = --explicit-target-dependency-import-check error
RELEASE = -c release --static-swift-stdlib -Xlinker -s $(CHECKS)

# Tests run on what is optimised as the program is: they try out so much that they take five times as long otherwise.
TESTED = -c release -Xswiftc -enable-testing --scratch-path .build-test $(CHECKS)

# The Debian packages that the toolchain and the program link with.
PACKAGES = git g++ libreadline-dev libsimdjson-dev libsqlite3-dev

.PHONY: chat build test ci full check-packs lint format needs needs-python stage install uninstall dist static-libraries try-dist try-bulk start-time cases-time check-time benchmark mutants kills fuzz fuzz-briefly soak

chat: build
	@$$($(SWIFT) build $(RELEASE) --show-bin-path)/curious || [ $$? = 1 ] # 1: left before the end

BUILD = build
build: needs
	$(SWIFT) build $(RELEASE)

# Tests look at what the program opens, have its graphs drawn, hold files and messages to their schemas, and
# run the example clients, too.
test: PACKAGES += strace graphviz jq
test needs-python: PACKAGES += python3-venv
test: needs needs-python lint
	$(SWIFT) test --disable-xctest $(TESTED)

# At each change: the tests, the packs, and a slice of the long checks, on the programs that the tests have built:
# building anything else would build all of it anew, which takes as long as the tests do.
ci: test
	$(MAKE) check-packs soak BUILD= RELEASE='$(TESTED)' SOAK_TURNS=60000 WALKS=100

# All that there is to check. The tarball wants root, the fuzzing an hour.
full: export SEED_BATCHES = 8
full: test check-packs kills mutants try-dist soak fuzz

# The packs that ship have no fault, their scenarios come to every step, branch and option, and random
# conversations lose nothing.
WALKS = 300
check-packs: $(BUILD)
	@curious=$$($(SWIFT) build $(RELEASE) --show-bin-path)/curious; \
	$$curious check --dialogues Dialogues || exit; \
	for pack in Dialogues/*/; do \
	  $$curious test --dialogues Dialogues --pack "$$(basename "$$pack")" --coverage 100 --walk $(WALKS) --seed 1 \
	    || exit; done

lint:
	$(SWIFT) format lint --strict --parallel -r Package.swift Sources Tests

format:
	$(SWIFT) format --in-place --parallel -r Package.swift Sources Tests

# Installs what is missing; without the right to, says what to ask for.
needs:
	@command -v dpkg-query >/dev/null || exit 0; \
	missing=; for package in $(PACKAGES); do \
	  dpkg-query -W -f='$${db:Status-Status}\n' $$package 2>/dev/null | grep -qx installed \
	    || missing="$$missing $$package"; \
	done; \
	[ -z "$$missing" ] && exit 0; \
	install="apt-get install -y --no-install-recommends$$missing"; \
	if [ "$$(id -u)" = 0 ]; then apt-get update -q && DEBIAN_FRONTEND=noninteractive $$install; \
	elif sudo -n true 2>/dev/null; then \
	  sudo apt-get update -q && sudo DEBIAN_FRONTEND=noninteractive $$install; \
	else echo "Missing:$$missing. Ask for this to be run: sudo $$install" >&2; exit 3; fi

# What holds the dialogue files to their schema: a validator from PyPI, in a folder of its own. Without it,
# say for want of a network, the tests that need it are passed over; not so where CI is set.
PYTHON = .build/python
needs-python: needs
	@cmp -s Tests/python-packages.txt $(PYTHON)/packages.txt && exit 0; mkdir -p .build; \
	{ rm -rf $(PYTHON) && python3 -m venv $(PYTHON) \
	  && $(PYTHON)/bin/pip install --no-deps --retries 1 --requirement Tests/python-packages.txt \
	  && cp Tests/python-packages.txt $(PYTHON)/packages.txt; } >.build/python.log 2>&1 && exit 0; \
	rm -rf $(PYTHON); \
	echo "The schema goes untested: .build/python.log says why. With a network, run: make needs-python" >&2; \
	[ -z "$$CI" ]

# What is installed, as a tree below a prefix.
STAGE = .build/stage
VERSION = 0.1.0
DIST = curious-$(VERSION)-linux-$(shell uname -m)

stage: build
	rm -rf $(STAGE)
	install -d $(STAGE)/bin $(STAGE)/share/man/man1 $(STAGE)/share/doc/curious $(STAGE)/share/curious
	install -m 755 "$$($(SWIFT) build $(RELEASE) --show-bin-path)/curious" $(STAGE)/bin/curious
	cp -R Dialogues $(STAGE)/share/curious/
	cp Documentation/curious.1 $(STAGE)/share/man/man1/
	cp README.md CHANGELOG.md LICENSE $(STAGE)/share/doc/curious/
	install -d $(STAGE)/share/doc/curious/Documentation $(STAGE)/share/doc/curious/Sources/LineService
	cp -R Documentation/*.md Documentation/*.png Documentation/bulk Documentation/clients Documentation/decisions Documentation/tasks $(STAGE)/share/doc/curious/Documentation/
	cp -R Sources/LineService/Schemas $(STAGE)/share/doc/curious/Sources/LineService/
	Documentation/licences.sh $(STAGE)/share/doc/curious/licences
	install -d $(STAGE)/share/bash-completion/completions $(STAGE)/share/zsh/site-functions \
	  $(STAGE)/share/fish/vendor_completions.d
	$(STAGE)/bin/curious --generate-completion-script bash > $(STAGE)/share/bash-completion/completions/curious
	$(STAGE)/bin/curious --generate-completion-script zsh > $(STAGE)/share/zsh/site-functions/_curious
	$(STAGE)/bin/curious --generate-completion-script fish > $(STAGE)/share/fish/vendor_completions.d/curious.fish
	chmod -R u=rwX,go=rX $(STAGE)

# Writes down each file and folder that it adds, for uninstall.
MANIFEST = $(DESTDIR)$(PREFIX)/share/doc/curious/installed

install: stage
	@set -e; to="$(DESTDIR)$(PREFIX)"; list=$$(mktemp); \
	(cd $(STAGE) && find . -type d) | while read -r folder; do \
	  [ -d "$$to/$$folder" ] || { mkdir -p "$$to/$$folder"; echo "$$folder" >> $$list; }; done; \
	cp -R $(STAGE)/. "$$to/"; \
	(cd $(STAGE) && find . ! -type d) >> $$list; \
	sort -r $$list > "$(MANIFEST)"; chmod 644 "$(MANIFEST)"; rm -f $$list
	@echo "Installed below $(PREFIX)."

# Takes away what install added, and nothing else.
uninstall:
	@test -f "$(MANIFEST)" || { echo "Nothing installed below $(PREFIX)." >&2; exit 3; }
	@set -e; to="$(DESTDIR)$(PREFIX)"; list=$$(mktemp); mv "$(MANIFEST)" $$list; \
	while read -r path; do \
	  if [ -d "$$to/$$path" ]; then rmdir "$$to/$$path" 2>/dev/null || true; \
	  else rm -f "$$to/$$path"; fi; done < $$list; rm -f $$list
	@echo "Taken away from below $(PREFIX)."

# A tarball for machines without a Swift toolchain: the Swift runtime, readline and SQLite are in the program.
# simdjson has no static library in Debian, and comes along in lib.
dist: RELEASE += -Xlinker -L$(CURDIR)/.build/static -Xlinker -ltinfo -Xlinker -lm -Xlinker '-rpath=$$ORIGIN/../lib'
dist: static-libraries stage
	rm -rf .build/$(DIST) && cp -R $(STAGE) .build/$(DIST)
	install -d .build/$(DIST)/lib
	simdjson=$$(ldd $(STAGE)/bin/curious | awk '/libsimdjson/ { print $$3 }'); \
	install -m 644 "$$simdjson" .build/$(DIST)/lib/
	tar -C .build --owner=0 --group=0 -czf .build/$(DIST).tar.gz $(DIST)
	@echo "Made .build/$(DIST).tar.gz. To install it:"
	@echo "  tar xzf $(DIST).tar.gz"
	@echo "  sudo cp -R $(DIST)/. /usr/local/"

static-libraries: needs
	mkdir -p .build/static
	for name in readline tinfo sqlite3; do \
	  ln -sf "$$(gcc -print-file-name=lib$$name.a)" .build/static/lib$$name.a; done

# The tarball, installed and used in bare roots of Debian 12 and 13 that have no Swift. Needs root.
try-dist: PACKAGES += debootstrap
try-dist: dist
	for release in bookworm trixie; do Tests/bare-root.sh .build/$(DIST).tar.gz $$release || exit; done

# Whether GNU parallel and Apache Spark write the same letters as the program alone. Not in CI: Spark is large.
try-bulk: PACKAGES += parallel python3-venv default-jre-headless
try-bulk: build
	@bin=$$($(SWIFT) build $(RELEASE) --show-bin-path); Tests/bulk.sh $$bin/curious $$bin/turns

# Start to first question, on the shipped pack padded to 250 KB.
start-time: build
	Benchmarks/start-time.sh "$$($(SWIFT) build $(RELEASE) --show-bin-path)/curious"

# One table of all that is measured: turns, memory, start, letters, checks, and other engines beside them.
benchmark: PACKAGES += gcc python3-venv util-linux
benchmark: build
	@bin=$$($(SWIFT) build $(RELEASE) --show-bin-path); \
	python3 Benchmarks/benchmark.py $$bin/curious $$bin/turns

# Ten thousand kept cases: listing them, opening one, and starting beside them.
cases-time: build
	@bin=$$($(SWIFT) build $(RELEASE) --show-bin-path); \
	python3 Benchmarks/start-with-cases.py $$bin/curious $$bin/turns

# How long `curious check` takes, on the shipped packs and on made-up ones of up to 4,000 questions.
check-time: build
	Benchmarks/check-time.sh "$$($(SWIFT) build $(RELEASE) --show-bin-path)/curious"

# Breaks the engine on purpose, in a copy, to see that the tests notice; with MUTANTS only in the first so many ways.
MUTANTS =
mutants:
	Tests/mutants.sh $(MUTANTS)

# Conversations that are ended by kill -9 at this many moments: what was acknowledged is kept.
KILLS = 1000
kills: export KILLS := $(KILLS)
kills: needs
	$(SWIFT) test --disable-xctest $(TESTED) --filter KilledConversationsTests

# Made-up bytes for what takes bytes from elsewhere; all together for so many seconds, on as many processors as
# there are. What breaks a rule is kept below .build-fuzz/found.
FUZZ_SECONDS = 3600
FUZZ_PARTS = lines requests states packs
FUZZ_BUILD = -c release --scratch-path .build-fuzz

fuzz: export FUZZER = $(shell clang -print-file-name=libclang_rt.fuzzer_no_main-$(shell uname -m).a)
fuzz: needs
	$(SWIFT) build $(FUZZ_BUILD) --product fuzz
	@fuzz=$$($(SWIFT) build $(FUZZ_BUILD) --show-bin-path)/fuzz; \
	hands=$$(nproc); [ $$hands -lt 4 ] || hands=4; \
	printf '%s\n' $(FUZZ_PARTS) | xargs -P $$hands -I PART Tests/Fuzz/part.sh $$fuzz PART $$(($(FUZZ_SECONDS) * hands / 4))

# As a build machine does it, which has the packages built already and needs nothing else of them after.
fuzz-briefly: FUZZ_SECONDS = 60
fuzz-briefly: FUZZ_BUILD = $(TESTED)
fuzz-briefly: fuzz

# Ten million turns with the service over a pipe, a tenth of them wrong: nothing is lost, and it needs no more
# memory as it goes on.
SOAK_TURNS = 10000000
SOAK_SEED = 1

soak: $(BUILD)
	rm -rf .build/soak && mkdir -p .build/soak && cp -R Dialogues/*/ Tests/Packs/street-tree .build/soak
	@bin=$$($(SWIFT) build $(RELEASE) --show-bin-path); \
	$$bin/soak $$bin/curious .build/soak $(SOAK_TURNS) $(SOAK_SEED)
