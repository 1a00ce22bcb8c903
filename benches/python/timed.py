"""What `src/lib.rs` is to the Rust programs."""

import time


def timed(approach, work):
    """Do the work once and print a line: the approach, the seconds, the result."""
    start = time.perf_counter()
    result = work()
    seconds = time.perf_counter() - start
    print(approach, f"{seconds:.9f}", result, sep="\t", flush=True)
