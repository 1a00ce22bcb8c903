//! Wrong: a consumer looks whether items are left and then receives; two can see the last one, and one of them waits for ever.
use crossbeam_channel::unbounded;
use std::sync::Mutex;
use std::thread;

fn main() -> anyhow::Result<()> {
    let items = number(1, "ITEMS", 10)?;
    let consumers = number(2, "CONSUMERS", 3)?;
    anyhow::ensure!(consumers > 0, "CONSUMERS must be 1 or more");
    let (sender, receiver) = unbounded();
    for item in 0..u64::from(items) {
        sender.send(item)?;
    }
    let results = Mutex::new(vec![]);
    thread::scope(|s| {
        for _ in 0..consumers {
            s.spawn(|| {
                while !receiver.is_empty() {
                    let item = receiver.recv().unwrap();
                    results.lock().unwrap().push(item * 2);
                }
            });
        }
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
