//! Wrong: instead of a lock the second thread sleeps until the first should be done.
use std::thread;
use std::time::Duration;

fn descend(d: u32, depth: u32) {
    println!("depth {d}");
    if d < depth {
        descend(d + 1, depth);
    }
}

fn main() -> anyhow::Result<()> {
    let depth = number(1, "DEPTH", 3)?;
    thread::scope(|s| {
        for i in 0..2 {
            s.spawn(move || {
                thread::sleep(Duration::from_millis(200 * i));
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
