//! Print `Hello Process` from a child process, and wait for the child.

use anyhow::Result;

fn main() -> Result<()> {
    procspawn::init(); // a child starts here, runs its function, and goes no further

    todo!("a child process prints Hello Process; main waits for it and ends with Ok(())")
}
