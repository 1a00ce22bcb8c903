//! Right: a crossbeam channel that closes when main, the producer, drops the sender; the results come through join.
use crossbeam_channel::unbounded;
use std::thread;

fn main() -> anyhow::Result<()> {
    let items = number(1, "ITEMS", 10)?;
    let consumers = number(2, "CONSUMERS", 3)?;
    anyhow::ensure!(consumers > 0, "CONSUMERS must be 1 or more");
    let (sender, receiver) = unbounded();
    let mut results: Vec<u64> = thread::scope(|s| {
        let handles: Vec<_> = (0..consumers)
            .map(|_| s.spawn(|| receiver.iter().map(|x: u32| 2 * u64::from(x)).collect::<Vec<_>>()))
            .collect();
        for item in 0..items {
            sender.send(item).unwrap();
        }
        drop(sender);
        handles.into_iter().flat_map(|h| h.join().unwrap()).collect()
    });
    results.sort();
    println!("{results:?}");
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
