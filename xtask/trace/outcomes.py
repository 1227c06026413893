"""A plugin of pytest: writes the outcome of every test into the file that $OUTCOMES names."""

import collections
import json
import os
import re

outcomes = {}
names = {}
seen = collections.Counter()

# What is another one in each process: addresses, and random UUIDs.
PASSING = re.compile("0x[0-9a-f]+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def name(nodeid):
    """The id without what passes; those that are the same then are numbered, in the order they ran."""
    if nodeid not in names:
        lasting = PASSING.sub("_", nodeid)
        seen[lasting] += 1
        names[nodeid] = lasting if seen[lasting] == 1 else f"{lasting} #{seen[lasting]}"
    return names[nodeid]


def pytest_runtest_logreport(report):
    # A test has three reports; what is worst of them counts.
    if report.when == "call" or report.outcome != "passed":
        word = "xfailed" if hasattr(report, "wasxfail") and report.skipped else report.outcome
        outcomes[name(report.nodeid)] = "error" if report.when != "call" and report.failed else word


def pytest_collectreport(report):
    if report.failed:
        outcomes[name(report.nodeid)] = "not collected"


def pytest_sessionfinish():
    with open(os.environ["OUTCOMES"], "w") as file:
        json.dump(outcomes, file)
