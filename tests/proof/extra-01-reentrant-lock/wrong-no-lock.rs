//! Wrong: no lock at all; the two runs mix when one thread is delayed in the middle of its run.
use std::thread;

fn descend(d: u32, depth: u32) {
    println!("depth {d}");
    if d < depth {
        descend(d + 1, depth);
    }
}

fn main() -> anyhow::Result<()> {
    let depth = number(1, "DEPTH", 3)?;
    let threads: Vec<_> = (0..2).map(|_| thread::spawn(move || descend(0, depth))).collect();
    for thread in threads {
        thread.join().unwrap();
    }
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
