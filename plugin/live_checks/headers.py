"""Writes what a host must send with each file, in the form that each kind of host reads.

``_headers`` and ``_redirects`` in the site are read by Netlify and Cloudflare Pages. Beside the site,
``site.nginx.conf`` and ``site.Caddyfile`` are for an nginx and a Caddy, for any path: ``python -m live_checks.headers SITE`` writes
them anew for the path in ``GUIDE_PATH``, and the site stays the same. GitHub Pages takes none: there the policy in
the pages does what it can (policy.py). Files that no reader needs never get into the site.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import sys
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, NamedTuple

from live_checks import policy
from live_checks.built import Built
from live_checks.project import BuildError

EVERYWHERE = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(
        f"{feature}=()"
        for feature in (
            *("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "hid"),
            *("idle-detection", "local-fonts", "magnetometer", "microphone", "midi", "payment"),
            *("publickey-credentials-get", "screen-wake-lock", "serial", "usb", "xr-spatial-tracking"),
        )
    ),
    "Referrer-Policy": "no-referrer",
    # A year. Not for subdomains, which may be somebody else's.
    "Strict-Transport-Security": "max-age=31536000",
    "X-Content-Type-Options": "nosniff",
}

OF_PAGES = (
    *("Cross-Origin-Opener-Policy", "Permissions-Policy"),
    # What a page has said of itself and of its host holds for what it asks for; styles ask for fonts alone.
    *("Referrer-Policy", "Strict-Transport-Security"),
)
"""Only a page needs these: a page asks for some ten files, and nginx packs no headers."""

EMBEDDED = "/embed/v1/"
"""What other sites show in a frame of theirs, and its script: embedding.py."""

ASSETS = "/assets/"
SEARCH = "/(?:[a-z-]+/)?search/"
"""The indexes, one of which Material asks for with every page: no more a page than what is in ``ASSETS``."""
ASSETS_POLICY = (
    "default-src 'none'; script-src 'self'; worker-src 'none'; connect-src 'self'; frame-ancestors 'none'"
)
"""For the search's worker, and for a drawing that is opened by itself."""

IMMUTABLE = "public, max-age=31536000, immutable"
HASH = r"(?:.*[./-])?[0-9a-f]{8,64}(?:[./-].*)?"
"""A path that names the content of its file, which can therefore never change."""

TYPES = {
    "atom": "application/atom+xml",
    "css": "text/css",
    "gz": "application/gzip",
    "html": "text/html",
    "ico": "image/x-icon",
    "jpg": "image/jpeg",
    "js": "text/javascript",
    "json": "application/json",
    "mjs": "text/javascript",
    "pdf": "application/pdf",
    "png": "image/png",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "wasm": "application/wasm",
    "webp": "image/webp",
    "whl": "application/zip",
    "woff2": "font/woff2",
    "xml": "application/xml",
    "zip": "application/zip",
}
BINARY = {"application/gzip", "application/pdf", "application/wasm", "application/zip"}

UNREAD = ("*.map", "*.d.ts", "assets/javascripts/lunr/*")
"""Sources of what is served, and the search's word lists for languages that the guide does not speak."""
READ = ("*/lunr.folded.min.js", "*/lunr.stemmer.support.min.js")


class Rule(NamedTuple):
    path: str
    headers: dict[str, str]


