//! Wrong: a ready-made sync_channel instead of a buffer on a condition variable; the lines are printed under no common lock.
use std::sync::mpsc::sync_channel;
use std::thread;

fn main() -> anyhow::Result<()> {
    let capacity = number(1, "CAPACITY", 2)? as usize;
    let items = number(2, "ITEMS", 6)?;
    anyhow::ensure!(capacity > 0, "CAPACITY must be 1 or more");
    let (sender, receiver) = sync_channel(capacity);
    thread::scope(|s| {
        s.spawn(move || {
            for i in 0..items {
                sender.send(i).unwrap();
                println!("put {i}");
            }
        });
        s.spawn(move || {
            for i in receiver {
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
