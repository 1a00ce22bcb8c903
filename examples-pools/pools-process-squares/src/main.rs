//! Look at the two steps: hand every task to the pool, then join them in the order of the numbers.
//!
//! Python: `with Pool(4) as pool: pool.map(square, numbers)` hides the two steps in one call. As there, the
//! four processes start once, take one task after the other, and are ended when the pool goes out of scope.

use procspawn::{Pool, SpawnError};

fn main() -> Result<(), SpawnError> {
    procspawn::init();

    let pool = Pool::new(4)?;
    let tasks = [1, 2, 3, 4].map(|n| pool.spawn(n, square));
    let squares = tasks.into_iter().map(|task| task.join()).collect::<Result<Vec<_>, _>>()?;
    println!("{squares:?}");
    Ok(())
}

fn square(n: u32) -> u32 {
    n * n
}
