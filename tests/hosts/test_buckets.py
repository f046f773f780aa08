"""What goes to a bucket, and what CloudFront does with each request and each answer."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from live_checks import compress, headers

# The filters of `aws s3 cp`, as its documentation tells them: the last that matches decides, and a star stands for
# anything, slashes too. It writes down what it would send.
AWS = """\
#!/usr/bin/env python3
import json, sys
from fnmatch import fnmatchcase
from pathlib import Path
_, s3, cp, *rest = sys.argv
assert (s3, cp) == ("s3", "cp")
options, filters, plain, words = {}, [], [], iter(rest)
for word in words:
    if word in ("--include", "--exclude"): filters.append((word, next(words)))
    elif word in ("--content-type", "--cache-control", "--endpoint-url"): options[word] = next(words)
    elif not word.startswith("--"): plain.append(word)
root, to = plain
for path in sorted(Path(root).rglob("*")):
    name = path.relative_to(root).as_posix()
    decided = [how for how, pattern in filters if fnmatchcase(name, pattern)]
    if path.is_file() and (not decided or decided[-1] == "--include"):
        print(json.dumps([f"{to}/{name}", options]))
"""


def test_each_file_goes_up_once_with_its_type_and_its_time(site: Path, tmp_path: Path) -> None:
    aws = tmp_path / "aws"
    aws.write_text(AWS, "utf-8")
    aws.chmod(0o755)
    script = tmp_path / "s3.sh"
    script.write_text(headers.bucket(site, headers.rules(site), script.name), "utf-8")
    done = subprocess.run(
        ["sh", script, "s3://guide", "--endpoint-url", "https://s3.test"],
        env=os.environ | {"PATH": f"{tmp_path}:{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=True,
    )
    sent = [json.loads(line) for line in done.stdout.splitlines()]
    names = [name.removeprefix("s3://guide/") for name, _ in sent]
    assert len(names) == len({*names})
    assert {*names} == {
        path.relative_to(site).as_posix()
        for path in site.rglob("*")
        if path.is_file() and path.name not in compress.UNSENT and path.suffix not in compress.ENCODINGS
    }
    for name, options in zip(names, (options for _, options in sent), strict=True):
        assert options["--endpoint-url"] == "https://s3.test"
        assert options["--content-type"].partition(";")[0] == headers.TYPES[name.rpartition(".")[2]], name
        hashed = any(map(headers.named_by_hash, name.split("/")))
        assert options["--cache-control"] == (headers.IMMUTABLE if hashed else "no-cache"), name
    # A page never goes up before what it names.
    assert all(name.endswith(".html") for name in names[names.index("index.html") :])


@pytest.fixture(scope="module", params=["", "/docs/qbo"])
def function(
    request: pytest.FixtureRequest, site: Path
) -> tuple[str, Callable[[list[dict[str, Any]]], list[Any]]]:
    path = request.param
    code = headers.cloudfront(headers.rules(site), path)

    def run(events: list[dict[str, Any]]) -> list[Any]:
        called = f"{code}\nconsole.log(JSON.stringify({json.dumps(events)}.map(handler)))"
        done = subprocess.run(["node", "-e", called], capture_output=True, text=True, check=True)
        return list(json.loads(done.stdout))

    return path, run


@pytest.mark.parametrize(
    ("url", "told"),
    [
        *(("/", "/index.html"), ("/setup/", "/setup/index.html"), ("/guide.pdf", "/guide.pdf")),
        *(
            ("/setup", 301),
            ("/en/codes/keys", 301),
            ("//evil.example", 200),
            ("/\\evil", 301),
            ("///setup", 301),
        ),
    ],
)
def test_a_folder_is_its_page_and_nothing_leads_elsewhere(
    function: tuple[str, Callable[[list[dict[str, Any]]], list[Any]]], url: str, told: str | int
) -> None:
    path, run = function
    asked = url if url.startswith(("//", "/\\")) else path + url
    (answer,) = run([{"context": {"eventType": "viewer-request"}, "request": {"uri": asked}}])
    if isinstance(told, str):
        assert answer["uri"] == path + told
    elif told == 301:
        leads = answer["headers"]["location"]["value"]
        assert answer["statusCode"] == 301
        assert leads.endswith("/")
        assert not leads.startswith(("//", "/\\"))
    else:
        assert "statusCode" not in answer


def test_each_answer_has_the_headers_of_its_kind(
    function: tuple[str, Callable[[list[dict[str, Any]]], list[Any]]], site: Path
) -> None:
    path, run = function
    page, asset, framed = run(
        [
            {
                "context": {"eventType": "viewer-response"},
                "request": {"uri": path + url},
                "response": {"statusCode": 200, "headers": {"etag": {"value": '"x"'}}},
            }
            for url in ("/setup/index.html", "/assets/favicon.svg", "/embed/v1/fr/keys/index.html")
        ]
    )
    sent = headers.rules(site)[0].headers
    assert {name: value["value"] for name, value in page["headers"].items()} == {
        "etag": '"x"',
        **{name.lower(): value for name, value in sent.items()},
    }
    assert {name: value["value"] for name, value in asset["headers"].items()} == {
        "etag": '"x"',
        **{name.lower(): value for name, value in headers.of_assets(sent).items()},
    }
    assert {name: value["value"] for name, value in framed["headers"].items()} == {
        "etag": '"x"',
        **{name.lower(): value for name, value in headers.of_embedded(headers.rules(site)).items()},
    }