def rules(site: Path) -> list[Rule]:
    """What to send with which files; ``*`` stands for anything. Where several rules match, all hold."""
    pages = [policy.Reader(path.read_text("utf-8")) for path in sorted(site.rglob("*.html"))]
    # Ancestors can only be told in a header, and the policy of each page narrows this one to what it needs.
    together = policy.union(map(policy.policy_of, pages))
    page = {
        "Content-Security-Policy": policy.serialized(together | {"frame-ancestors": ("'none'",)}),
        **EVERYWHERE,
    }
    hosts = dict.fromkeys(host for page in pages for host in page.hosts)
    embedded = {
        "Content-Security-Policy": policy.serialized(together | {"frame-ancestors": ("'self'", *hosts)}),
        # A host page may ask of what it embeds that it consents (the first), and asks what it embeds in turn
        # (the second). The script's integrity can only be compared with its host's leave (the third).
        "Cross-Origin-Resource-Policy": "cross-origin",
        "Cross-Origin-Embedder-Policy": "require-corp",
        "Access-Control-Allow-Origin": "*",
    }
    return [
        Rule("/*", page),
        Rule(f"{EMBEDDED}*", embedded),
        *(Rule(path, {"Cache-Control": IMMUTABLE}) for path in hashed(site)),
    ]


def hashed(site: Path) -> Iterator[str]:
    """The folders and files, of those that are no pages, whose own name is a hash of their content."""
    found = ""
    for path in sorted(path for top in (ASSETS, EMBEDDED) for path in (site / top.strip("/")).rglob("*")):
        url = f"/{path.relative_to(site).as_posix()}"
        if named_by_hash(path.name) and not (found and url.startswith(found)):
            found = f"{url}/" if path.is_dir() else ""
            yield f"{url}/*" if path.is_dir() else url


def named_by_hash(name: str) -> bool:
    return re.fullmatch(HASH, name) is not None


def headers(table: list[Rule]) -> str:
    """``_headers``, as Netlify and Cloudflare Pages read it. Without Cache-Control, both ask anew each time.

    Where two rules name a header, the later holds on Netlify. Cloudflare Pages joins them, unless the later takes the
    earlier away (``! NAME``), which Netlify passes over.
    """
    general = table[0].headers
    return "\n".join(
        f"{path}\n"
        + "".join(f"  ! {name}\n" for name in sent if sent is not general and name in general)
        + "".join(f"  {name}: {value}\n" for name, value in sent.items())
        for path, sent in table
    )


# Netlify knows one not-found page, and Cloudflare Pages the nearest by itself; it passes over this line.
REDIRECTS = "/en/* /en/404.html 404\n"

NGINX = """\
# For the `server` block of an nginx:
#   include /wherever/it/is/{name};
# The guide is the folder {path}/ of the server's root. `make hosts GUIDE_PATH=/another` writes it for another path.
# Where nginx has its module for Brotli, say beside the include:
#   brotli_static on;
# Written by the build: it names the digests of these pages.
{bare}
location ^~ {path}/ {{
  index index.html;
  autoindex off;
  server_tokens off;
  absolute_redirect off;
  charset utf-8;
  charset_types text/css text/javascript text/plain application/atom+xml application/json application/xml image/svg+xml;
  gzip off; # Everything that is worth it was compressed by the build.
  gzip_static on;
  gzip_vary on;
  gzip_proxied any;
  default_type application/octet-stream;
  types {{
{types}  }}

{page}  add_header Cache-Control "no-cache" always;
  error_page 403 404 =404 {path}/404.html;

  # Nothing that begins with a dot, but for what certificates are renewed with; nothing that is for hosts.
  location ~ "^{escaped}/(?:(?:.*/)?\\.(?!well-known/)|(?:_headers|_redirects)$|.*\\.(?:br|gz)$)" {{ return 404; }}

{locations}  location {path}/en/ {{ error_page 403 404 =404 {path}/en/404.html; }}
}}
"""
BARE = """
location = {path} {{
{page}  absolute_redirect off;
  return 301 {path}/$is_args$args;
}}
"""


