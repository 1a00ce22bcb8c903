"""`Pool.map` of four CPU tasks on four processes; starting and ending the pool counts."""

from multiprocessing import Pool

from timed import timed

TASKS = [10**6] * 4


def cpu_task(n):
    total = 0
    for i in range(n):
        total += i * i
    return total


def in_a_row():
    return sum(map(cpu_task, TASKS))


def on_a_pool():
    with Pool(4) as pool:
        return sum(pool.map(cpu_task, TASKS))


if __name__ == "__main__":
    timed("in a row", in_a_row)
    timed("pool of processes", on_a_pool)
