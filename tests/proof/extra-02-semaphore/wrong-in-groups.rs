//! Wrong: starts LIMIT threads, joins them, starts the next LIMIT; the jobs are never all at once.
use std::thread;

fn main() -> anyhow::Result<()> {
    let jobs: Vec<u32> = (0..number(1, "JOBS", 6)?).collect();
    let limit = number(2, "LIMIT", 2)?;
    anyhow::ensure!(limit > 0, "LIMIT must be 1 or more");
    for group in jobs.chunks(limit as usize) {
        thread::scope(|s| {
            for i in group {
                s.spawn(move || {
                    println!("start {i}");
                    println!("end {i}");
                });
            }
        });
    }
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
