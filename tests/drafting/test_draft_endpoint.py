"""A model behind an OpenAI-compatible endpoint may add drafts; they are checked like a stranger's, and marked."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import yaml

STORY = (
    "The bridge was repainted in a dark shade of green after Ada Lund asked. It cost $41m. It cost a lot.\n"
)


class Model:
    """An endpoint on 127.0.0.1 that answers with what it is told to, and keeps what it was asked."""

    def __init__(self):
        self.answer, self.status, self.asked = "", 200, []
        model = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                model.asked.append((self.path, body, self.headers.get("Authorization")))
                content = model.answer if isinstance(model.answer, str) else json.dumps(model.answer)
                reply = json.dumps(
                    {"choices": [{"message": {"role": "assistant", "content": content}}]}
                ).encode()
                self.send_response(model.status)
                self.send_header("Content-Length", str(len(reply)))
                self.end_headers()
                self.wfile.write(reply)

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}/v1"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture
def model():
    model = Model()
    yield model
    model.server.shutdown()
    model.server.server_close()


def run(project, model, answer):
    model.answer = answer
    project.write("story.txt", STORY)
    return project.run(
        "draft", "story.txt", "--endpoint", model.url, "--model", "small", "-o", "claims/story.yaml"
    )


def claims(project):
    return yaml.safe_load((project.root / "claims/story.yaml").read_text())["claims"]


def proposal(quote, value, kind="paraphrase", **more):
    return {"quote": quote, "value": value, "type": kind, **more}


def test_what_it_adds_is_marked_and_waits_for_review(project, model):
    answer = {"claims": [proposal("repainted in a dark shade of green", "a dark shade of green")]}
    result = run(project, model, "Here you are: " + json.dumps(answer))
    assert result.code == 0, result.err
    (added,) = [claim for claim in claims(project) if "model" in claim["tags"]]
    assert added["value"] == "a dark shade of green"
    assert added["todo"] is True
    assert "drafted by the model small" in added["note"]
    assert project.run("validate", "claims/story.yaml").code == 0


@pytest.mark.parametrize(
    "proposed",
    [
        proposal("painted a lovely red", "red"),  # isn't in the article
        proposal("It cost", "It cost"),  # stands there twice
        proposal("repainted", "red"),  # a value that the article doesn't have
        proposal("dark shade", "dark shade", "quantity"),  # reads as no quantity
        proposal("dark shade", "dark shade", "verdict"),  # no such type
        proposal("$41m", "$41m", "quantity"),  # drafted already
        {"quote": 5, "value": None},
        "words",
    ],
)
def test_what_doesnt_hold_is_dropped(project, model, proposed):
    assert run(project, model, {"claims": [proposed]}).code == 0
    assert not [claim for claim in claims(project) if "model" in claim["tags"]]


def test_it_cannot_decide_anything(project, model):
    answer = {
        "claims": [proposal("dark shade of green", "dark shade of green", verdict="supported", todo="no")]
    }
    run(project, model, answer)
    (added,) = [claim for claim in claims(project) if "model" in claim["tags"]]
    assert added["references"] == []
    assert added["todo"] is True
    assert "verdict" not in added


def test_the_key_goes_to_the_endpoint_only_where_it_is_set(project, model, monkeypatch):
    run(project, model, {"claims": []})
    monkeypatch.setenv("FACTLINT_ENDPOINT_KEY", "s3cret")
    (project.root / "claims/story.yaml").unlink()
    run(project, model, {"claims": []})
    (path, body, none), (_, _, key) = model.asked
    assert path == "/v1/chat/completions"
    assert body["model"] == "small"
    assert STORY in body["messages"][1]["content"]
    assert (none, key) == (None, "Bearer s3cret")


@pytest.mark.parametrize(
    ("answer", "status"), [("no JSON here", 200), ('{"claims": 5', 200), ({"claims": []}, 500)]
)
def test_an_endpoint_that_fails_is_an_error_and_nothing_is_written(project, model, answer, status):
    model.status = status
    result = run(project, model, answer)
    assert result.code == 2
    assert "FL502" in result.err
    assert not (project.root / "claims/story.yaml").exists()


def test_it_takes_both_options(project):
    project.write("story.txt", STORY)
    assert project.run("draft", "story.txt", "--model", "small").code == 2
