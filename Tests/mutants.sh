#!/usr/bin/env bash
# Breaks the program in one line, in each of ten ways or the first so many, and expects a test to notice.
set -eu
left=${1:-100}
cd "$(dirname "$0")/.."
copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
cp -R Package.swift Sources Tests Dialogues Documentation "$copy/"

# Only what these tests need is built; for the first few, whose test is one, without the service and what it needs.
spared='"curious", "turns", "soak", "TerminalChat", "TerminalChatTests", "PackGraph", "PackGraphTests", "ScenariosTests", "ProgramTests", "CReadline"'
if [ "$left" -lt 7 ]; then
  spared="$spared, \"LineService\", \"LineServiceTests\", \"CSimdjson\", \"DialogueCheckerTests\", \"DialogueCompilerTests\""
  (cd "$copy/Tests" && rm -r Support/Fuzzed Support/StoredAnswers.swift \
    && find DialogueEngineTests -name '*Tests.swift' ! -name InterpreterTests.swift -delete)
fi
echo "let spared = [$spared]" >>"$copy/Package.swift"
cat >>"$copy/Package.swift" <<'END'
package.targets.removeAll { spared.contains($0.name) }
for target in package.targets {
  target.dependencies.removeAll { one in spared.contains { name in "\(one)".contains("\"\(name)\"") } }
}
END

mutant() { # name, the suite that notices, file, sed expression
  [ "$left" -gt 0 ] || return 0
  left=$((left - 1))
  local file="$copy/$3"
  cp "$file" "$copy/whole"
  sed -i "$4" "$file"
  if cmp -s "$copy/whole" "$file"; then echo "$1: the line to break was not found in $3"; exit 1; fi
  if (cd "$copy" && swift build --build-tests >build.log 2>&1); then :; else
    tail -5 "$copy/build.log"; echo "$1: does not build"; exit 1; fi
  if (cd "$copy" && swift test --skip-build --disable-xctest --filter "$2" >test.log 2>&1)
  then echo "$1: NOT NOTICED"; exit 1; fi
  grep -q 'recorded an issue' "$copy/test.log" || { echo "$1: failed for another reason"; exit 1; }
  echo "$1: noticed by $2"
  mv "$copy/whole" "$file"
}

mutant 'a parked answer is read' InterpreterTests Sources/DialogueEngine/Environment.swift \
  's/bits\[question\] == .none ? nil : answers/answers/'
mutant 'the interpreter never uses a watch up' InterpreterTests Sources/DialogueEngine/Interpreter.swift \
  's/= isAnswered || isQuiet$/= false/'
mutant 'lowering drops the branch for unknown' InterpreterTests \
  Sources/DialogueCompiler/Lowering/ProgramLowering.swift \
  's/lowerBranch(unknown ?? otherwise,/lowerBranch(unknown == nil ? otherwise : otherwise,/'
mutant 'a conversation forgets to restore' InterpreterTests Sources/DialogueEngine/Conversation.swift \
  's/^    reopened = nil$/    answers = Answers(answers.filter { walk.met[$0.key] }); reopened = nil/'
mutant 'a conversation parks too much' InterpreterTests Sources/DialogueEngine/Conversation.swift \
  's/^    return set(keepingItems/    answers = Answers(answers.filter { $0.key < question }); return set(keepingItems/'
mutant 'a condition of a letter reads a parked answer' InterpreterTests Sources/DialogueEngine/Environment.swift \
  's/ where met\[question\] {/ {/'
mutant 'a number is taken out of two' NormalizedReplyTests Sources/DialogueModel/AnswerTypes/NumberAnswer.swift \
  's/{ \$0 == number(\[rest\[1\]\]) ? \$0 : nil }/{ $0 }/'
mutant 'partial evaluation takes a question passed by for answered' ReachabilityTests \
  Sources/DialogueChecker/ModelChecking/PartialEvaluator.swift \
  's/case .neverAsked(let question): test.reads { $0 == question } ? .always(false)/case .neverAsked(let question): test.reads { $0 == question } ? .always(true)/'
mutant 'inlining forgets what has been met' ReachabilityTests Sources/DialogueModel/Program/Inlining.swift \
  's/test(.not(condition), otherwise: label)/test(.always(true), otherwise: label)/'
mutant 'a state opens for any version' StateSealTests Sources/LineService/Conversations/StateSeal.swift \
  's/.(script.version)//'
