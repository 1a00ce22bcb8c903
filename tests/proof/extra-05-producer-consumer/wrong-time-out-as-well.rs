//! Wrong: besides the closed channel a second without an item counts as the end; a producer that is delayed loses items.
use std::sync::{Mutex, mpsc};
use std::thread;
use std::time::Duration;

fn main() -> anyhow::Result<()> {
    let items = number(1, "ITEMS", 10)?;
    let consumers = number(2, "CONSUMERS", 3)?;
    anyhow::ensure!(consumers > 0, "CONSUMERS must be 1 or more");
    let (sender, receiver) = mpsc::channel();
    let (receiver, results) = (Mutex::new(receiver), Mutex::new(vec![]));
    let next = || receiver.lock().unwrap().recv_timeout(Duration::from_secs(1)).ok();
    thread::scope(|s| {
        for _ in 0..consumers {
            s.spawn(|| {
                while let Some(item) = next() {
                    results.lock().unwrap().push(item * 2);
                }
            });
        }
        for item in 0..u64::from(items) {
            sender.send(item).unwrap();
        }
        drop(sender);
    });
    let mut results = results.into_inner().unwrap();
    results.sort();
    println!("{results:?}");
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
