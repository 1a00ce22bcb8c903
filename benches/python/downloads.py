"""Ten downloads of 0.1 s: in a row, and on a pool of four threads (three rounds: 0.3 s)."""

import time
from concurrent.futures import ThreadPoolExecutor

from timed import timed


def download(file_id):
    time.sleep(0.1)
    return file_id * 1024


def in_a_row():
    return sum(map(download, range(10)))


def on_a_pool():
    with ThreadPoolExecutor(4) as pool:
        return sum(pool.map(download, range(10)))


if __name__ == "__main__":
    timed("in a row", in_a_row)
    timed("pool of threads", on_a_pool)
