//! Wrong: no condition variable: both sides look again and again.
use std::collections::VecDeque;
use std::sync::Mutex;
use std::thread;

fn main() -> anyhow::Result<()> {
    let capacity = number(1, "CAPACITY", 2)? as usize;
    let items = number(2, "ITEMS", 6)?;
    anyhow::ensure!(capacity > 0, "CAPACITY must be 1 or more");
    let queue = Mutex::new(VecDeque::new());
    thread::scope(|s| {
        s.spawn(|| {
            for i in 0..items {
                let mut buffer = queue.lock().unwrap();
                while buffer.len() >= capacity {
                    drop(buffer);
                    thread::yield_now();
                    buffer = queue.lock().unwrap();
                }
                buffer.push_back(i);
                println!("put {i}");
            }
        });
        s.spawn(|| {
            for _ in 0..items {
                let mut buffer = queue.lock().unwrap();
                while buffer.is_empty() {
                    drop(buffer);
                    thread::yield_now();
                    buffer = queue.lock().unwrap();
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
