#!/usr/bin/env bash
# The examples of bulk drafting write what the program alone writes, byte for byte. Usage: bulk.sh CURIOUS TURNS
set -euo pipefail
curious=$(realpath "$1") turns=$2
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/python"
"$folder/python/bin/pip" install --quiet pyspark
"$turns" Dialogues/child-sexual-exploitation answers 2000 > "$folder/cases"
printf 'no case\n' >> "$folder/cases"
draft="$curious draft --no-local --today 2026-11-16 --dialogues $PWD/Dialogues"
$draft < "$folder/cases" > "$folder/alone" 2> /dev/null
parallel --pipe --keep-order --block 1M $draft < "$folder/cases" > "$folder/parallel" 2> /dev/null
PYSPARK_PYTHON="$folder/python/bin/python" "$folder/python/bin/python" Documentation/bulk/draft-with-spark.py \
  "$folder/cases" "$draft" > "$folder/spark" 2> "$folder/spark.log" || { tail -5 "$folder/spark.log"; exit 1; }
cmp "$folder/alone" "$folder/parallel"
cmp "$folder/alone" "$folder/spark"
echo "$(wc -l < "$folder/alone") lines: the program, GNU parallel and Apache Spark write the same letters"
