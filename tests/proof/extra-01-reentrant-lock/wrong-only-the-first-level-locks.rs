//! Wrong: only the outermost level takes the lock, the recursion runs under it without.
use std::sync::Mutex;
use std::thread;

fn descend(d: u32, depth: u32) {
    println!("depth {d}");
    if d < depth {
        descend(d + 1, depth);
    }
}

fn main() -> anyhow::Result<()> {
    let depth = number(1, "DEPTH", 3)?;
    let lock = Mutex::new(());
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| {
                let _guard = lock.lock().unwrap();
                descend(0, depth);
            });
        }
    });
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
