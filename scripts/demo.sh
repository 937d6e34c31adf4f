#!/usr/bin/env bash
# Reads examples/ into a new record and shows what came out.
set -euo pipefail
program=$(realpath "$1")
cd "$(dirname "$0")/.."
store=build/demo.db
rm -f "$store" "$store"-wal "$store"-shm
show() { printf '\n$ verbale %s\n' "$*"; "$program" "$@" --store "$store"; }
show add examples
show documents
show meetings
show visits
show statements --act expressive --limit 8
show commitments --state CHN --limit 12
show frameworks --limit 12
show ledger VNM CHN --kind project
show texts
show search '"theoretical workshop" OR railway' --limit 5
show names --state VNM --limit 12
show phrases --kind known --limit 8
show phrase 'one-China policy'
printf '\n$ verbale compare examples/2024-08-beijing-courier.txt examples/2024-08-beijing-observer.html --agree\n'
"$program" compare examples/2024-08-beijing-courier.txt examples/2024-08-beijing-observer.html --agree
show brief VNM CHN -o build/demo-brief.docx
show export csv -o build/demo-record.csv
show verify
printf '\nThe record is %s. Try: %s show ID --store %s\n' "$store" "build/release/verbale" "$store"

# The page, until Ctrl-C. Where nobody sits at a terminal it shows that it answers and does not wait.
if [ -t 0 ] && [ -t 1 ]; then
  "$program" serve --store "$store" || "$program" serve --store "$store" --port 0
  exit
fi
printf '\n$ verbale serve --port 0\n'
"$program" serve --store "$store" --port 0 > build/demo-serve.txt &
server=$!
trap 'kill $server 2> /dev/null || true' EXIT
for _ in $(seq 100); do
  grep -q '^Open ' build/demo-serve.txt && break
  sleep 0.1
done
cat build/demo-serve.txt
port=$(sed -n 's/^Open .*127\.0\.0\.1:\([0-9]*\).*/\1/p' build/demo-serve.txt)
exec 3<> "/dev/tcp/127.0.0.1/$port"
printf 'GET / HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\n\r\n' "$port" >&3
read -r answer <&3
printf 'It answers: %s\nNot on a terminal, so it does not wait: serve it with `%s serve --store %s`.\n' \
  "${answer%$'\r'}" build/release/verbale "$store"
