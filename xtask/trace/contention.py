"""Threads that wait for others, and their own clocks. The argument chooses what happens.

A worker sleeps until all are there; from then to its end, what it did not spend in the extension it waited. The main
thread sleeps meanwhile, so that it does not wait as well.
"""

import sys
import threading
import time

from target import t, tell

CLOCK = time.monotonic


def four(function, milliseconds):
    """Four threads call it ten times each."""
    begin = CLOCK() + 0.1
    spent = []

    def work():
        time.sleep(begin - CLOCK())
        for _ in range(10):
            function(milliseconds)
        spent.append(CLOCK() - begin)

    workers = [threading.Thread(target=work) for _ in range(4)]
    for worker in workers:
        worker.start()
    # Longer than all of it takes: who looks whether they are done yet waits for the interpreter too.
    time.sleep(0.4 + 4 * 10 * milliseconds / 1000)
    for worker in workers:
        worker.join()
    return {"spent": sum(spent) * 1000}


def heartbeat(function, milliseconds):
    """One thread calls it ten times; this one wants to run every millisecond, and notes how late it is."""
    done = threading.Event()

    def work():
        time.sleep(0.05)
        for _ in range(10):
            function(milliseconds)
        done.set()

    worker = threading.Thread(target=work)
    worker.start()
    late = []
    while not done.is_set():
        before = CLOCK()
        time.sleep(0.001)
        late.append((CLOCK() - before - 0.001) * 1000)
    worker.join()
    late.sort()
    # A sleep is always a little late; that is not waiting.
    usual = late[len(late) // 10]
    return {
        "late": sum(one - usual for one in late if one > 1.0),
        "beats": len(late),
        "median": late[len(late) // 2],
        "worst": late[-1],
    }


def victim():
    """One thread holds for 30 ms again and again; this one detaches for 5 ms, and comes back late."""


    def work():
        # Else this thread waits in `start` as well.
        time.sleep(0.05)
        for _ in range(10):
            t.sleep_attached(30)

    worker = threading.Thread(target=work)
    worker.start()
    spent = 0.0
    while worker.is_alive():
        before = CLOCK()
        t.sleep_detached(5)
        spent += CLOCK() - before
    worker.join()
    return {"spent": spent * 1000}


SCENES = {
    "four-spin-attached": lambda: four(t.spin_attached, 20),
    "four-spin-detached": lambda: four(t.spin_detached, 20),
    "four-sleep-attached": lambda: four(t.sleep_attached, 20),
    "heartbeat-attached": lambda: heartbeat(t.sleep_attached, 50),
    "heartbeat-detached": lambda: heartbeat(t.sleep_detached, 50),
    "victim": victim,
}
tell(clock=SCENES[sys.argv[1]]())
