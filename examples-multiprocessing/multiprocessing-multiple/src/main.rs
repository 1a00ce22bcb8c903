//! Look at the two steps: all children are started before the first one is waited for.
//!
//! Python: `args=(i,)` is pickled on its way to the child; here the argument is serialized with serde, and
//! its type is checked when the program is compiled. Starting and joining in one loop would run the children
//! one by one, in either language. Which child prints first is up to the operating system.

use procspawn::SpawnError;

fn main() -> Result<(), SpawnError> {
    procspawn::init();

    let children: Vec<_> = (0..3).map(|i| procspawn::spawn(i, task)).collect();
    for child in children {
        child.join()?;
    }
    Ok(())
}

fn task(i: u32) {
    println!("Process {i} running");
}
