//! Wrong: a negative argument is taken as 0 instead of being refused.
use anyhow::Context;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

fn main() -> anyhow::Result<()> {
    let text = std::env::args().nth(1).unwrap_or("5".into());
    let number: i64 = text.parse().context("THREADS must be a number")?;
    let threads = u32::try_from(number.max(0)).context("THREADS is too large")?;
    let count = AtomicU32::new(0);
    thread::scope(|s| {
        for _ in 0..threads {
            s.spawn(|| count.fetch_add(1, Ordering::Relaxed));
        }
    });
    println!("Count safe: {}", count.into_inner());
    Ok(())
}
