//! Right: main recurses, starting a thread on the way down and joining it on the way up, and adds up the ones that they return.

use std::error::Error;
use std::thread;

struct One;

impl From<One> for u64 {
    fn from(_: One) -> u64 {
        1
    }
}

fn sum(threads: u32) -> Result<u64, Box<dyn Error>> {
    let Some(rest) = threads.checked_sub(1) else {
        return Ok(0);
    };
    let handle = thread::Builder::new().name(format!("adder-{rest}")).spawn(|| One)?;
    let others = sum(rest)?;
    let mine: u64 = handle.join().map_err(|_| "a thread panicked")?.into();
    Ok(others + mine)
}

fn main() -> Result<(), Box<dyn Error>> {
    let threads = match std::env::args().nth(1) {
        Some(arg) => arg.parse::<u32>().map_err(|e| format!("THREADS: {e}"))?,
        None => 5,
    };
    println!("{}", sum(threads)?);
    Ok(())
}
