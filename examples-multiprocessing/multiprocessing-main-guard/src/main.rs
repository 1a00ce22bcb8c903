//! Look at who prints what: every process runs `main` down to `init`, and only the first one goes on.
//!
//! Python: a spawned child imports the script again, and `if __name__ == "__main__":` keeps it from starting
//! children of its own, without end. `procspawn::init()` is that guard: a child runs its function in there
//! and never comes out. What stands above it runs in each child too, so let it be the first line; spawning
//! without it is a panic.

use std::process;

use procspawn::SpawnError;

fn main() -> Result<(), SpawnError> {
    println!("above the guard: process {}", process::id());
    procspawn::init();
    println!("below the guard: process {}", process::id());

    let children = [1, 2].map(|n| procspawn::spawn(n, task));
    for child in children {
        child.join()?;
    }
    Ok(())
}

fn task(n: u32) {
    println!("child {n}: process {}", process::id());
}
