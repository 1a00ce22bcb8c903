"""100,000 items through a queue, from one thread to another."""

import queue
import threading

from timed import timed

ITEMS = 100_000


def produce(items):
    for i in range(ITEMS):
        items.put(i)
    items.put(None)  # the end


def through_a_queue():
    items = queue.Queue()
    producer = threading.Thread(target=produce, args=(items,))
    producer.start()
    total = 0
    while (item := items.get()) is not None:
        total += item
    producer.join()
    return total


if __name__ == "__main__":
    timed("queue", through_a_queue)
