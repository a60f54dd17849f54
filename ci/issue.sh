#!/usr/bin/env bash
# Keeps one issue: opened when a check is not green, rewritten by every later one, closed by the first green.
set -euo pipefail

run=${GITHUB_SERVER_URL:-https://github.com}/$GH_REPO/actions/runs/${GITHUB_RUN_ID:-}
number=$(gh issue list --label "$LABEL" --state open --limit 1 --json number --jq '.[0].number // empty')

if [[ $EXIT_CODE == 0 ]]; then
  [[ -z $number ]] || gh issue close "$number" --comment "All well again: $run"
  exit 0
fi

body=$(mktemp)
{
  if [[ -f $REPORT ]]; then
    cat "$REPORT"
  else
    echo "factlint could not check anything (exit code $EXIT_CODE)."
  fi
  printf '\nKept up to date by [the last run](%s); it closes by itself when all is well.\n' "$run"
} >"$body"

if [[ -n $number ]]; then
  gh issue edit "$number" --body-file "$body"
else
  gh label create "$LABEL" --force --description "Facts that no longer check" >/dev/null
  gh issue create --title "Facts that no longer check" --label "$LABEL" --body-file "$body"
fi
