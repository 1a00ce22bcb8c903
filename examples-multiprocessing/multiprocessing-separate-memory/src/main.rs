//! Look at `COUNT`: one static in the source, one for each process when it runs.
//!
//! Python: the same, a global that a child changes stays as it was in the parent (and with `fork` the child
//! starts with a copy of the parent's value, here with the value in the source). Threads share a static;
//! processes send their results.

use std::sync::atomic::AtomicU32;
use std::sync::atomic::Ordering::Relaxed;

use procspawn::SpawnError;

static COUNT: AtomicU32 = AtomicU32::new(0);

fn main() -> Result<(), SpawnError> {
    procspawn::init();

    let child = procspawn::spawn((), |()| {
        COUNT.fetch_add(1, Relaxed);
        println!("child sees {}", COUNT.load(Relaxed));
    });
    child.join()?;

    println!("parent sees {}", COUNT.load(Relaxed));
    Ok(())
}
