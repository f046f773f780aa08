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


def test_each_file_goes_up_once_with_its_type_and_its_time(
    site: Path, table: list[headers.Rule], tmp_path: Path
) -> None:
    aws = tmp_path / "aws"
    aws.write_text(AWS, "utf-8")
    aws.chmod(0o755)
    script = tmp_path / "s3.sh"
    script.write_text(headers.bucket(site, table, script.name), "utf-8")
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


PATHS = ["", "/docs/qbo"]


@pytest.fixture(scope="module")
def table(site: Path) -> list[headers.Rule]:
    """What is sent with what, read once from every page."""
    return headers.rules(site)


def template(table: list[headers.Rule], path: str) -> dict[str, Any]:
    resources: dict[str, Any] = headers.cloudfront(table, path)["Resources"]
    return resources


LEADS = {
    "/": "/index.html",
    "/setup/": "/setup/index.html",
    "/guide.pdf": "/guide.pdf",
    "/setup": 301,
    "/en/codes/keys": 301,
    "//evil.example": 200,
    "/\\evil": 301,
    "///setup": 301,
}


@pytest.mark.parametrize("path", PATHS)
def test_a_folder_is_its_page_and_nothing_leads_elsewhere(table: list[headers.Rule], path: str) -> None:
    code = template(table, path)["Function"]["Properties"]["FunctionCode"]
    assert len(code.encode()) < 10_240  # What CloudFront takes.
    asked = [{"request": {"uri": url if url.startswith(("//", "/\\")) else path + url}} for url in LEADS]
    called = f"{code}\nconsole.log(JSON.stringify({json.dumps(asked)}.map(handler)))"
    done = subprocess.run(["node", "-e", called], capture_output=True, text=True, check=True)
    for (url, told), answer in zip(LEADS.items(), json.loads(done.stdout), strict=True):
        if isinstance(told, str):
            assert answer["uri"] == path + told
        elif told == 301:
            sent = {name: value["value"] for name, value in answer["headers"].items()}
            leads = sent.pop("location")
            assert answer["statusCode"] == 301
            assert leads.endswith("/")
            assert not leads.startswith(("//", "/\\")), url
            assert sent == {name.lower(): value for name, value in table[0].headers.items()}
        else:
            assert "statusCode" not in answer, url


# How a policy says each header that CloudFront has a setting for: what of it is said, and how that is written.
SETTINGS: dict[str, tuple[str, Callable[[dict[str, Any]], str]]] = {
    "Content-Security-Policy": ("ContentSecurityPolicy", lambda said: said["ContentSecurityPolicy"]),
    "Referrer-Policy": ("ReferrerPolicy", lambda said: said["ReferrerPolicy"]),
    "Strict-Transport-Security": (
        "StrictTransportSecurity",
        lambda said: f"max-age={said['AccessControlMaxAgeSec']}",
    ),
    "X-Content-Type-Options": ("ContentTypeOptions", lambda _: "nosniff"),
}


@pytest.mark.parametrize("path", PATHS)
def test_each_answer_of_cloudfront_has_the_headers_of_its_kind_errors_too(
    table: list[headers.Rule], path: str
) -> None:
    """A policy holds for every answer of its paths; CloudFront runs no function for an error."""
    resources = template(table, path)
    config = resources["Distribution"]["Properties"]["DistributionConfig"]
    assets, embedded = config["CacheBehaviors"]
    assert assets["PathPattern"] == f"{path}/assets/*"
    assert embedded["PathPattern"] == f"{path}/embed/v1/*"
    page = table[0].headers
    for behavior, sent in (
        (config["DefaultCacheBehavior"], page),
        (assets, headers.for_assets(page)),
        (embedded, headers.for_embedded(table)),
    ):
        policy = resources[behavior["ResponseHeadersPolicyId"]["Ref"]]["Properties"]
        said = policy["ResponseHeadersPolicyConfig"]
        own, custom = said["SecurityHeadersConfig"], said["CustomHeadersConfig"]["Items"]
        told = {item["Header"]: item["Value"] for item in custom}
        told |= {name: write(own[key]) for name, (key, write) in SETTINGS.items() if key in own}
        if "CorsConfig" in said:
            (told["Access-Control-Allow-Origin"],) = said["CorsConfig"]["AccessControlAllowOrigins"]["Items"]
        assert told == sent
        assert len("".join(told.values())) < 10_240  # What a policy may hold.
        assert all(item["Override"] for item in (*custom, *own.values()))
    assert {
        error["ErrorCode"]: (error["ResponseCode"], error["ResponsePagePath"])
        for error in config["CustomErrorResponses"]
    } == dict.fromkeys((403, 404), (404, f"{path}/404.html"))


