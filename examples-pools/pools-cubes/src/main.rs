//! Look at the numbers: five tasks for four processes; the fifth goes to the first process that is free.
//!
//! Python: `pool.map(cube, inputs)` returns a list, and raises when one task did. `collect` into a `Result`
//! does that here: all the values, or the first error.

use procspawn::{Pool, SpawnError};

fn main() -> Result<(), SpawnError> {
    procspawn::init();

    let pool = Pool::new(4)?;
    let tasks: Vec<_> = (1..=5).map(|n| pool.spawn(n, cube)).collect();
    let cubes: Result<Vec<_>, _> = tasks.into_iter().map(|task| task.join()).collect();
    println!("Cubes: {:?}", cubes?);
    Ok(())
}

fn cube(n: u32) -> u32 {
    n * n * n
}
