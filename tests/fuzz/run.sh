#!/usr/bin/env bash
# Fuzzes one stage with libFuzzer under address and undefined-behaviour sanitizers:
#   tests/fuzz/run.sh clean|segment|tokenize|values SECONDS [libFuzzer options]
# Needs clang and its compiler-rt (Debian: clang libclang-rt-dev). A finding is left beside the
# corpus as crash-*, oom-* or timeout-*: add it to seeds/ once it is understood. $BAZEL names another
# Bazel, $CORPUS a folder where the grown corpus is kept.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

stage="$1"
seconds="$2"
shift 2
corpus="${CORPUS:-$(mktemp -d)}/$stage"
read -r -a bazel <<<"${BAZEL:-bazel}"

flags=(
  --repo_env=CC=clang
  --copt=-O1 --copt=-g1 --copt=-fno-omit-frame-pointer
  "--copt=-fsanitize=fuzzer-no-link,address,undefined"
  --copt=-fno-sanitize-recover=undefined
  "--linkopt=-fsanitize=address,undefined" --linkopt=-fsanitize-link-c++-runtime
  # The sanitizers bring their own allocator.
  --custom_malloc=@bazel_tools//tools/cpp:malloc
  --copt=-Wno-unknown-warning-option
  "--per_file_copt=.*\.cc\$@-Wno-error"
)
"${bazel[@]}" build "${flags[@]}" "//tests/fuzz:${stage}_fuzz"
binary="$("${bazel[@]}" info "${flags[@]}" bazel-bin 2>/dev/null)/tests/fuzz/${stage}_fuzz"

mkdir -p "$corpus"
"$binary" "$corpus" tests/fuzz/seeds -max_total_time="$seconds" -max_len=4096 -timeout=10 \
  -rss_limit_mb=3000 -dict=tests/fuzz/arabic.dict -artifact_prefix="$corpus/" -print_final_stats=1 "$@"
