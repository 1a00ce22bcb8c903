//! Give CITY to a child process; the child prints it, and the parent waits for the child.

use std::env;

use anyhow::Result;

fn main() -> Result<()> {
    procspawn::init(); // a child starts here, runs its function, and goes no further

    let city = env::args().nth(1).unwrap_or_else(|| "Bangalore".to_string());

    todo!("a child process is given {city} and prints it; main waits for it and ends with Ok(())")
}
