"""Known times on one thread."""

import time

from target import t, tell

t.sleep_attached(100)
t.sleep_attached(50)
t.sleep_detached(80)
t.spin_attached(25)
t.spin_detached(25)
t.mixed(30, 70, 20)
t.callback(lambda: time.sleep(0.01), 5, 6)
t.rayon_detached(10)
slow = t.SlowDrop(20)
del slow
tell()
