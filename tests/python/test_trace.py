"""Recording a block of code."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

import boundcheck
from boundcheck import _recording

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="recording needs Linux")

PRELUDE = """
import json, os, subprocess, sys, threading
import boundcheck
def by_name(trace):
    return {export.export.replace("trace_target.", ""): export for export in trace if export.kind != "module-exec"}
"""


def script(body: str) -> str:
    return PRELUDE + textwrap.dedent(body)


def run(body: str, folder: Path, *before: str) -> str:
    """Runs a script in a fresh process, since the recorder stays where it was loaded; what it printed."""
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    command = [*before, sys.executable, "-W", "error", "-c", script(body)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0 and done.stderr == "", done.stdout + done.stderr
    return done.stdout


def test_a_block_tells_who_held_the_interpreter(trace_target: Path) -> None:
    run(
        """
        with boundcheck.trace() as t:
            import trace_target as target
            for i in range(100):
                target.tiny(i)
            target.sleep_attached(30)
            target.sleep_detached(30)
        target.sleep_attached(500)
        trace = t.result
        exports = by_name(trace)
        assert exports["tiny"].calls == 100
        assert trace.exports[0].export in ("trace_target.sleep_attached", "trace_target"), trace.table()
        sleep = exports["sleep_attached"]
        assert sleep.calls == 1 and 30 <= sleep.longest_hold_ms < 200, sleep
        assert sleep.longest_hold_ms == sleep.attached_ms
        assert exports["sleep_detached"].detached_ms >= 30 and exports["sleep_detached"].attached_ms < 10
        assert trace.mode == "gil-timeline" and trace.problems == () and 60 <= trace.wall_ms < 400
        assert [process.pid for process in trace.processes] == [os.getpid()]
        assert [thread.name for thread in trace.threads] == ["MainThread"]
        assert trace.threads[0].attached_ms <= trace.wall_ms
        assert "sleep_attached" in trace.table() and t.peek() == trace
        """,
        trace_target,
    )


def test_each_block_tells_of_itself(trace_target: Path) -> None:
    run(
        """
        with boundcheck.trace() as first:
            import trace_target as target
            target.sleep_attached(200)
        with boundcheck.trace() as second:
            target.sleep_attached(5)
            target.sleep_attached(5)
        with boundcheck.trace() as third:
            pass
        assert by_name(first.result)["sleep_attached"].longest_hold_ms >= 200
        sleep = by_name(second.result)["sleep_attached"]
        assert sleep.calls == 2 and 10 <= sleep.attached_ms < 150 and sleep.longest_hold_ms < 150, sleep
        assert second.result.threads[0].longest_hold_ms < 150, second.result.threads
        assert not third.result and third.result.problems == ()
        """,
        trace_target,
    )


def test_blocks_within_blocks_and_looks_in_between(trace_target: Path) -> None:
    run(
        """
        with boundcheck.trace() as outer:
            import trace_target as target
            target.sleep_attached(200)
            with boundcheck.trace() as inner:
                target.sleep_attached(5)
                assert by_name(inner.peek())["sleep_attached"].calls == 1
                target.sleep_attached(5)
                now = by_name(inner.peek())["sleep_attached"]
                assert now.calls == 2 and now.longest_hold_ms < 150, now
            target.tiny(1)
        sleep = by_name(inner.result)["sleep_attached"]
        assert sleep.calls == 2 and 5 <= sleep.longest_hold_ms < 150, sleep
        sleep = by_name(outer.result)["sleep_attached"]
        assert sleep.calls == 3 and sleep.longest_hold_ms >= 200, sleep
        assert "tiny" not in by_name(inner.result) and by_name(outer.result)["tiny"].calls == 1
        """,
        trace_target,
    )


def test_blocks_in_several_threads_see_all_threads(trace_target: Path) -> None:
    run(
        """
        with boundcheck.trace():
            import trace_target as target
        results = []
        def work():
            for i in range(20):
                with boundcheck.trace() as t:
                    target.spin_attached(1)
                    target.detach_often(20)
                results.append(by_name(t.result))
        with boundcheck.trace() as whole:
            workers = [threading.Thread(target=work) for i in range(4)]
            for worker in workers: worker.start()
            for worker in workers: worker.join()
        assert len(results) == 80
        assert all(block["spin_attached"].longest_hold_ms >= 1 for block in results), results
        assert by_name(whole.result)["spin_attached"].calls == 80
        assert by_name(whole.result)["spin_attached"].longest_hold_ms >= 1
        assert len(whole.result.threads) == 5
        assert sum(thread.attached_ms for thread in whole.result.threads) <= whole.result.wall_ms
        """,
        trace_target,
    )


def test_modules_that_came_too_early_are_named(trace_target: Path) -> None:
    run(
        """
        import trace_target as target
        with boundcheck.trace() as t:
            target.sleep_attached(5)
        assert by_name(t.result) == {}
        assert t.result.problems == (
            "1 extension module was imported before the recording began: its exports are not seen: trace_target",
        )
        assert "its exports are not seen" in t.result.table()
        """,
        trace_target,
    )


def test_a_block_that_raises_has_a_result(trace_target: Path) -> None:
    run(
        """
        t = boundcheck.trace()
        assert repr(t) == "<Tracing, not begun>"
        for wrong, message in [(lambda: t.result, "has not ended"), (t.peek, "begins with `with`")]:
            try: wrong()
            except RuntimeError as error: assert message in str(error)
            else: raise AssertionError(message)
        try:
            with t:
                import trace_target as target
                target.raises()
        except ValueError: pass
        assert by_name(t.result)["raises"].exceptions == 1
        assert repr(t) == f"<Tracing {t.result!r}>"
        try: t.__enter__()
        except RuntimeError as error: assert "entered already" in str(error)
        else: raise AssertionError
        """,
        trace_target,
    )


def test_forks_count_for_themselves_and_leave_the_recording(trace_target: Path) -> None:
    folder = run(
        """
        with boundcheck.trace() as t:
            import trace_target as target
            target.tiny(1)
            if os.fork() == 0:
                for i in range(7): target.tiny(i)
                assert by_name(t.peek())["tiny"].calls == 7
                with boundcheck.trace() as own: target.tiny(1)
                assert by_name(own.result)["tiny"].calls == 1
                sys.exit()  # with all that happens at the end of a process
            assert os.wait()[1] == 0
            # Others do not load the recorder.
            ask = "import os; print({name for name in os.environ if 'BOUNDCHECK' in name or name == 'LD_PRELOAD'})"
            assert subprocess.check_output([sys.executable, "-c", ask]) == b"set()\\n"
            target.tiny(1)
        assert by_name(t.result)["tiny"].calls == 2
        from boundcheck import _recording
        assert os.path.isdir(_recording.recorder().folder)
        print(_recording.recorder().folder)
        """,
        trace_target,
    )
    assert not Path(folder.strip()).exists()


def test_a_process_that_the_command_records_has_one_recorder(trace_target: Path, tmp_path: Path) -> None:
    report = tmp_path / "run.json"
    run(
        """
        import trace_target as target
        target.sleep_attached(100)
        with boundcheck.trace() as t:
            target.sleep_attached(5)
        sleep = by_name(t.result)["sleep_attached"]
        assert sleep.calls == 1 and sleep.longest_hold_ms < 100 and t.result.problems == ()
        """,
        trace_target,
        *(sys.executable, "-m", "boundcheck", "--quiet", "trace", "--format", "json", "-o", str(report), "--"),
    )
    trace = boundcheck.load_trace(report)
    (sleep,) = (export for export in trace if export.export == "trace_target.sleep_attached")
    assert sleep.calls == 2 and sleep.longest_hold_ms >= 100
    assert len(trace.processes) == 1


def test_where_recording_is_not_possible(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    with pytest.raises(boundcheck.TraceError, match="not possible on this platform: it needs Linux"):
        boundcheck.trace().__enter__()
    monkeypatch.setattr(sys, "version_info", (3, 8, 1))
    with pytest.raises(boundcheck.BoundcheckError, match=r"needs CPython 3\.9 to 3\.14, and this is"):
        boundcheck.trace().__enter__()
    assert not _recording.is_recorded()
