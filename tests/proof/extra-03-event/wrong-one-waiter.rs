//! Wrong: one thread waits for all and prints all their lines.
use std::sync::{Arc, Barrier};
use std::thread;

fn main() -> anyhow::Result<()> {
    let waiters = number(1, "WAITERS", 3)?;
    let barrier = Arc::new(Barrier::new(2));
    let other = barrier.clone();
    let waiter = thread::spawn(move || {
        (0..waiters).for_each(|i| println!("waiting {i}"));
        other.wait();
        other.wait();
        (0..waiters).for_each(|i| println!("go {i}"));
    });
    barrier.wait();
    println!("set");
    barrier.wait();
    waiter.join().unwrap();
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
