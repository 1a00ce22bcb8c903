//! Wrong: main joins all consumers but the last; what that one has taken and not yet stored is missing.
use crossbeam_channel::unbounded;
use std::sync::{Arc, Mutex};
use std::thread;

fn main() -> anyhow::Result<()> {
    let items = number(1, "ITEMS", 10)?;
    let consumers = number(2, "CONSUMERS", 3)?;
    anyhow::ensure!(consumers > 0, "CONSUMERS must be 1 or more");
    let (sender, receiver) = unbounded();
    for item in 0..u64::from(items) {
        sender.send(item)?;
    }
    drop(sender);
    let results = Arc::new(Mutex::new(vec![]));
    let mut handles = vec![];
    for _ in 0..consumers {
        let (receiver, results) = (receiver.clone(), results.clone());
        handles.push(thread::spawn(move || {
            for item in receiver {
                results.lock().unwrap().push(item * 2);
            }
        }));
    }
    for handle in handles.into_iter().skip(1) {
        handle.join().unwrap();
    }
    let mut results = results.lock().unwrap();
    results.sort();
    println!("{results:?}");
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
