"""Workers of three kinds: forked, spawned, and from a fork server. Each hashes, parses and builds a map."""

import multiprocessing
import sys

import blake3
import orjson
import rpds


def work(number):
    payload = orjson.dumps([{"number": number, "at": at} for at in range(2000)])
    index = rpds.HashTrieMap.convert({row["at"]: row["number"] for row in orjson.loads(payload)})
    return number, len(index), blake3.blake3(payload).hexdigest()


def main():
    for method in ("fork", "spawn", "forkserver"):
        with multiprocessing.get_context(method).Pool(2) as pool:
            for number, size, digest in pool.map(work, range(20), chunksize=1):
                print(method, number, size, digest)
            pool.close()
            pool.join()
    crashed = multiprocessing.get_context("fork").Process(target=sys.exit, args=(7,))
    crashed.start()
    crashed.join()
    print("exit code", crashed.exitcode)


if __name__ == "__main__":
    main()
