#!/usr/bin/env bash
# Installs the factlint beside this file, with the extras in EXTRAS, into an environment of its own.
set -euo pipefail

source=$(cd "$(dirname "$0")/.." && pwd)
extras=${EXTRAS:-}
if [[ ! $extras =~ ^[a-z,]*$ ]]; then
  echo "extras: names with commas between them, such as xml,pdf" >&2
  exit 2
fi
venv=$RUNNER_TEMP/factlint
python -m venv "$venv"
"$venv/bin/python" -m pip install --quiet --disable-pip-version-check "$source${extras:+[$extras]}"
echo "$venv/bin" >>"$GITHUB_PATH"
