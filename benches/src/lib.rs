//! All that the programs in `src/bin` share; `python/timed.py` is its twin.

use std::fmt::Display;
use std::time::Instant;

/// Does the work once and prints a line: the approach, the seconds, the result.
pub fn timed<T: Display>(approach: &str, work: impl FnOnce() -> T) {
    let start = Instant::now();
    let result = work();
    let seconds = start.elapsed().as_secs_f64();
    println!("{approach}\t{seconds:.9}\t{result}");
}
