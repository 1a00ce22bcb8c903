//! Wrong: LIMIT threads take the jobs from a queue, so there are not JOBS threads.
use crossbeam_channel::unbounded;
use std::thread;

fn main() -> anyhow::Result<()> {
    let jobs = number(1, "JOBS", 6)?;
    let limit = number(2, "LIMIT", 2)?;
    anyhow::ensure!(limit > 0, "LIMIT must be 1 or more");
    let (sender, receiver) = unbounded();
    (0..jobs).for_each(|i| sender.send(i).unwrap());
    drop(sender);
    thread::scope(|s| {
        for _ in 0..limit {
            s.spawn(|| {
                for i in &receiver {
                    println!("start {i}");
                    println!("end {i}");
                }
            });
        }
    });
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
