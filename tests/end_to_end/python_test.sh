#!/usr/bin/env bash
# Runs a test written in Python with the interpreter that has Debian's gRPC.
#
#   python_test.sh FILE [ARGUMENT]...
set -euo pipefail
export PYTHONDONTWRITEBYTECODE=1
exec /usr/bin/python3 "$@"
