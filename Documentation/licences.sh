#!/usr/bin/env bash
# Gathers, into a folder, the licences of what is in the program.
set -eu
to=$1
mkdir -p "$to"
cp LICENSE "$to/curious.txt"
cp .build/checkouts/Yams/LICENSE "$to/Yams.txt"
cp .build/checkouts/swift-argument-parser/LICENSE.txt "$to/swift-argument-parser-and-Swift-runtime.txt"
cp .build/checkouts/swift-crypto/LICENSE.txt "$to/swift-crypto.txt"
cp .build/checkouts/swift-crypto/NOTICE.txt "$to/swift-crypto-notice.txt"
gzip -cdf /usr/share/doc/libsimdjson-dev/copyright* > "$to/simdjson.txt"
cp /usr/share/common-licenses/GPL-3 "$to/GPL-3.txt"
cat > "$to/README.txt" <<'TEXT'
The source of Curious is under the MIT licence (curious.txt). This program is linked with GNU readline, which is
under the GNU General Public License, version 3 or later (GPL-3.txt); so the program as a whole is passed on under
that licence, and whoever passes it on passes on, or offers, the source that it was built from.
TEXT