def nginx(table: list[Rule], name: str, path: str = "") -> str:
    """For a guide whose root is at ``path``: nothing, or a slash and what follows it, without one at its end."""
    page = table[0].headers
    assets, embedded = for_assets(page), for_embedded(table)
    return NGINX.format(
        name=name,
        path=path,
        escaped=re.escape(path),
        types="".join(f"    {kind} {ending};\n" for ending, kind in TYPES.items()),
        page=nginx_headers(page, "  "),
        bare=BARE.format(path=path, page=nginx_headers(page, "  ")) if path else "",
        locations="".join(
            # The first expression that matches wins, and any of them over a location without one.
            f"  location {match} {{\n{nginx_headers(sent | {'Cache-Control': cached}, '    ')}  }}\n"
            for match, sent, cached in (
                (f'~ "^{re.escape(path + ASSETS)}{HASH}$"', assets, IMMUTABLE),
                (f'~ "^{re.escape(path + EMBEDDED)}{HASH}$"', embedded, IMMUTABLE),
                (f'~ "^{re.escape(path)}{SEARCH}"', assets, "no-cache"),
                (f"{path}{ASSETS}", assets, "no-cache"),
                (f"{path}{EMBEDDED}", embedded, "no-cache"),
            )
        ),
    )


def for_assets(page: dict[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in page.items() if name not in OF_PAGES}
    return kept | {"Content-Security-Policy": ASSETS_POLICY}


def for_embedded(table: list[Rule]) -> dict[str, str]:
    page, embedded = table[0], table[1]
    return page.headers | embedded.headers


CADDY = """\
# For a site block of a Caddyfile, where the root is the guide's folder:
#   root * /srv/guide
#   import {name}
# Below a path, both stand in a `handle_path /docs/qbo/* {{ … }}`: deploy/Caddyfile.
# Written by the build: it names the digests of these pages.
route {{
	header {{
{page}		Cache-Control no-cache
	}}
	# The file server says it only of what it sends compressed.
	header {{
		Vary Accept-Encoding
		-Server
		defer
	}}

	@sending not method GET HEAD
	respond @sending 405

	@hidden {{
		# Nothing that begins with a dot, but for what certificates are renewed with; nothing that is for hosts.
		path */.* *.br *.gz /_headers /_redirects
		not path /.well-known/*
	}}
	@file file {{path}} {{path}}/index.html

	handle @hidden {{
{not_found}	}}
	handle @file {{
		@assets path_regexp "^(?:{assets}|{search})"
		header @assets {{
{without}			Content-Security-Policy {policy}
		}}
		@embedded path {embedded}*
		header @embedded {{
{of_embedded}		}}
		@hashed path_regexp "^(?:{assets}|{embedded}){hash}$"
		header @hashed Cache-Control {immutable}
{types}		file_server {{
			precompressed br gzip
		}}
	}}
	handle /en/* {{
{english_not_found}	}}
	handle {{
{not_found}	}}
}}
"""
CADDY_NOT_FOUND = """\
		rewrite * {page}
		file_server {{
			status 404
			precompressed br gzip
		}}
"""


def caddy(table: list[Rule], name: str) -> str:
    """For any path: the Caddyfile that imports it takes the path away before."""
    page = table[0].headers
    return CADDY.format(
        name=name,
        page="".join(f"\t\t{name} {quoted(value)}\n" for name, value in page.items()),
        not_found=CADDY_NOT_FOUND.format(page="/404.html"),
        english_not_found=CADDY_NOT_FOUND.format(page="/en/404.html"),
        assets=ASSETS,
        search=SEARCH,
        embedded=EMBEDDED,
        of_embedded="".join(f"\t\t\t{name} {quoted(value)}\n" for name, value in table[1].headers.items()),
        without="".join(f"\t\t\t-{name}\n" for name in OF_PAGES),
        policy=quoted(ASSETS_POLICY),
        hash=HASH,
        immutable=quoted(IMMUTABLE),
        types="".join(
            f"\t\t@{ending} path *.{ending}\n\t\theader @{ending} Content-Type {quoted(content_type(ending))}\n"
            for ending in TYPES
            if ending != "html"
        ),
    )


FUNCTION = """\
function handler(event) {{
  // Two slashes in a row would lead to another host.
  var uri = event.request.uri.replace(/^[\\/\\\\]+/, "/");
  if (uri.slice(-1) === "/") event.request.uri = uri + "index.html";
  else if (uri.slice(uri.lastIndexOf("/")).indexOf(".") === -1)
    return {{ statusCode: 301, statusDescription: "Moved Permanently", headers: {headers} }};
  return event.request;
}}
"""
"""For CloudFront, as a function of viewer requests. Its own answers get no headers from a policy."""

CACHING_OPTIMIZED = "658327ea-f89d-4fab-a63d-7e88639e58f6"
"""CloudFront's own cache policy of that name: it keeps Brotli and gzip apart, and what Cache-Control says."""


def cloudfront(table: list[Rule], path: str = "") -> dict[str, Any]:
    """A CloudFormation template: a private bucket, and a distribution of it for a guide at ``path``.

    Headers come from policies, because no function runs for an error: a policy holds for every answer of its paths.
    """
    page = table[0].headers
    function = FUNCTION.format(
        headers=", ".join(
            (
                '{ location: { value: uri + "/" }',
                *(
                    f"{json.dumps(name.lower())}: {{ value: {json.dumps(value)} }}"
                    for name, value in page.items()
                ),
            )
        )
        + " }"
    )
    behavior = {
        "TargetOriginId": "site",
        "ViewerProtocolPolicy": "redirect-to-https",
        "CachePolicyId": CACHING_OPTIMIZED,
        "Compress": True,
    }
    folders = behavior | {
        "FunctionAssociations": [
            {"EventType": "viewer-request", "FunctionARN": {"Fn::GetAtt": ["Function", "FunctionARN"]}}
        ]
    }
    not_found = {"ResponseCode": 404, "ResponsePagePath": f"{path}/404.html", "ErrorCachingMinTTL": 10}
    return {
        "AWSTemplateFormatVersion": "2010-09-09",
        "Description": "The guide in a private bucket, behind CloudFront. Written by the build: it names the digests of these pages.",
        "Metadata": {"cfn-lint": {"config": {"ignore_checks": ["W1030"]}}},
        "Parameters": {
            "Host": {
                "Type": "String",
                "Default": "",
                "Description": "A name of your own, or nothing for CloudFront's",
            },
            # Without a name it is nothing, which cfn-lint takes for a mistake (W1030).
            "CertificateArn": {
                "Type": "String",
                "Default": "",
                "Description": "Its certificate, of us-east-1",
            },
        },
        "Conditions": {"Named": {"Fn::Not": [{"Fn::Equals": [{"Ref": "Host"}, ""]}]}},
        "Resources": {
            "Bucket": {
                "Type": "AWS::S3::Bucket",
                "DeletionPolicy": "Retain",
                "UpdateReplacePolicy": "Retain",
                "Properties": {
                    "PublicAccessBlockConfiguration": {
                        "BlockPublicAcls": True,
                        "BlockPublicPolicy": True,
                        "IgnorePublicAcls": True,
                        "RestrictPublicBuckets": True,
                    }
                },
            },
            "BucketPolicy": {
                "Type": "AWS::S3::BucketPolicy",
                "Properties": {
                    "Bucket": {"Ref": "Bucket"},
                    "PolicyDocument": {
                        "Version": "2012-10-17",
                        "Statement": [
                            {
                                "Effect": "Allow",
                                "Principal": {"Service": "cloudfront.amazonaws.com"},
                                "Action": "s3:GetObject",
                                "Resource": {"Fn::Sub": "${Bucket.Arn}/*"},
                                "Condition": {
                                    "StringEquals": {
                                        "AWS:SourceArn": {
                                            "Fn::Sub": "arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/${Distribution}"
                                        }
                                    }
                                },
                            }
                        ],
                    },
                },
            },
            "AccessControl": {
                "Type": "AWS::CloudFront::OriginAccessControl",
                "Properties": {
                    "OriginAccessControlConfig": {
                        "Name": {"Fn::Sub": "${AWS::StackName}-bucket"},
                        "OriginAccessControlOriginType": "s3",
                        "SigningBehavior": "always",
                        "SigningProtocol": "sigv4",
                    }
                },
            },
            "Function": {
                "Type": "AWS::CloudFront::Function",
                "Properties": {
                    "Name": {"Fn::Sub": "${AWS::StackName}-folders"},
                    "AutoPublish": True,
                    "FunctionCode": function,
                    "FunctionConfig": {
                        "Comment": "A folder's page, and the slash at its end",
                        "Runtime": "cloudfront-js-2.0",
                    },
                },
            },
            "PageHeaders": _headers_policy("pages", page),
            "AssetHeaders": _headers_policy("assets", for_assets(page)),
            "EmbeddedHeaders": _headers_policy("embedded", for_embedded(table)),
            "Distribution": {
                "Type": "AWS::CloudFront::Distribution",
                "Properties": {
                    "DistributionConfig": {
                        "Enabled": True,
                        "HttpVersion": "http2and3",
                        "IPV6Enabled": True,
                        "Aliases": {"Fn::If": ["Named", [{"Ref": "Host"}], {"Ref": "AWS::NoValue"}]},
                        "ViewerCertificate": {
                            "Fn::If": [
                                "Named",
                                {
                                    "AcmCertificateArn": {"Ref": "CertificateArn"},
                                    "MinimumProtocolVersion": "TLSv1.2_2021",
                                    "SslSupportMethod": "sni-only",
                                },
                                {"Ref": "AWS::NoValue"},
                            ]
                        },
                        "Origins": [
                            {
                                "Id": "site",
                                "DomainName": {"Fn::GetAtt": ["Bucket", "RegionalDomainName"]},
                                "OriginAccessControlId": {"Ref": "AccessControl"},
                                "S3OriginConfig": {"OriginAccessIdentity": ""},
                            }
                        ],
                        "DefaultCacheBehavior": {
                            **folders,
                            "ResponseHeadersPolicyId": {"Ref": "PageHeaders"},
                        },
                        "CacheBehaviors": [
                            {
                                **sent,
                                "PathPattern": f"{path}{below}*",
                                "ResponseHeadersPolicyId": {"Ref": policy},
                            }
                            for below, sent, policy in (
                                (ASSETS, behavior, "AssetHeaders"),
                                (EMBEDDED, folders, "EmbeddedHeaders"),
                            )
                        ],
                        # A private bucket says 403 of what it has not.
                        "CustomErrorResponses": [{"ErrorCode": code, **not_found} for code in (403, 404)],
                    }
                },
            },
        },
        "Outputs": {
            "Bucket": {"Value": {"Ref": "Bucket"}},
            "Distribution": {"Value": {"Ref": "Distribution"}},
            "Address": {"Value": {"Fn::GetAtt": ["Distribution", "DomainName"]}},
        },
    }


def _headers_policy(name: str, headers: dict[str, str]) -> dict[str, Any]:
    """CloudFront has settings of its own for some headers, and takes them in no other way."""
    left = dict(headers)
    own: dict[str, dict[str, Any]] = {
        "ContentSecurityPolicy": {
            "ContentSecurityPolicy": left.pop("Content-Security-Policy"),
            "Override": True,
        },
    }
    if referrer := left.pop("Referrer-Policy", ""):
        own["ReferrerPolicy"] = {"ReferrerPolicy": referrer, "Override": True}
    if age := left.pop("Strict-Transport-Security", "").removeprefix("max-age="):
        own["StrictTransportSecurity"] = {"AccessControlMaxAgeSec": int(age), "Override": True}
    # It knows one value.
    if left.pop("X-Content-Type-Options") == "nosniff":
        own["ContentTypeOptions"] = {"Override": True}
    shared = left.pop("Access-Control-Allow-Origin", None)
    sharing = {
        "CorsConfig": {
            "AccessControlAllowCredentials": False,
            "AccessControlAllowHeaders": {"Items": ["*"]},
            "AccessControlAllowMethods": {"Items": ["GET", "HEAD"]},
            "AccessControlAllowOrigins": {"Items": [shared]},
            "OriginOverride": True,
        }
    }
    return {
        "Type": "AWS::CloudFront::ResponseHeadersPolicy",
        "Properties": {
            "ResponseHeadersPolicyConfig": {
                "Name": {"Fn::Sub": f"${{AWS::StackName}}-{name}"},
                "SecurityHeadersConfig": own,
                **(sharing if shared else {}),
                "CustomHeadersConfig": {
                    "Items": [
                        {"Header": header, "Value": value, "Override": True} for header, value in left.items()
                    ]
                },
            }
        },
    }


WORKER = """\
// For Cloudflare, as the worker before an R2 bucket that has the site at {root}, bound as SITE: deploy/r2.toml.
// Written by the build: it names the digests of these pages.
const root = {root_json};
const page = {page};
const asset = {asset};
const embedded = {embedded};
const sent = (key) =>
  key.startsWith(`${{root}}assets/`) ? asset : key.startsWith(`${{root}}embed/`) ? embedded : page;

export default {{
  async fetch(request, env) {{
    if (request.method !== "GET" && request.method !== "HEAD") return new Response(null, {{ status: 405, headers: page }});
    const url = new URL(request.url);
    const path = url.pathname.slice(1);
    const key = path === "" || path.endsWith("/") ? `${{path}}index.html` : path;
    let object = await env.SITE.get(key, {{ onlyIf: request.headers }});
    if (!object && (await env.SITE.head(`${{key}}/index.html`)))
      return new Response(null, {{ status: 301, headers: {{ ...page, location: `${{url.pathname}}/${{url.search}}` }} }});
    const status = object ? ("body" in object ? 200 : 304) : 404;
    object ??= await env.SITE.get(`${{root}}${{key.startsWith(`${{root}}en/`) ? "en/" : ""}}404.html`);
    const headers = new Headers(status === 404 ? page : sent(key));
    object?.writeHttpMetadata(headers);
    if (object && status !== 404) headers.set("etag", object.httpEtag);
    return new Response(request.method === "HEAD" ? null : object?.body, {{ status, headers }});
  }},
}};
"""


def worker(table: list[Rule], path: str = "") -> str:
    """The worker that answers from a bucket, for a guide at ``path``."""
    page = table[0].headers
    root = f"{path.removeprefix('/')}/" if path else ""
    return WORKER.format(
        root=root or "its root",
        root_json=json.dumps(root),
        page=json.dumps(page, indent=2),
        asset=json.dumps(for_assets(page), indent=2),
        embedded=json.dumps(for_embedded(table), indent=2),
    )


BUCKET = """\
#!/bin/sh
# Puts the site where an S3 bucket, or one that speaks as S3 does (R2: add --endpoint-url), has its files:
#   {name} s3://BUCKET{path} [options of aws s3 cp]
# First what never changes, last the pages that name it. Then, behind a CDN, have it ask anew for the pages alone:
#   aws cloudfront create-invalidation --distribution-id ID --paths '{path}/*'
# Written by the build: it names the digests of these pages.
set -eu
to=$1
shift
put() {{ aws s3 cp --recursive --only-show-errors {site} "$to" --exclude '*' "$@"; }}
{lines}"""


def bucket(site: Path, table: list[Rule], name: str, path: str = "") -> str:
    """A command for each type of file, in two passes: what is named by its content, and what is not."""
    kept = [rule.path.removeprefix("/") for rule in table if rule.headers.get("Cache-Control") == IMMUTABLE]
    endings = [ending for ending in TYPES if ending not in {"gz", "html"} and [*site.rglob(f"*.{ending}")]]

    def put(ending: str, cached: str, *filters: str) -> str:
        words = ("--content-type", content_type(ending), "--cache-control", cached, *filters)
        return f'put {shlex.join(words)} "$@"\n'

    def included(ending: str) -> list[str]:
        """Of what is named by its content, the files with this ending."""
        return [
            word
            for pattern in kept
            if (named := f"{pattern}.{ending}" if pattern.endswith("/*") else pattern).endswith(f".{ending}")
            and any(site.glob(named.replace("/*", "/**/*")))
            for word in ("--include", named)
        ]

    excluded = [word for pattern in kept for word in ("--exclude", pattern)]
    return BUCKET.format(
        name=name,
        path=path,
        site=shlex.quote(str(site)),
        lines="".join(
            (
                *(put(ending, IMMUTABLE, *included(ending)) for ending in endings if included(ending)),
                *(
                    put(ending, "no-cache", "--include", f"*.{ending}", *excluded)
                    for ending in [*endings, "html"]
                ),
            )
        ),
    )


def content_type(ending: str) -> str:
    """What a file with that ending is sent as; text is UTF-8."""
    kind = TYPES[ending]
    return kind if kind in BINARY or kind.startswith(("font/", "image/")) else f"{kind}; charset=utf-8"


def nginx_headers(headers: dict[str, str], indent: str = "") -> str:
    """What is said of a file for a year holds for the file alone, not for the word that it is gone."""
    return "".join(
        f"{indent}add_header {name} {quoted(value)}{'' if value == IMMUTABLE else ' always'};\n"
        for name, value in headers.items()
    )


def quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def is_never_read(path: str) -> bool:
    return any(fnmatchcase(path, name) for name in UNREAD) and not any(
        fnmatchcase(path, name) for name in READ
    )


def write(built: Built) -> None:
    """What hosts read; before it, the last word on which files there are. Raises BuildError for a type not known."""
    site = built.site
    for path in site.rglob("*"):
        if path.is_file() and path.suffix.removeprefix(".") not in TYPES:
            raise BuildError(f"{path.relative_to(site)}: no type is known to send it with")
    for script in (*site.glob("assets/javascripts/**/*.js"), *site.glob("assets/stylesheets/*.css")):
        script.write_bytes(
            re.sub(rb"\n(//|/\*)# sourceMappingURL=\S+( \*/)?\s*$", b"\n", script.read_bytes())
        )
    table = rules(site)
    (site / "_headers").write_text(headers(table), "utf-8")
    (site / "_redirects").write_text(REDIRECTS, "utf-8")
    write_servers(site, table, os.environ.get("GUIDE_PATH", ""))


def write_servers(site: Path, table: list[Rule], path: str) -> None:
    """Write beside the site what its servers include. Raises ValueError for what is no path."""
    if not re.fullmatch(r"(?:/[\w~-][\w.~-]*)*", path, re.ASCII):
        raise ValueError(f"GUIDE_PATH is {path!r}; it is empty, or like /docs/qbo")
    for ending, text in (
        ("nginx.conf", nginx(table, f"{site.name}.nginx.conf", path)),
        ("Caddyfile", caddy(table, f"{site.name}.Caddyfile")),
        ("cloudfront.json", json.dumps(cloudfront(table, path), indent=1) + "\n"),
        ("r2.js", worker(table, path)),
        ("s3.sh", bucket(site, table, f"{site.name}.s3.sh", path)),
    ):
        site.with_name(f"{site.name}.{ending}").write_text(text, "utf-8")
    site.with_name(f"{site.name}.s3.sh").chmod(0o755)


if __name__ == "__main__":
    try:
        write_servers(site := Path(sys.argv[1]), rules(site), os.environ.get("GUIDE_PATH", ""))
    except ValueError as error:
        sys.exit(str(error))
