"""A plugin of pytest: writes the outcome of every test into the file that $OUTCOMES names."""

import json
import os

outcomes = {}


def pytest_runtest_logreport(report):
    # A test has three reports; what is worst of them counts.
    if report.when == "call" or report.outcome != "passed":
        word = "xfailed" if hasattr(report, "wasxfail") and report.skipped else report.outcome
        outcomes[report.nodeid] = "error" if report.when != "call" and report.failed else word


def pytest_collectreport(report):
    if report.failed:
        outcomes[report.nodeid] = "not collected"


def pytest_sessionfinish():
    with open(os.environ["OUTCOMES"], "w") as file:
        json.dump(outcomes, file)
