"""Two CPU tasks, small to large: in a row and on two processes. From which size on do processes pay?"""

import multiprocessing

from timed import timed


def cpu_task(n):
    total = 0
    for i in range(n):
        total += i * i
    return total


def in_a_row(n):
    return cpu_task(n) + cpu_task(n)


def put_total(n, totals):
    totals.put(cpu_task(n))


def on_processes(n):
    totals = multiprocessing.Queue()
    processes = [multiprocessing.Process(target=put_total, args=(n, totals)) for _ in range(2)]
    for process in processes:
        process.start()
    result = sum(totals.get() for _ in processes)
    for process in processes:
        process.join()
    return result


if __name__ == "__main__":
    for n in [3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000]:
        timed(f"in a row {n}", lambda: in_a_row(n))
        timed(f"processes {n}", lambda: on_processes(n))
