//! Wrong: there are no processes, threads print both kinds of line.
use std::thread;

fn main() -> anyhow::Result<()> {
    let count = number(1, "COUNT", 2)?;
    thread::scope(|s| {
        for i in 0..count {
            s.spawn(move || println!("Thread {i}"));
            s.spawn(move || println!("Process {i}"));
        }
    });
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
