//! Right: a rayon pool of THREADS threads, broadcast runs the closure once on each of them.
use std::sync::atomic::{AtomicUsize, Ordering::SeqCst};

fn main() -> anyhow::Result<()> {
    let threads = number(1, "THREADS", 5)?;
    let count = AtomicUsize::new(0);
    // num_threads(0) would mean "as many as there are cores".
    if threads > 0 {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads as usize).build()?;
        pool.broadcast(|_| count.fetch_add(1, SeqCst));
    }
    println!("Count safe: {}", count.into_inner());
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
