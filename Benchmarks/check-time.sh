#!/bin/bash
# How long `curious check` takes: the shipped packs, then made-up packs of more and more questions that branch,
# read each other's answers, are watched and stand in a letter. Usage: check-time.sh PROGRAM
set -euo pipefail
program=$1
root=$(cd "$(dirname "$0")/.." && pwd)
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

# So many questions, twenty a dialogue.
make_pack() {
  local count=$1 pack=$2 dialogue question
  mkdir -p "$pack/letters"
  cp "$root/Tests/Packs/street-tree/language.yaml" "$pack/"
  printf 'pack: made-up\ntitle: Made up\nversion: "1"\nentry: start\n' > "$pack/pack.yaml"
  printf 'outcomes:\n' > "$pack/outcomes.yaml"
  for outcome in done advice; do
    printf '  %s:\n    kind: chart\n    text: %s.\n    letters: [note]\n' $outcome $outcome >> "$pack/outcomes.yaml"
  done
  printf 'unfinished: [note]\n' >> "$pack/outcomes.yaml"
  printf 'vocabulary: colours\nitems:\n  red: Red\n  green: Green\n  blue: Blue\n  grey: Grey\n' > "$pack/colours.yaml"
  printf 'dialogue: start\nsteps:\n' > "$pack/start.yaml"
  printf 'watches:\n' > "$pack/watches.yaml"
  for ((dialogue = 0; dialogue < count / 20; dialogue++)); do
    printf '  - use: d%d\n    id: d%d\n' $dialogue $dialogue >> "$pack/start.yaml"
    {
      printf 'dialogue: d%d\nfacts:\n  noted: q1 is yes and q4 has any\nsteps:\n' $dialogue
      for ((question = 0; question < 20; question++)); do
        printf '  - ask: q%d\n    text: Question %d of part %d, <<q0 | as before>>?\n' $question $question $dialogue \
          | if [ $question = 0 ]; then sed 's/, <<.*>>//'; else cat; fi
        case $((question % 5)) in
          0) printf '    answer: text\n' ;;
          1) printf '    answer: yes-no\n    then:\n      yes: q%d\n      unknown: q%d\n      otherwise: q%d\n' \
               $((question + 1)) $((question + 1)) $((question + 2)) ;;
          2) printf '    answer: one of colours\n    when: q%d is yes\n' $((question - 1)) ;;
          3) printf '    answer: number\n    when: q%d is known\n' $((question - 3)) ;;
          4) printf '    answer: any of colours\n' ;;
        esac
        printf 'Part %d, %d: <<d%d.q%d>>\n' $dialogue $question $dialogue $question >> "$pack/letters/note.md"
      done
      printf '  - say: noted\n    text: Noted.\n    when: noted\n'
      printf '  - for each: q4\n    id: each-colour\n    as: colour\n    steps:\n'
      printf '      - ask: spot\n        text: Where is <<colour>>?\n        answer: text\n'
    } > "$pack/d$dialogue.yaml"
    printf '<<when: d%d.noted>>\nPart %d was noted.\n<<end>>\n' $dialogue $dialogue >> "$pack/letters/note.md"
    printf '  - watch: w%d\n    whenever: d%d.q6 is yes and d%d.q1 is yes\n    steps:\n' $dialogue $dialogue $dialogue >> "$pack/watches.yaml"
    printf '      - say: hello\n        text: Both of part %d.\n' $dialogue >> "$pack/watches.yaml"
  done
  {
    printf '  - choose: ending\n    when d0.q1 is yes or d0.q6 is yes: done\n    when d0.q1 is unknown: done\n    otherwise: advice\n'
    printf '  - conclude: done\n    outcome: done\n    then: end\n  - conclude: advice\n    outcome: advice\n'
  } >> "$pack/start.yaml"
}

# The median of seven runs, in milliseconds, after one that does not count.
time_check() {
  "$program" check "$1" > "$folder/found" || { head -20 "$folder/found" >&2; exit 1; }
  for _ in 1 2 3 4 5 6 7; do
    local before after
    before=$(date +%s%N)
    "$program" check "$1" > /dev/null
    after=$(date +%s%N)
    echo $(((after - before) / 1000000))
  done | sort -n | sed -n 4p
}

for pack in "$root"/Dialogues/*/; do
  printf '%-32s %5d ms\n' "$(basename "$pack")" "$(time_check "$pack")"
done
for count in 500 1000 2000 4000; do
  make_pack $count "$folder/$count"
  printf '%-32s %5d ms\n' "$count questions, made up" "$(time_check "$folder/$count")"
done
