# Everything a person or a build machine does with Curious. `make chat` on a fresh Debian machine with a
# Swift toolchain is enough to talk to it.

SWIFT ?= swift
PREFIX ?= /usr/local
CHECKS = --explicit-target-dependency-import-check error
RELEASE = -c release --static-swift-stdlib -Xlinker -s $(CHECKS)

# The Debian packages that the toolchain and the program link with.
PACKAGES = git g++ libreadline-dev

.PHONY: chat build test lint format needs install uninstall start-time mutants

chat: build
	@$$($(SWIFT) build $(RELEASE) --show-bin-path)/curious || [ $$? = 1 ] # 1: left before the end

build: needs
	$(SWIFT) build $(RELEASE)

# Tests look at what the program opens, too.
test: PACKAGES += strace
test: needs lint
	$(SWIFT) test --disable-xctest $(CHECKS)

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

install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/curious
	install -m 755 "$$($(SWIFT) build $(RELEASE) --show-bin-path)/curious" $(DESTDIR)$(PREFIX)/bin/curious
	cp -R Dialogues $(DESTDIR)$(PREFIX)/share/curious/
	chmod -R u=rwX,go=rX $(DESTDIR)$(PREFIX)/share/curious

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/curious
	rm -rf $(DESTDIR)$(PREFIX)/share/curious

# Start to first question, on the shipped pack padded to 250 KB.
start-time: build
	Benchmarks/start-time.sh "$$($(SWIFT) build $(RELEASE) --show-bin-path)/curious"

# Breaks the engine on purpose, in a copy, to see that the tests notice.
mutants:
	Tests/mutants.sh
