"""Eight threads do everything at random. The seed is the argument."""

import random
import sys
import threading
import time

from target import t

SECONDS = 4.0
end = time.monotonic() + SECONDS
rounds = [0] * 8


def work(number):
    r = random.Random(f"{sys.argv[1]} {number}")
    x = t.Thing(list(range(5)))
    while time.monotonic() < end:
        rounds[number] += 1
        pick = r.randrange(10)
        if pick == 0:
            t.sleep_attached(r.random())
        elif pick == 1:
            t.sleep_detached(r.random())
        elif pick == 2:
            t.detach_often(20)
        elif pick == 3:
            t.callback(lambda: t.callback(lambda: t.tiny(1), 2, 0), 2, 0)
        elif pick == 4:
            list(t.Thing([1, 2, 3]))
        elif pick == 5:
            t.rayon_attaching(0.05)
        elif pick == 6:
            time.sleep(r.random() / 1000)
        elif pick == 7:
            try:
                t.raises()
            except ValueError:
                pass
        elif pick == 8:
            t.mixed(r.random() / 4, r.random() / 4, r.random() / 4)
        else:
            [x[i % 5] for i in range(100)]


workers = [threading.Thread(target=work, args=(number,)) for number in range(8)]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
print(f'told {{"rounds": {sum(rounds)}}}')
