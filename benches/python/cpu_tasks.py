"""Four CPU tasks: in a row, on four threads, on four processes."""

import multiprocessing
import threading

from timed import timed

TASKS = 4
N = 10**7


def cpu_task(_):
    total = 0
    for i in range(N):
        total += i * i
    return total


def in_a_row():
    return sum(cpu_task(task) for task in range(TASKS))


def on_threads():
    totals = []
    threads = [
        threading.Thread(target=lambda task: totals.append(cpu_task(task)), args=(task,))
        for task in range(TASKS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(totals)


def put_total(task, totals):
    totals.put(cpu_task(task))


def on_processes():
    totals = multiprocessing.Queue()
    processes = [
        multiprocessing.Process(target=put_total, args=(task, totals)) for task in range(TASKS)
    ]
    for process in processes:
        process.start()
    result = sum(totals.get() for _ in processes)
    for process in processes:
        process.join()
    return result


if __name__ == "__main__":
    timed("in a row", in_a_row)
    timed("threads", on_threads)
    timed("processes", on_processes)
