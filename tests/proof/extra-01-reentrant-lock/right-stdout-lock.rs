//! Right: the lock is the standard output's own, which a thread that holds it may take again.
use std::io::{self, Write};
use std::thread;

fn descend(d: u32, depth: u32) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "depth {d}")?;
    if d < depth { descend(d + 1, depth) } else { Ok(()) }
}

fn main() -> anyhow::Result<()> {
    let depth = number(1, "DEPTH", 3)?;
    let threads = [0; 2].map(|d| thread::spawn(move || descend(d, depth)));
    for thread in threads {
        thread.join().unwrap()?;
    }
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
