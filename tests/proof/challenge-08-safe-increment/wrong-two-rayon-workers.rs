//! Wrong: THREADS tasks on a rayon pool of two threads; shows from THREADS=3 on.
use std::sync::atomic::{AtomicU32, Ordering};

fn main() -> anyhow::Result<()> {
    let threads = number(1, "THREADS", 5)?;
    let count = AtomicU32::new(0);
    let pool = rayon::ThreadPoolBuilder::new().num_threads(2).build()?;
    pool.scope(|s| {
        for _ in 0..threads {
            s.spawn(|_| {
                count.fetch_add(1, Ordering::SeqCst);
            });
        }
    });
    println!("Count safe: {}", count.into_inner());
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
