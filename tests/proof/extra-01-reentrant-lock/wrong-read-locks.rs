//! Wrong: recursive read locks do not shut the other thread out.
use parking_lot::RwLock;
use std::thread;

static LOCK: RwLock<()> = RwLock::new(());

fn descend(d: u32, depth: u32) {
    let _guard = LOCK.read_recursive();
    println!("depth {d}");
    if d < depth {
        descend(d + 1, depth);
    }
}

fn main() -> anyhow::Result<()> {
    let depth = number(1, "DEPTH", 3)?;
    thread::scope(|s| {
        for _ in 0..2 {
            s.spawn(|| descend(0, depth));
        }
    });
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
