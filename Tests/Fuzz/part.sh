#!/usr/bin/env bash
# Fuzzes one part for so many seconds: part.sh PROGRAM PART SECONDS
set -eu
cd "$(dirname "$0")/../.."
mkdir -p ".build-fuzz/corpus/$2" .build-fuzz/found
log=.build-fuzz/$2.log
# Leaks are not looked for: what lives as long as the program counts as one.
if ASAN_OPTIONS=detect_leaks=0 SWIFT_BACKTRACE=enable=no "$1" "$2" -max_total_time="$3" -timeout=10 \
  -rss_limit_mb=2048 -dict=Tests/Fuzz/dictionary -artifact_prefix=".build-fuzz/found/$2-" \
  ".build-fuzz/corpus/$2" "Tests/Fuzz/seeds/$2" >"$log" 2>&1 </dev/null
then echo "$2: $(grep -a '^Done' "$log")"
else grep -a -E '^Broken|Fatal error|ERROR|    #|Test unit' "$log" | head -40; echo "$2: a rule is broken; $log"; exit 1; fi
