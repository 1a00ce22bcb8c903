//! Right: each thread puts its 1 into a slot of its own, which can be set once, and main adds up what is there.
use std::sync::OnceLock;
use std::thread;

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let threads: usize = match std::env::args().nth(1) {
        Some(text) => text.parse::<u32>().context("THREADS must be a whole number")? as usize,
        None => 5,
    };
    let slots: Vec<OnceLock<u32>> = (0..threads).map(|_| OnceLock::new()).collect();
    thread::scope(|s| {
        for slot in &slots {
            s.spawn(move || slot.set(1).expect("nobody else sets it"));
        }
    });
    println!("{}", slots.iter().filter_map(|slot| slot.get()).sum::<u32>());
    Ok(())
}
