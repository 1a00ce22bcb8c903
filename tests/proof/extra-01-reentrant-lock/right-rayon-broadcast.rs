//! Right: broadcast on a rayon pool of two threads.
use parking_lot::ReentrantMutex;

static LOCK: ReentrantMutex<()> = ReentrantMutex::new(());

fn descend(depths: &[u32]) {
    let guard = LOCK.lock();
    if let [d, rest @ ..] = depths {
        println!("depth {d}");
        descend(rest);
    }
    drop(guard);
}

fn main() -> anyhow::Result<()> {
    let depth = number(1, "DEPTH", 3)?;
    let pool = rayon::ThreadPoolBuilder::new().num_threads(2).build()?;
    let depths: Vec<u32> = (0..=depth).collect();
    pool.broadcast(|_| descend(&depths));
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
