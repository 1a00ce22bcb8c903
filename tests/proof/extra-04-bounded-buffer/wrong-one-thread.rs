//! Wrong: one thread puts and gets by turns.
use std::collections::VecDeque;
use std::thread;

fn main() -> anyhow::Result<()> {
    let capacity = number(1, "CAPACITY", 2)? as usize;
    let items = number(2, "ITEMS", 6)?;
    anyhow::ensure!(capacity > 0, "CAPACITY must be 1 or more");
    let both = thread::spawn(move || {
        let mut buffer = VecDeque::new();
        for i in 0..items {
            if buffer.len() == capacity {
                println!("got {}", buffer.pop_front().unwrap());
            }
            buffer.push_back(i);
            println!("put {i}");
        }
        for i in buffer {
            println!("got {i}");
        }
    });
    both.join().unwrap();
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
