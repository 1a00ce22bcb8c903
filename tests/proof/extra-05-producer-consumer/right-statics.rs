//! Right: sync_channel of one place, the receiver in a static OnceLock, `while let` on it, results in a static; ends by process::exit.
use std::sync::mpsc::{Receiver, sync_channel};
use std::sync::{Mutex, OnceLock};
use std::{process, thread};

static QUEUE: OnceLock<Mutex<Receiver<u32>>> = OnceLock::new();
static RESULTS: Mutex<Vec<u64>> = Mutex::new(Vec::new());

fn next() -> Option<u32> {
    QUEUE.get()?.lock().ok()?.recv().ok()
}

fn consume() {
    while let Some(item) = next() {
        RESULTS.lock().unwrap().push(item as u64 * 2);
    }
}

fn main() -> anyhow::Result<()> {
    let items = number(1, "ITEMS", 10)?;
    let consumers = number(2, "CONSUMERS", 3)?;
    anyhow::ensure!(consumers >= 1, "CONSUMERS has to be 1 at least, not {consumers}");
    let (sender, receiver) = sync_channel(1);
    QUEUE.get_or_init(|| receiver.into());
    let handles: Vec<_> = (0..consumers).map(|_| thread::spawn(consume)).collect();
    for item in 0..items {
        sender.send(item)?;
    }
    drop(sender);
    handles.into_iter().for_each(|h| h.join().unwrap());
    let mut results = RESULTS.lock().unwrap().clone();
    results.sort();
    println!("{results:?}");
    process::exit(0)
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
