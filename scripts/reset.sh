#!/usr/bin/env bash
# Removes what `make start` keeps in its data folder (GEN3_CSOC_DATA, .data when unset), unless a portal uses it. Plain bash,
# because it must work before anything is set up. Whatever else lies in that folder stays.
set -euo pipefail
cd "$(dirname "$0")/.."

data=${GEN3_CSOC_DATA:-.data}
pid=$(cat "$data/portal.pid" 2>/dev/null || true)

# `kill -0` fails for a process of somebody else, too, which /proc or ps knows.
lives() { [ -e "/proc/$1" ] || kill -0 "$1" 2>/dev/null || ps -p "$1" >/dev/null 2>&1; }

if [[ $pid =~ ^[1-9][0-9]*$ ]] && lives "$pid"; then
  echo "reset: the data in $data is in use by process $pid: stop it first (if $pid is no portal, delete $data/portal.pid)" >&2
  exit 1
fi
for name in database gitops.git manifest.git simulator logs; do
  rm -rf -- "${data:?}/$name" "$data/$name.new"
done
rm -f -- "$data/portal.pid"
rmdir -- "$data" 2>/dev/null || true # not when something else is in it
echo "Emptied $data: the next make start begins anew."
