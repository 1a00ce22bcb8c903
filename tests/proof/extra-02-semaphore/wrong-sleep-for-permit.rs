//! Wrong: jobs are spread out by sleeping 20 ms times their number instead of a semaphore.
use std::thread;
use std::time::Duration;

fn main() -> anyhow::Result<()> {
    let jobs = number(1, "JOBS", 6)?;
    let limit = number(2, "LIMIT", 2)?;
    anyhow::ensure!(limit > 0, "LIMIT must be 1 or more");
    thread::scope(|s| {
        for i in 0..jobs {
            s.spawn(move || {
                thread::sleep(Duration::from_millis(20) * (i / limit));
                println!("start {i}");
                println!("end {i}");
            });
        }
    });
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
