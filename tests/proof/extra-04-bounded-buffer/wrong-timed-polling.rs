//! Wrong: nobody notifies; both sides wake up every 5 ms to look, which is polling.
use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::Duration;

fn main() -> anyhow::Result<()> {
    let capacity = number(1, "CAPACITY", 2)? as usize;
    let items = number(2, "ITEMS", 6)?;
    anyhow::ensure!(capacity > 0, "CAPACITY must be 1 or more");
    let (buffer, changed) = (Mutex::new(VecDeque::new()), Condvar::new());
    thread::scope(|s| {
        s.spawn(|| {
            for i in 0..items {
                let mut buffer = buffer.lock().unwrap();
                while buffer.len() >= capacity {
                    buffer = changed.wait_timeout(buffer, Duration::from_millis(5)).unwrap().0;
                }
                buffer.push_back(i);
                println!("put {i}");
            }
        });
        s.spawn(|| {
            for _ in 0..items {
                let mut buffer = buffer.lock().unwrap();
                while buffer.is_empty() {
                    buffer = changed.wait_timeout(buffer, Duration::from_millis(5)).unwrap().0;
                }
                let i = buffer.pop_front().unwrap();
                println!("got {i}");
            }
        });
    });
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
