"""A check runs detached: other threads of Python go on meanwhile, and may check other projects."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from conftest import DETACHED_NAP, NAP, ProjectMaker

import boundcheck


def test_other_threads_run_while_a_check_does(slow_project: Path) -> None:
    started, done = threading.Event(), threading.Event()
    reports: list[boundcheck.Report] = []

    def work() -> None:
        started.set()
        reports.append(boundcheck.check(slow_project, deps="never"))
        done.set()

    thread = threading.Thread(target=work)
    thread.start()
    started.wait()
    turns = 0
    while not done.wait(0.001):
        turns += 1
    thread.join()
    # Attached for its whole time, the check would have let this loop turn once or twice.
    assert turns > 20
    assert reports[0].summary.exports == 80


def test_four_threads_check_four_projects(make_project: ProjectMaker) -> None:
    sources = [NAP, DETACHED_NAP, NAP, DETACHED_NAP]
    projects = [make_project(source, name=f"p{at}") for at, source in enumerate(sources)]
    alone = [boundcheck.check(project, deps="never") for project in projects]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda project: boundcheck.check(project, deps="never"), projects))
    assert together == alone
    assert [len(report) for report in together] == [1, 0, 1, 0]


def test_a_report_can_be_read_from_many_threads(project: Path) -> None:
    report = boundcheck.check(project, deps="never")
    with ThreadPoolExecutor(8) as pool:
        texts = set(pool.map(lambda _: (report.to_json(), repr(report), hash(report)), range(200)))
    assert len(texts) == 1
