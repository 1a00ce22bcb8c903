"""The sum of squares below 10^7, in one process and in parts that come back over a queue."""

import multiprocessing

from timed import timed

TOTAL = 10**7
PROCESSES = min(4, multiprocessing.cpu_count())


def sum_of_squares(start, end):
    total = 0
    for i in range(start, end):
        total += i * i
    return total


def in_one_process():
    return sum_of_squares(0, TOTAL)


def put_part(start, end, parts):
    parts.put(sum_of_squares(start, end))


def in_parts():
    parts = multiprocessing.Queue()
    processes = []
    for p in range(PROCESSES):
        start, end = TOTAL * p // PROCESSES, TOTAL * (p + 1) // PROCESSES
        process = multiprocessing.Process(target=put_part, args=(start, end, parts))
        process.start()
        processes.append(process)
    total = sum(parts.get() for _ in processes)
    for process in processes:
        process.join()
    return total


if __name__ == "__main__":
    timed("one process", in_one_process)
    timed("parts over a queue", in_parts)