# A bucket as a worker sees it, of the files in a folder.
R2 = """\
import { readFileSync, statSync } from "node:fs";
import worker from %(worker)s;
const [folder, root] = %(where)s;
const file = (key) => folder + "/" + key.slice(root.length);
const SITE = {
  head: async (key) => (key.startsWith(root) && statSync(file(key), { throwIfNoEntry: false })?.isFile() ? {} : null),
  async get(key, { onlyIf } = {}) {
    if (!(await SITE.head(key))) return null;
    const object = {
      httpEtag: '"1"',
      writeHttpMetadata: (headers) => headers.set("content-type", "text/" + key.split(".").pop()),
    };
    if (onlyIf?.get("if-none-match") !== object.httpEtag) object.body = readFileSync(file(key));
    return object;
  },
};
const answers = [];
for (const [path, method, headers] of %(asked)s) {
  const answer = await worker.fetch(new Request("https://guide.test" + path, { method, headers }), { SITE });
  const body = await answer.text();
  answers.push([answer.status, Object.fromEntries(answer.headers), body.length, body.match(/<html lang="([^"]*)/)?.[1]]);
}
console.log(JSON.stringify(answers));
"""


@pytest.mark.parametrize("path", PATHS)
def test_a_worker_answers_from_a_bucket(
    site: Path, table: list[headers.Rule], tmp_path: Path, path: str
) -> None:
    (tmp_path / "r2.mjs").write_text(headers.worker(table, path), "utf-8")
    asked = {
        "/": (200, "fr-CA"), "/en/": (200, "en"), "/setup/": (200, "fr-CA"), "/setup": (301, None),
        "/en/setup?a=b": (301, None), "/nowhere/": (404, "fr-CA"), "/en/nowhere": (404, "en"),
        "/assets/nowhere.js": (404, "fr-CA"), "/assets/favicon.svg": (200, None), "/%E0%A4%A": (404, "fr-CA"), "/embed/v1/fr/keys/": (200, "fr-CA"),
    }  # fmt: skip
    requests: list[tuple[str, str, dict[str, str]]] = [(path + url, "GET", {}) for url in asked]
    requests += [
        (f"{path}/", "GET", {"if-none-match": '"1"'}),
        (f"{path}/", "HEAD", {}),
        (f"{path}/", "POST", {}),
    ]
    if path:
        requests.append(("//evil.example", "GET", {}))
    script = R2 % {
        "worker": json.dumps((tmp_path / "r2.mjs").as_uri()),
        "where": json.dumps([str(site), f"{path[1:]}/" if path else ""]),
        "asked": json.dumps(requests),
    }
    done = subprocess.run(
        ["node", "--input-type=module"], input=script, capture_output=True, text=True, check=True
    )
    answers = json.loads(done.stdout)
    page, assets, embedded = (
        {name.lower(): value for name, value in kind.items()}
        for kind in (table[0].headers, headers.for_assets(table[0].headers), headers.for_embedded(table))
    )
    for (url, (status, lang)), (got, answered, length, spoken) in zip(asked.items(), answers, strict=False):
        assert (got, spoken) == (status, lang), url
        kind = {"/assets/favicon.svg": assets, "/embed/v1/fr/keys/": embedded}.get(url, page)
        assert kind.items() <= answered.items(), url
        if kind is assets:
            assert "permissions-policy" not in answered
        assert bool(length) == (status != 301), url
    assert answers[3][1]["location"] == f"{path}/setup/"
    assert answers[4][1]["location"] == f"{path}/en/setup/?a=b"
    unchanged, head, posted, *evil = answers[len(asked) :]
    assert (unchanged[0], unchanged[2]) == (304, 0)
    assert (head[0], head[2]) == (200, 0)
    assert posted[0] == 405
    assert all(status == 404 for status, *_ in evil)
