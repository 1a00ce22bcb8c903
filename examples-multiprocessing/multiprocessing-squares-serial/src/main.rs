//! Look at the total, the sum of the two times; `multiprocessing-squares` makes the two calls at once.
//!
//! Python: the same, 4 seconds. One after the other is the same in every language.

use std::thread;
use std::time::{Duration, Instant};

fn main() {
    let start = Instant::now();
    print_square(3);
    print_square(4);
    println!("Total time taken: {:.2} seconds", start.elapsed().as_secs_f64());
}

fn print_square(n: u32) {
    let square = n * n;
    thread::sleep(Duration::from_secs(2)); // stands for a long computation
    println!("Square of {n}: {square}");
}
