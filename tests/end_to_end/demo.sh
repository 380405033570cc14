#!/usr/bin/env bash
# Shows the suite at work: serves it over a new folder, ingests ten Arabic news briefs and asks six
# questions about them. ISNAD_BINARY names the program `isnad`; ./dev demo builds and names it.
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
readonly CORPUS=$root/tests/corpus/demo
readonly ISNAD=${ISNAD_BINARY:?names the program isnad; ./dev demo sets it}
readonly START_SECONDS=60

folder=$(mktemp -d)
server=

say() { printf '\n==> %s\n' "$*"; }

stop() {
  if [ -n "$server" ] && kill -TERM "$server" 2>/dev/null; then wait "$server" || true; fi
  rm -rf "$folder"
}
trap stop EXIT

fail() {
  printf 'demo: %s\n' "$*" >&2
  cat "$folder/log" >&2
  exit 1
}

# The address of the server, once it says in its log that it is ready.
await_address() {
  local deadline=$((SECONDS + START_SECONDS)) port
  until grep -q '"event":"ready"' "$folder/log"; do
    kill -0 "$server" 2>/dev/null || fail "isnad serve ended"
    [ "$SECONDS" -lt "$deadline" ] || fail "isnad serve is not ready after $START_SECONDS s"
    sleep 0.1
  done
  port=$(sed -n 's/.*"event":"listening".*"server":"isnad".*"port":\([0-9]*\).*/\1/p' "$folder/log")
  address=127.0.0.1:$port
}

isnad() { "$ISNAD" --address "$address" "$@"; }

questions() { sed -n 's/.*"question": *"\(.*\)"}$/\1/p' "$CORPUS/questions.jsonl"; }

say "isnad serve (the four services in one process)"
"$ISNAD" serve --address=127.0.0.1:0 --data_dir="$folder/data" --server.drain_pause_ms=-1 \
  2>"$folder/log" &
server=$!
await_address
echo "serving at $address"

say "isnad ingest tests/corpus/demo"
isnad ingest "$CORPUS"

while IFS= read -r question; do
  say "isnad ask '$question'"
  isnad ask "$question"
done < <(questions)

say "isnad facts --entity 'Scale AI' (the sources disagree about the price; both figures are kept)"
isnad facts --entity 'Scale AI' --filter 'type = INVESTED_IN OR type = ACQUIRED'

say "isnad doctor"
isnad doctor

cat <<'TEXT'

That was a suite over a temporary folder, which is removed now. To keep one and ask about your own
articles:

  ./dev serve --data_dir=isnad-data          # in one terminal
  bazel-bin/clients/cli/isnad ingest FOLDER  # in another: .txt and .html files
  bazel-bin/clients/cli/isnad ask 'QUESTION'

README.md goes on from here.
TEXT
