//! Look at `?` after `join`: a child that panics is an error in the parent, which cannot be missed.
//!
//! Python: `join()` returns `None` whatever happened, and the failure hides in `p.exitcode`. In both
//! languages each child has a memory of its own. Python needs that to get past the GIL; Rust has no GIL,
//! threads would do here, and a process is for isolation: when it crashes, it crashes alone.

use procspawn::SpawnError;

fn main() -> Result<(), SpawnError> {
    procspawn::init();

    let five = procspawn::spawn(5, square);
    let ten = procspawn::spawn(10, square);

    five.join()?;
    ten.join()?;
    println!("Processes done.");
    Ok(())
}

fn square(n: u32) {
    println!("Processing {n}...");
    println!("Result {n}: {}", n * n);
}
