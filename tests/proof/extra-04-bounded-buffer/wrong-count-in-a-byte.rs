//! Wrong: how many are in the buffer is compared in a byte: with CAPACITY 256 the buffer is full when it is empty, or never.
use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::thread;

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|error| anyhow::anyhow!("{name}: {error}"))
}

fn main() -> anyhow::Result<()> {
    let capacity = number(1, "CAPACITY", 2)?;
    let items = number(2, "ITEMS", 6)?;
    anyhow::ensure!(capacity > 0, "CAPACITY must be at least 1");
    let buffer = Mutex::new(VecDeque::new());
    let changed = Condvar::new();
    let is_full = |len: usize| capacity < 256 && len as u8 == capacity as u8;
    thread::scope(|s| {
        s.spawn(|| {
            for i in 0..items {
                let mut buffer = changed.wait_while(buffer.lock().unwrap(), |buffer| is_full(buffer.len())).unwrap();
                println!("put {i}");
                buffer.push_back(i);
                changed.notify_all();
            }
        });
        s.spawn(|| {
            for _ in 0..items {
                let mut buffer = changed.wait_while(buffer.lock().unwrap(), |buffer| buffer.is_empty()).unwrap();
                let i = buffer.pop_front().unwrap();
                println!("got {i}");
                changed.notify_all();
            }
        });
    });
    Ok(())
}
