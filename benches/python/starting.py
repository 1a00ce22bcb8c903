"""What it costs to start: 1,000 threads, 20 processes, a pool of four processes. Each does next to nothing."""

import multiprocessing
import threading

from timed import timed


def nothing():
    pass


def double(n):
    return 2 * n


def threads():
    for _ in range(1000):
        thread = threading.Thread(target=nothing)
        thread.start()
        thread.join()
    return 1000


def processes():
    for _ in range(20):
        process = multiprocessing.Process(target=nothing)
        process.start()
        process.join()
    return 20


def pool():
    with multiprocessing.Pool(4) as pool:
        return sum(pool.map(double, range(4)))


if __name__ == "__main__":
    timed("1,000 threads", threads)
    timed("20 processes", processes)
    timed("pool of 4 processes", pool)
