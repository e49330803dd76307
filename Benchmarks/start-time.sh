#!/usr/bin/env bash
# Median of 31 starts of PROGRAM, from launch to the prompt after the first question, on the shipped pack
# padded to 250 KB with questions that are read and resolved like any other. With an earlier program and its
# folder of packs as well, the two start turn about, and the ratio of their medians is told.
#
#     Benchmarks/start-time.sh PROGRAM [EARLIER DIALOGUES]
set -eu
program=$1
earlier=${2:-}
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Copies the first pack of a folder to another, padded.
pad() {
  local shipped pack entry n=0
  shipped=$(ls -d "$1"/*/ | head -1)
  pack="$2/$(basename "$shipped")"
  mkdir -p "$2"
  cp -R "$shipped" "$pack"
  entry=$(sed -n 's/^entry: //p' "$pack/pack.yaml")
  while [ "$(size "$2")" -lt 250000 ]; do
    n=$((n + 1))
    {
      printf 'dialogue: padding-%s\nsteps:\n' "$n"
      for q in $(seq 1 25); do
        printf '  - ask: question-%s\n    text: A question that only fills the pack up, number %s of %s?\n' "$q" "$q" "$n"
        printf '    answer: yes-no\n    hint: It is never asked, but read and resolved all the same.\n'
        printf '    why: |\n      So that the measure is of a pack of this size.\n      It says nothing.\n'
        [ "$q" = 1 ] || printf '    when: question-%s is yes or question-1 is unknown\n' "$((q - 1))"
      done
    } >"$pack/padding-$n.yaml"
    printf '  - use: padding-%s\n    id: padding-%s\n' "$n" "$n" >>"$pack/$entry.yaml"
  done
}
size() { cat "$1"/*/*.yaml "$1"/*/*/*.yaml "$1"/*/letters/*.md | wc -c; }

# Microseconds from launch to the first >, the prompt after the first question.
start_once() {
  local start=$EPOCHREALTIME end question
  coproc curious { exec "$1" --dialogues "$2" 2>"$work/err"; }
  IFS= read -r -d '>' question <&"${curious[0]}" || { cat "$work/err"; exit 1; }
  end=$EPOCHREALTIME
  taken=$((${end/./} - ${start/./}))
  exec {curious[1]}>&-
  wait "$curious_PID" || true
}

pad Dialogues "$work/now"
[ -z "$earlier" ] || pad "$3" "$work/earlier"
times=() before=()
for n in $(seq 0 31); do
  start_once "$program" "$work/now"
  times+=("$taken")
  [ -z "$earlier" ] && continue
  start_once "$earlier" "$work/earlier"
  before+=("$taken")
done
median() { printf '%s\n' "$@" | sort -n | sed -n "$((($# + 1) / 2))p"; }
# The first start of each warms the file cache and does not count.
printf '%s\n' "${times[@]:1}" | sort -n | awk -v size="$(size "$work/now")" '
  { t[NR] = $1 / 1000 }
  END { printf "start to first question: median %.1f ms, least %.1f, most %.1f, of %d starts, pack of %d KB\n",
        t[int((NR + 1) / 2)], t[1], t[NR], NR, size / 1000 }'
[ -z "$earlier" ] || awk -v now="$(median "${times[@]:1}")" -v before="$(median "${before[@]:1}")" '
  BEGIN { printf "earlier: median %.1f ms; now %.2f times that\n", before / 1000, now / before }'
