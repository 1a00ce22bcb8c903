//! Wrong: every consumer has a channel of its own and main deals the items out; there is no shared one.
use std::sync::mpsc;
use std::thread;

fn main() -> anyhow::Result<()> {
    let items = number(1, "ITEMS", 10)?;
    let consumers = number(2, "CONSUMERS", 3)?;
    anyhow::ensure!(consumers > 0, "CONSUMERS must be 1 or more");
    let mut senders = vec![];
    let mut handles = vec![];
    for _ in 0..consumers {
        let (sender, receiver) = mpsc::channel::<u64>();
        senders.push(sender);
        handles.push(thread::spawn(move || receiver.iter().map(|item| item * 2).collect::<Vec<_>>()));
    }
    for item in 0..items {
        senders[(item % consumers) as usize].send(item.into())?;
    }
    drop(senders);
    let mut results = handles.into_iter().flat_map(|h| h.join().unwrap()).collect::<Vec<_>>();
    results.sort();
    println!("{results:?}");
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
