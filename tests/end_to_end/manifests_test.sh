#!/usr/bin/env bash
# Every overlay renders, and every workload is hardened. Skips where kubectl is not installed.
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)

command -v kubectl >/dev/null || { echo "skipped: kubectl is not installed"; exit 0; }

fail() { echo "$*" >&2; exit 1; }

for folder in "$root"/deploy/kubernetes/base "$root"/deploy/kubernetes/overlays/*/; do
  rendered=$(kubectl kustomize "$folder")
  workloads=$(grep -c -E '^kind: (Deployment|StatefulSet)$' <<<"$rendered")
  [ "$workloads" -gt 0 ] || fail "$folder renders no workload"
  for line in 'readOnlyRootFilesystem: true' 'runAsNonRoot: true' 'automountServiceAccountToken: false' \
    'allowPrivilegeEscalation: false' 'type: RuntimeDefault' 'terminationGracePeriodSeconds:' \
    'startupProbe:' 'readinessProbe:' 'livenessProbe:' 'topologySpreadConstraints:' 'limits:' \
    'requests:'; do
    count=$(grep -c -- "$line" <<<"$rendered" || true)
    [ "$count" -ge "$workloads" ] || fail "$folder: $count times \"$line\" for $workloads workloads"
  done
  # A pod must outlive the pause and the drain that its server is configured with.
  pause=2 drain=15
  while read -r grace; do
    [ "$grace" -gt $((pause + drain)) ] || fail "$folder: a grace period of $grace s is too short"
  done < <(sed -n 's/.*terminationGracePeriodSeconds: //p' <<<"$rendered")
  echo "$folder: $workloads workloads"
done
