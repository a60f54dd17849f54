"""The GitHub action: its scripts do what the steps need, and no input ever reaches a shell as code."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text())
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
STEPS = [
    step
    for file in WORKFLOWS
    for job in yaml.safe_load(file.read_text())["jobs"].values()
    for step in job["steps"]
] + ACTION["runs"]["steps"]


def test_a_green_check_leaves_summary_reports_and_outputs(job):
    done = job.run("check.sh")
    assert done.returncode == 0, done.stderr
    assert job.outputs["exit-code"] == "0"
    assert job.outputs["trusted"] == "true"
    assert "checked 2 of 2 claims: 2 supported" in job.read("summary")
    reports = Path(job.outputs["reports"])
    assert json.loads((reports / "factlint.sarif").read_text())["version"] == "2.1.0"
    assert {"report.md", "report.html", "report.json"} <= {path.name for path in reports.iterdir()}
    assert not (job.project.root / "reports").exists()


def test_a_wrong_claim_is_annotated_and_its_code_kept_for_the_gate(job):
    job.project.edit("claims/census.csv", "2114000", "3114000")
    done = job.run("check.sh")
    assert done.returncode == 0
    assert job.outputs["exit-code"] == "1"
    assert re.search(r"^::error file=claims/city\.yaml,line=4,", done.stdout, re.MULTILINE)
    assert "refuted" in job.read("summary")


def test_faults_of_the_files_are_told_where_the_problem_matcher_finds_them(job):
    job.project.edit("claims/city.yaml", "quote: about", "qoute: about")
    done = job.run("check.sh")
    assert job.outputs["exit-code"] == "2"
    assert "could not check anything" in job.read("summary")
    [pattern] = json.loads((ROOT / "ci/faults.json").read_text())["problemMatcher"][0]["pattern"]
    found = [re.match(pattern["regexp"], line) for line in done.stderr.splitlines()]
    places = [
        (match[pattern["file"]], match[pattern["line"]], match[pattern["code"]]) for match in found if match
    ]
    assert ("claims/city.yaml", "5", "FL003") in places


def test_what_is_printed_about_the_article_is_no_workflow_command(job):
    out = job.run("check.sh").stdout
    [token] = re.findall(r"^::stop-commands::(\w{32})$", out, re.MULTILINE)
    inside = out.partition(f"::stop-commands::{token}\n")[2].partition(f"::{token}::\n")[0]
    assert "checked 2 of 2 claims" in inside
    assert token not in job.run("check.sh").stdout


def test_inputs_are_one_argument_a_line_and_never_code(job):
    job.run("check.sh", PATHS="claims/city.yaml\n", ARGUMENTS="--only=bridge-length\n\n--exit-zero")
    assert "checked 1 of 1 claim" in job.read("summary")
    done = job.run("check.sh", PATHS="$(touch hacked)\n; touch hacked", ARGUMENTS="--only=`touch hacked`")
    assert done.returncode == 0
    assert not (job.project.root / "hacked").exists()
    assert job.outputs["exit-code"] == "2"


@pytest.fixture
def fork(job):
    """A job on a stranger's pull request, which reads another file and waives what is wrong."""
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@b.example", "-C", str(job.project.root)]

    def commit() -> str:
        subprocess.run([*git, "add", "."], check=True)
        subprocess.run([*git, "commit", "--quiet", "--message", "change"], check=True)
        return subprocess.check_output([*git, "rev-parse", "HEAD"], text=True).strip()

    subprocess.run([*git, "init", "--quiet"], check=True)
    base = commit()
    job.project.edit("claims/city.yaml", "value: 1,240 metres", "value: 9,999 metres")
    job.project.edit("claims/city.yaml", "quote: 1,240 metres", "quote: 9,999 metres")
    job.project.edit("claims/sources.yaml", "path: bridges.csv", "path: mine.csv")
    job.project.write("claims/mine.csv", "bridge,metres\nHarbour,9999\n")
    commit()
    return {"GITHUB_EVENT_NAME": "pull_request", "BASE_REVISION": base}


