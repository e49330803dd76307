#!/usr/bin/env bash
# Median of 31 starts of PROGRAM, from launch to the prompt after the first question, on the shipped pack
# padded to 250 KB with questions that are read and resolved like any other. With an earlier program as well, the
# two start turn about, and the ratio of their medians is told.
#
#     Benchmarks/start-time.sh PROGRAM [EARLIER]
set -eu
program=$1
earlier=${2:-}
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
shipped=$(ls -d Dialogues/*/ | head -1)
pack="$work/$(basename "$shipped")"
cp -R "$shipped" "$pack"
entry=$(sed -n 's/^entry: //p' "$pack/pack.yaml")
size() { cat "$pack"/*.yaml "$pack"/*/*.yaml "$pack"/letters/*.md | wc -c; }
n=0
while [ "$(size)" -lt 250000 ]; do
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
# Microseconds from launch to the first >, the prompt after the first question.
start_once() {
  local start=$EPOCHREALTIME end question
  coproc curious { exec "$1" --dialogues "$work" 2>"$work/err"; }
  IFS= read -r -d '>' question <&"${curious[0]}" || { cat "$work/err"; exit 1; }
  end=$EPOCHREALTIME
  taken=$((${end/./} - ${start/./}))
  exec {curious[1]}>&-
  wait "$curious_PID" || true
}

# The first start warms the file cache and does not count.
start_once "$program"
times=() before=()
for _ in $(seq 1 31); do
  start_once "$program" && times+=("$taken")
  [ -z "$earlier" ] || { start_once "$earlier" && before+=("$taken"); }
done
median() { printf '%s\n' "$@" | sort -n | sed -n "$((($# + 1) / 2))p"; }
printf '%s\n' "${times[@]}" | sort -n | awk -v size="$(size)" '
  { t[NR] = $1 / 1000 }
  END { printf "start to first question: median %.1f ms, least %.1f, most %.1f, of %d starts, pack of %d KB\n",
        t[int((NR + 1) / 2)], t[1], t[NR], NR, size / 1000 }'
[ -z "$earlier" ] || awk -v now="$(median "${times[@]}")" -v before="$(median "${before[@]}")" '
  BEGIN { printf "earlier: median %.1f ms; now %.2f times that\n", before / 1000, now / before }'
