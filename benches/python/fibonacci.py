"""Four big Fibonacci numbers, each by adding up: in a row, and on a pool of four processes."""

from concurrent.futures import ProcessPoolExecutor

from timed import timed

NUMBERS = [100_000, 200_000, 300_000, 400_000]


def fibonacci(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def last_digits(results):
    return " ".join(f"{result % 10**10:010}" for result in results)


def in_a_row():
    return last_digits(map(fibonacci, NUMBERS))


def on_a_pool():
    with ProcessPoolExecutor(4) as pool:
        return last_digits(pool.map(fibonacci, NUMBERS))


if __name__ == "__main__":
    timed("in a row", in_a_row)
    timed("pool of processes", on_a_pool)