def test_a_forks_sources_and_settings_are_not_its_own(job, fork):
    done = job.run("check.sh", HEAD_REPOSITORY="stranger/facts", **fork)
    assert job.outputs["trusted"] == "false", done.stderr
    assert job.outputs["exit-code"] == "1"
    assert "9,999 metres vs 1240" in job.read("summary")


@pytest.mark.parametrize("env", [{"HEAD_REPOSITORY": "harbour-post/facts"}, {"UNTRUSTED": "false"}])
def test_a_branch_of_ones_own_is_trusted(job, fork, env):
    job.run("check.sh", **{"HEAD_REPOSITORY": "stranger/facts", **fork, **env})
    assert job.outputs["trusted"] == "true"
    assert job.outputs["exit-code"] == "0"


def test_untrusted_without_a_base_branch_is_refused(job):
    done = job.run("check.sh", UNTRUSTED="true")
    assert done.returncode != 0
    assert "base branch" in done.stderr


def test_extras_are_names_only(job):
    done = job.run("install.sh", EXTRAS="xml] -i evil")
    assert (done.returncode, done.stderr) == (
        2,
        "extras: names with commas between them, such as xml,pdf\n",
    )


def test_the_issue_is_opened_rewritten_and_closed(job):
    job.stand_in("gh")
    report = job.project.write("report.md", "2 refuted\n")
    env = {"LABEL": "factlint", "GH_REPO": "harbour-post/facts", "GITHUB_RUN_ID": "7", "REPORT": str(report)}

    def calls(code: str, issue: str) -> list[str]:
        (job.temp / "calls").unlink(missing_ok=True)
        done = job.run("issue.sh", EXIT_CODE=code, OPEN_ISSUE=issue, **env)
        assert done.returncode == 0, done.stderr
        return [" ".join(line.split()[:3]) for line in job.read("calls").splitlines()]

    assert calls("0", "") == ["issue list --label"]
    assert calls("4", "") == ["issue list --label", "label create factlint", "issue create --title"]
    assert job.read("body").startswith("2 refuted\n")
    assert "harbour-post/facts/actions/runs/7" in job.read("body")
    assert calls("1", "12") == ["issue list --label", "issue edit 12"]
    assert calls("0", "12") == ["issue list --label", "issue close 12"]
    report.unlink()
    assert calls("2", "12") == ["issue list --label", "issue edit 12"]
    assert "could not check anything" in job.read("body")


def test_no_expression_stands_in_a_script():
    scripts = [step["run"] for step in STEPS if "run" in step]
    assert scripts
    assert not [script for script in scripts if "${{" in script]


def test_every_action_is_pinned_to_a_commit():
    used = [step["uses"] for step in STEPS if "uses" in step and step["uses"] != "./"]
    assert used
    assert not [name for name in used if not re.fullmatch(r"[\w-]+/[\w/-]+@[0-9a-f]{40}", name)]


def test_every_input_is_used_and_workflows_name_only_inputs_there_are():
    text = (ROOT / "action.yml").read_text()
    assert not [name for name in ACTION["inputs"] if f"inputs.{name}" not in text.partition("runs:")[2]]
    given = [name for step in STEPS if step.get("uses") == "./" for name in step["with"]]
    assert given
    assert set(given) <= set(ACTION["inputs"])


def test_workflows_ask_for_no_more_than_they_need():
    for file in WORKFLOWS:
        flow = yaml.safe_load(file.read_text())
        assert flow["permissions"] == {}
        assert "pull_request_target" not in flow[True]  # YAML 1.1 reads the key "on" as true
        assert all(job["permissions"]["contents"] == "read" for job in flow["jobs"].values())


@pytest.mark.parametrize(
    "arguments",
    [("zizmor", "--offline", "--no-progress", "--quiet", "."), ("actionlint",)],
    ids=lambda arguments: arguments[0],
)
def test_the_linters_of_workflows_find_nothing(arguments):
    program = shutil.which(arguments[0], path=Path(sys.executable).parent) or shutil.which(arguments[0])
    if program is None:
        pytest.skip(f"{arguments[0]} isn't installed; its own installer downloads a binary")
    done = subprocess.run([program, *arguments[1:]], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
