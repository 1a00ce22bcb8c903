//! Wrong: one child prints the lines of all processes.
use std::thread;

fn main() -> anyhow::Result<()> {
    procspawn::init();
    let count = number(1, "COUNT", 2)?;
    let child = procspawn::spawn(count, |count| {
        for i in 0..count {
            println!("Process {i}");
        }
    });
    thread::scope(|s| {
        for i in 0..count {
            s.spawn(move || println!("Thread {i}"));
        }
    });
    child.join()?;
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
