//! Look at `join`: it hands back what the child's function returned, sent from one process to the other.
//!
//! Python: `join()` returns nothing, so the child is given a `Queue` to put its result in; and one that joins
//! before it empties the queue can wait for ever when the data are large. `multiprocessing-by-hand` shows
//! what is underneath.

use procspawn::SpawnError;

fn main() -> Result<(), SpawnError> {
    procspawn::init();

    let child = procspawn::spawn((), |()| String::from("Data from process"));
    println!("{}", child.join()?);
    Ok(())
}
