"""A heartbeat beside what is looked at: a thread that wants to run every millisecond."""

import json
import threading
import time

_done = threading.Event()
_late = []


def _beat():
    while not _done.is_set():
        before = time.monotonic()
        time.sleep(0.001)
        _late.append((time.monotonic() - before - 0.001) * 1000)


def watched(*work):
    """Runs each function a moment apart, beside the heartbeat, and tells how late that was at worst."""
    heart = threading.Thread(target=_beat, name="heartbeat")
    heart.start()
    time.sleep(0.05)
    _late.clear()
    for function in work:
        function()
        time.sleep(0.01)
    worst = max(_late)
    _done.set()
    heart.join()
    print("told " + json.dumps({"worst": worst, "beats": len(_late)}))
