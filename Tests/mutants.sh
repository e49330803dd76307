#!/usr/bin/env bash
# Breaks the engine in one line, in each of three ways or the first so many, and expects the random-edit test to
# notice.
set -eu
left=${1:-100}
cd "$(dirname "$0")/.."
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp -R Package.swift Sources Tests Dialogues "$copy/"

# Only what that test needs is built.
(cd "$copy/Tests" && rm -r Support/Fuzzed Support/StoredAnswers.swift \
  && find ScreeningTests -name '*Tests.swift' ! -name RandomEditTests.swift -delete)
cat >>"$copy/Package.swift" <<'END'
let needed = ["DialogueScript", "DialogueReading", "Screening", "Checking", "Support", "ScreeningTests"]
package.targets.removeAll { !needed.contains($0.name) }
for target in package.targets { target.dependencies.removeAll { "\($0)".contains("LineService") } }
END

mutant() { # name, file, sed expression
  [ "$left" -gt 0 ] || return 0
  left=$((left - 1))
  local file="$copy/$2"
  cp "$2" "$file"
  sed -i "$3" "$file"
  if cmp -s "$2" "$file"; then echo "$1: the line to break was not found in $2"; exit 1; fi
  if (cd "$copy" && swift build --build-tests >build.log 2>&1); then :; else
    tail -5 "$copy/build.log"; echo "$1: does not build"; exit 1; fi
  if (cd "$copy" && swift test --skip-build --disable-xctest --filter RandomEditTests >test.log 2>&1)
  then echo "$1: NOT NOTICED"; exit 1; fi
  grep -q 'recorded an issue' "$copy/test.log" || { echo "$1: failed for another reason"; exit 1; }
  echo "$1: noticed"
  cp "$2" "$file"
}

mutant 'reads a parked answer' Sources/Screening/Walker.swift \
  's/all\[question\] ? marks\[question\].met : .none/marks[question].met/'
mutant 'forgets to restore' Sources/Screening/Conversation.swift \
  's/^    reopened = nil$/    answers = Answers(answers.filter { walk.met[$0.key] }); reopened = nil/'
mutant 'parks too much' Sources/Screening/Conversation.swift \
  's/^    return set(keepingItems/    answers = Answers(answers.filter { $0.key < question }); return set(keepingItems/'
