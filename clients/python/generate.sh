#!/usr/bin/env bash
# Writes the Python stubs of the contract.
#
#   clients/python/generate.sh [FOLDER]
#
# FOLDER (clients/python/generated if not given) then holds the modules isnad.v1.*_pb2 and
# isnad.v1.*_pb2_grpc, Google's common protos that they import, the standard health and reflection
# services, and the service configs. Uses the Debian packages protobuf-compiler,
# protobuf-compiler-grpc and grpc-proto, and google-proto-files in third_party/npm/node_modules:
# ./dev setup installs all of them.
set -euo pipefail

own_folder=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
readonly ROOT=$own_folder/../..
readonly FOLDER=${1:-$own_folder/generated}
readonly GOOGLE=$ROOT/third_party/npm/node_modules/google-proto-files
# Below .../grpc, so that no module is called grpc.*, which is the name of the installed library.
readonly STANDARD=/usr/share/grpc-proto/grpc

die() { printf 'generate.sh: %s\n' "$*" >&2; exit 1; }
plugin=$(command -v grpc_python_plugin) || die "protobuf-compiler-grpc is missing; run ./dev setup"
[ -d "$STANDARD" ] || die "grpc-proto is missing; run ./dev setup"
[ -d "$GOOGLE" ] || die "google-proto-files is missing; run ./dev setup"

mkdir -p "$FOLDER/service_config"
mapfile -t contract < <(cd "$ROOT/protos" && printf '%s\n' isnad/v1/*.proto)
protoc --plugin=protoc-gen-grpc="$plugin" \
  --proto_path="$ROOT/protos" --proto_path="$GOOGLE" --proto_path="$STANDARD" \
  --python_out="$FOLDER" --grpc_out="$FOLDER" \
  "${contract[@]}" \
  google/api/field_behavior.proto google/api/resource.proto \
  google/rpc/error_details.proto google/rpc/status.proto google/type/date.proto \
  health/v1/health.proto reflection/v1/reflection.proto reflection/v1alpha/reflection.proto
cp "$ROOT"/protos/isnad/v1/*_service_config.json "$FOLDER/service_config/"
