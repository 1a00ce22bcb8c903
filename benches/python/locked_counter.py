"""200,000 additions to one counter under a lock: by one thread, and by two."""

import threading

from timed import timed

counter = 0
lock = threading.Lock()


def increment(times):
    global counter
    for _ in range(times):
        with lock:
            counter += 1


def by_threads(count):
    global counter
    counter = 0
    threads = [threading.Thread(target=increment, args=(200_000 // count,)) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return counter


if __name__ == "__main__":
    timed("one thread", lambda: by_threads(1))
    timed("two threads", lambda: by_threads(2))
