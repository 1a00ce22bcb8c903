//! Right: detached threads write under an RwLock, then meet main at a barrier.
use std::sync::{Arc, Barrier, RwLock};
use std::thread;

fn main() -> anyhow::Result<()> {
    let threads = number(1, "THREADS", 5)?;
    let shared = Arc::new((RwLock::new(0u64), Barrier::new(threads as usize + 1)));
    for _ in 0..threads {
        let shared = shared.clone();
        thread::spawn(move || {
            let (count, finished) = &*shared;
            *count.write().unwrap() += 1;
            finished.wait();
        });
    }
    shared.1.wait();
    println!("Count safe: {}", shared.0.read().unwrap());
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
