#!/usr/bin/env bash
# Median of 31 starts of PROGRAM, from launch to the prompt after the first question, on the shipped pack
# padded to 250 KB with questions that are read and resolved like any other.
set -eu
program=$1
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
times=()
for _ in $(seq 0 31); do
  start=$EPOCHREALTIME
  coproc curious { exec "$program" --dialogues "$work" 2>"$work/err"; }
  # The first > is the prompt after the first question.
  IFS= read -r -d '>' question <&"${curious[0]}" || { cat "$work/err"; exit 1; }
  end=$EPOCHREALTIME
  times+=($((${end/./} - ${start/./})))
  exec {curious[1]}>&-
  wait "$curious_PID" || true
done
# The first start warms the file cache and does not count.
printf '%s\n' "${times[@]:1}" | sort -n | awk -v size="$(size)" '
  { t[NR] = $1 / 1000 }
  END { printf "start to first question: median %.1f ms, least %.1f, most %.1f, of %d starts, pack of %d KB\n",
        t[int((NR + 1) / 2)], t[1], t[NR], NR, size / 1000 }'
