//! Right: broadcast on a rayon pool of THREADS threads, each waits at a std Barrier.
use std::io::{self, Write};
use std::sync::Barrier;

fn main() -> anyhow::Result<()> {
    let threads = number(1, "THREADS", 3)? as usize;
    let phases = number(2, "PHASES", 2)?;
    if threads == 0 {
        return Ok(());
    }
    let barrier = Barrier::new(threads);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build()?;
    let results = pool.broadcast(|context| -> io::Result<()> {
        for p in 0..phases {
            writeln!(io::stdout(), "phase {p} thread {}", context.index())?;
            barrier.wait();
        }
        Ok(())
    });
    Ok(results.into_iter().collect::<io::Result<()>>()?)
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
