//! Look at the total: two children at once take the longer of their times, not the sum.
//!
//! Python: in a notebook the children often find no function to run and end at once with nothing printed, and
//! a script needs the `__main__` guard. Here `procspawn::init()` is the guard, and a compiled program has no
//! notebook.

use std::thread;
use std::time::{Duration, Instant};

use procspawn::SpawnError;

fn main() -> Result<(), SpawnError> {
    procspawn::init();

    let start = Instant::now();
    let three = procspawn::spawn(3, print_square);
    let four = procspawn::spawn(4, print_square);
    three.join()?;
    four.join()?;
    println!("Total time taken: {:.2} seconds", start.elapsed().as_secs_f64());
    Ok(())
}

fn print_square(n: u32) {
    let square = n * n;
    thread::sleep(Duration::from_secs(2)); // stands for a long computation
    println!("Square of {n}: {square}");
}
