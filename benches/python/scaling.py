"""The same CPU work on 1, 2, 4 and 8 workers, as threads and as processes."""

import multiprocessing
import threading

from timed import timed

N = 10**7  # the Rust program adds up fifty times as many, so that its parts are long enough


def sum_of_squares(start, end):
    total = 0
    for i in range(start, end):
        total += i * i
    return total


def parts(workers):
    return [(N * w // workers, N * (w + 1) // workers) for w in range(workers)]


def in_a_row():
    return sum_of_squares(0, N)


def on_threads(workers):
    totals = []
    threads = [
        threading.Thread(target=lambda start, end: totals.append(sum_of_squares(start, end)), args=part)
        for part in parts(workers)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(totals)


def put_total(start, end, totals):
    totals.put(sum_of_squares(start, end))


def on_processes(workers):
    totals = multiprocessing.Queue()
    processes = [
        multiprocessing.Process(target=put_total, args=(*part, totals)) for part in parts(workers)
    ]
    for process in processes:
        process.start()
    result = sum(totals.get() for _ in processes)
    for process in processes:
        process.join()
    return result


if __name__ == "__main__":
    timed("in a row", in_a_row)
    for workers in [1, 2, 4, 8]:
        timed(f"threads {workers}", lambda: on_threads(workers))
        timed(f"processes {workers}", lambda: on_processes(workers))
