#!/usr/bin/env bash
# Speed, memory and the peers, in one run; what is printed goes to build/bench/report.txt as well.
#
#   make bench                      needs VERBALE_DATA (default ../shared) for the corpus; says so and uses examples/ without it
#   BENCH_DOCUMENTS=N make bench    so many texts of the corpus for the pipeline (400); the store takes them all
#   BENCH_SEARCH=N make bench       so many generated documents to search in (80000)
#   PEERS=DIR make bench            the peers too: DIR as ../shared/peers/setup.sh DIR made it
set -euo pipefail
cd "$(dirname "$0")/.."
data=${VERBALE_DATA:-../shared}
corpus=$data/data/white-house-2021-2023.jsonl.zst
out=build/bench
mkdir -p "$out"
cmake --preset release > /dev/null
cmake --build --preset release -j "$(nproc)" --target verbale verbale-bench stage_bench reuse_bench search_bench > /dev/null
program=$(realpath build/release/verbale)

report() {
  echo "## Whole pipeline"
  if [ -f "$corpus" ]; then
    build/release/benchmarks/verbale-bench "$corpus" "${BENCH_DOCUMENTS:-400}"
  else
    echo "no corpus at $corpus: the examples instead"
    build/release/benchmarks/verbale-bench examples/2025-04-hanoi.jsonl
  fi

  printf '\n## With the store (verbale add, two threads)\n'
  local input=$corpus
  [ -f "$corpus" ] || input=examples
  rm -f "$out"/bench.db*
  /usr/bin/time -f '%e s, %M kB at most' "$program" add --store "$out/bench.db" --threads 2 "$input" 2>&1 | tail -n 4
  rm -f "$out"/bench.db*

  printf '\n## Start to the first record of one page\n'
  for _ in 1 2 3 4 5; do
    /usr/bin/time -f '%e s' "$program" read --json examples/2024-08-beijing-courier.txt 2>&1 >/dev/null
  done | sort | head -n 1

  printf '\n## The page: 200 readers at once while documents are added\n'
  if command -v wrk > /dev/null; then
    python3 benchmarks/serve_load.py "$program"
  else
    echo "skipped: no wrk (apt-get install wrk)"
  fi

  printf '\n## Stages (Google Benchmark, items are words)\n'
  build/release/benchmarks/stage_bench --benchmark_min_time=0.5 2>/dev/null

  printf '\n## Same text: 200 MB with planted copies\n'
  if [ -f "$corpus" ]; then
    build/release/benchmarks/reuse_bench --write "$out/reuse.jsonl" "$corpus"
    if [ -d "${PEERS:-/nonexistent}" ]; then "$PEERS/venv/bin/python" benchmarks/reuse_peers.py "$out/reuse.jsonl"; fi
    rm -f "$out/reuse.jsonl"
  else
    echo "skipped: no corpus at $corpus"
  fi

  printf '\n## Search in a record of a million statements\n'
  VERBALE_HOME=$PWD build/release/benchmarks/search_bench "$out/search.db" "${BENCH_SEARCH:-80000}"
  rm -f "$out"/search.db*

  printf '\n## Peers: statements on the gold\n'
  if [ -d "${PEERS:-/nonexistent}" ] && [ -d "$data/gold" ]; then
    peers
  else
    echo "skipped: PEERS names no folder made by $data/peers/setup.sh"
  fi
}

# The statements of the program and of the peers, scored in one table; and the words a second of each.
peers() {
  local texts=$out/texts systems=$out/systems
  rm -rf "$texts" "$systems"
  mkdir -p "$texts" "$systems/verbale"
  for gold in "$data"/gold/*.gold.json; do
    local name
    name=$(basename "$gold" .gold.json)
    cp "$data"/seeds/"$name".txt "$data"/gold/texts/"$name".txt "$texts/" 2>/dev/null || true
  done
  for text in "$texts"/*.txt; do
    "$program" read --json "$text" > "$systems/verbale/$(basename "$text" .txt).json"
  done
  bash "$data/peers/run.sh" "$texts" "$systems" corenlp-full corenlp-sr-ccomp-xcomp sm-textacy sm-ccomp-xcomp md-ccomp-xcomp
  python3 "$data/peers/score_peers.py" "$systems"/* | cut -d'|' -f1-7
  if [ -f "$corpus" ]; then
    # head closes the pipe before zstd is done
    { zstd -dcq "$corpus" 2> /dev/null || true; } | head -n 30 > "$out/first30.jsonl"
    "$PEERS/venv/bin/python" "$data/peers/bench_spacy.py" "$out/first30.jsonl" 30 | grep 'sm.*texts batch  *64' || true
    build/release/benchmarks/verbale-bench "$out/first30.jsonl" | grep 'one thread'
  fi
}

report | tee "$out/report.txt"
