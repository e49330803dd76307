#!/usr/bin/env bash
# Gathers, into a folder, the licences of what is in the program.
set -eu
to=$1
packages=${2:-.build/checkouts}
mkdir -p "$to"
cp LICENSE "$to/curious.txt"
cp $packages/Yams/LICENSE "$to/Yams.txt"
cp $packages/swift-argument-parser/LICENSE.txt "$to/swift-argument-parser-and-Swift-runtime.txt"
cp $packages/swift-crypto/LICENSE.txt "$to/swift-crypto.txt"
cp $packages/swift-crypto/NOTICE.txt "$to/swift-crypto-notice.txt"
cp $packages/swift-asn1/LICENSE.txt "$to/swift-asn1.txt"
cp $packages/swift-asn1/NOTICE.txt "$to/swift-asn1-notice.txt"
cp $packages/GRDB.swift/LICENSE "$to/GRDB.swift.txt"
gzip -cdf /usr/share/doc/libsqlite3-dev/copyright* > "$to/sqlite3.txt"
gzip -cdf /usr/share/doc/libtinfo*/copyright* > "$to/ncurses.txt"
gzip -cdf /usr/share/doc/libsimdjson-dev/copyright* > "$to/simdjson.txt"
cp /usr/share/common-licenses/GPL-3 "$to/GPL-3.txt"
cat > "$to/README.txt" <<'TEXT'
The source of Curious is under the MIT licence (curious.txt). This program is linked with GNU readline, which is
under the GNU General Public License, version 3 or later (GPL-3.txt); so the program as a whole is passed on under
that licence, and whoever passes it on passes on, or offers, the source that it was built from.
TEXT
