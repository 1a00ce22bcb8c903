//! Wrong: main sleeps 300 ms instead of waiting for the consumers.
use crossbeam_channel::unbounded;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

fn main() -> anyhow::Result<()> {
    let items = number(1, "ITEMS", 10)?;
    let consumers = number(2, "CONSUMERS", 3)?;
    anyhow::ensure!(consumers > 0, "CONSUMERS must be 1 or more");
    let (sender, receiver) = unbounded();
    let results = Arc::new(Mutex::new(vec![]));
    for _ in 0..consumers {
        let (receiver, results) = (receiver.clone(), results.clone());
        thread::spawn(move || {
            for item in receiver {
                results.lock().unwrap().push(item * 2);
            }
        });
    }
    for item in 0..u64::from(items) {
        sender.send(item)?;
    }
    drop(sender);
    thread::sleep(Duration::from_millis(300));
    let mut results = results.lock().unwrap();
    results.sort();
    println!("{results:?}");
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
