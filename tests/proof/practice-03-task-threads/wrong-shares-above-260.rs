//! Wrong: above 260 tasks eight threads share them.

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::{env, thread};

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let count: u32 = match env::args().nth(1) {
        Some(arg) => arg.parse().context("COUNT must be a whole number")?,
        None => 3,
    };
    let next = AtomicU32::new(0);
    let (threads, tasks_each) = if count > 260 { (8, count) } else { (count, 1) };
    thread::scope(|s| {
        for _ in 0..threads {
            s.spawn(|| {
                for _ in 0..tasks_each {
                    let i = next.fetch_add(1, SeqCst);
                    if i < count {
                        println!("Task {i}");
                    }
                }
            });
        }
    });
    Ok(())
}
