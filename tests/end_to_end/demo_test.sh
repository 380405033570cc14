#!/usr/bin/env bash
# The demo runs to its end and leaves no server behind.
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
ISNAD_BINARY=${ISNAD_BINARY:-$PWD/clients/cli/isnad}
export ISNAD_BINARY

output=$("$root/tests/end_to_end/demo.sh")
printf '%s\n' "$output"

expect() { grep -q -- "$1" <<<"$output" || { echo "the demo does not show: $1" >&2; exit 1; }; }
expect 'STORED'
expect 'sources disagree'
expect 'README.md goes on from here'

address=$(sed -n 's/^serving at //p' <<<"$output")
if "$ISNAD_BINARY" --address "$address" doctor >/dev/null; then
  echo "the demo's server still runs" >&2
  exit 1
fi
