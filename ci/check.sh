#!/usr/bin/env bash
# Runs `factlint check` in a GitHub job: annotations, step summary, and reports for the steps that follow.
# Always ends 0; the exit code goes to the step's outputs, and the job's last step ends with it.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
reports=$RUNNER_TEMP/factlint-reports
mkdir -p "$reports"

lines() { # what is given, one argument a line; nothing is ever evaluated
  [[ -z $1 ]] || grep -v '^[[:space:]]*$' <<<"$1" || true
}

is_fork() {
  [[ ${GITHUB_EVENT_NAME:-} == pull_request* && ${HEAD_REPOSITORY:-} != "${GITHUB_REPOSITORY:-}" ]]
}

mapfile -t paths < <(lines "${PATHS:-}")
mapfile -t arguments < <(lines "${ARGUMENTS:-}")
trusted=true
if [[ ${UNTRUSTED:-auto} == true ]] || { [[ ${UNTRUSTED:-auto} == auto ]] && is_fork; }; then
  trusted=false
  : "${BASE_REVISION:?only a pull request has a base branch to take the settings from}"
  git cat-file -e "$BASE_REVISION^{commit}" 2>/dev/null || git fetch --quiet --depth=1 origin "$BASE_REVISION"
  arguments+=(--untrusted --base "$BASE_REVISION")
fi

echo "::add-matcher::$here/faults.json"
pause=$(od -An -N16 -tx1 /dev/urandom | tr -d ' \n')
echo "::stop-commands::$pause" # what is checked may hold words that look like commands
code=0
factlint check "${arguments[@]}" \
  --report "github=$reports/annotations.txt,github-summary=$reports/summary.md" \
  --report "sarif=$reports/factlint.sarif,markdown=$reports/report.md" \
  --report "html=$reports/report.html,json=$reports/report.json" \
  -- "${paths[@]}" || code=$?
echo "::$pause::"

if [[ -f $reports/summary.md ]]; then
  cat "$reports/annotations.txt"
  cat "$reports/summary.md" >>"$GITHUB_STEP_SUMMARY"
else
  echo "factlint could not check anything (exit code $code); the log says why." >>"$GITHUB_STEP_SUMMARY"
fi
{
  echo "exit-code=$code"
  echo "reports=$reports"
  echo "trusted=$trusted"
} >>"$GITHUB_OUTPUT"
