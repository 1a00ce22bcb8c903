"""Five waits of 0.2 s, in a row and at once."""

import threading
import time

from timed import timed


def wait():
    time.sleep(0.2)


def in_a_row():
    for _ in range(5):
        wait()
    return "waited"


def at_once():
    threads = [threading.Thread(target=wait) for _ in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return "waited"


if __name__ == "__main__":
    timed("in a row", in_a_row)
    timed("threads", at_once)
