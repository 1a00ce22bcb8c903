//! Wrong: DEPTH is read by the threads, a bad one panics there and the program still ends with 0.
use parking_lot::ReentrantMutex;
use std::thread;

static LOCK: ReentrantMutex<()> = ReentrantMutex::new(());

fn descend(d: u32, depth: u32) {
    let _guard = LOCK.lock();
    println!("depth {d}");
    if d < depth {
        descend(d + 1, depth);
    }
}

fn main() {
    let handles = [(); 2].map(|_| thread::spawn(|| descend(0, number(1, "DEPTH", 3).unwrap())));
    for handle in handles {
        let _ = handle.join();
    }
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
