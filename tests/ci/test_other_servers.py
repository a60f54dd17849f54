"""GitLab's job and the pre-commit hooks run the commands that they promise."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
JOB = yaml.safe_load((ROOT / "ci/gitlab.yml").read_text())["factlint"]
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}


@pytest.mark.parametrize(("options", "claims"), [("", 2), ("--only=bridge-length --exit-zero", 1)])
def test_the_gitlab_job_writes_the_reports_that_it_keeps(job, options, claims):
    job.stand_in("pip")
    job.project.edit("claims/bridges.csv", "1240", "1420")
    done = job.run(JOB["script"], FACTLINT="factlint", FACTLINT_OPTIONS=options)
    assert done.returncode == (0 if options else 1), done.stderr
    assert job.read("calls") == "install --quiet factlint\n"
    kept = JOB["artifacts"]["reports"]
    [finding] = json.loads((job.project.root / kept["codequality"]).read_text())
    assert finding["location"]["path"] == "claims/city.yaml"
    assert f'tests="{claims}"' in (job.project.root / kept["junit"]).read_text()
    assert (job.project.root / JOB["artifacts"]["paths"][0]).is_file()


@pytest.mark.parametrize("name", ["factlint-validate", "factlint-check"])
def test_the_hooks_pass_fail_and_change_no_file(job, name):
    program, *arguments = shlex.split(HOOKS[name]["entry"])
    assert program == "factlint"
    before = {path for path in job.project.root.rglob("*") if ".factlint" not in path.parts}
    assert job.project.run(*arguments).code == 0
    assert {path for path in job.project.root.rglob("*") if ".factlint" not in path.parts} == before
    job.project.edit("claims/city.yaml", "value: about 2.1 million", "value: about 2.1 apples and pears")
    assert job.project.run(*arguments).code != 0
