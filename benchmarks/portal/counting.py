"""Counts the queries of pages: reads pages and sessions as JSON from standard input, prints {url: queries}."""

import json
import sys

import django

django.setup()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

COOKIE = "sessionid"
FRAMES = ("BEGIN", "COMMIT")
"""They frame a transaction and ask nothing."""


def main():
    """Ask for each page twice in this process and count the second time, when templates and caches are warm."""

    told, counted = json.load(sys.stdin), {}
    for page in told["pages"]:
        client = Client(headers={"accept-language": "en"})
        if page["reader"] in told["sessions"]:
            client.cookies[COOKIE] = told["sessions"][page["reader"]]
        client.get(page["url"])
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(page["url"])
        counted[page["url"]] = len([one for one in queries if one["sql"] not in FRAMES])
        if answer.status_code != 200:
            raise SystemExit(f"{page['url']} answers {answer.status_code}")
    json.dump(counted, sys.stdout)


if __name__ == "__main__":
    main()
