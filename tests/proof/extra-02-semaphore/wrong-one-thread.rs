//! Wrong: a single thread runs all the jobs.
use std::thread;

fn main() -> anyhow::Result<()> {
    let jobs = number(1, "JOBS", 6)?;
    let limit = number(2, "LIMIT", 2)?;
    anyhow::ensure!(limit > 0, "LIMIT must be 1 or more");
    let all = thread::spawn(move || {
        for i in 0..jobs {
            println!("start {i}\nend {i}");
        }
    });
    all.join().unwrap();
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
