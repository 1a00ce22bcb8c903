//! Wrong: each line of a reader is printed under a read lock of its own; the write can come in between.
use std::sync::RwLock;
use std::thread;

fn main() -> anyhow::Result<()> {
    let readers = number(1, "READERS", 3)?;
    let value = RwLock::new(0);
    thread::scope(|s| {
        for _ in 0..readers {
            s.spawn(|| {
                println!("read {} begin", value.read().unwrap());
                println!("read {} end", value.read().unwrap());
            });
        }
        s.spawn(|| {
            let mut v = value.write().unwrap();
            println!("write begin");
            *v = 1;
            println!("write end");
        });
    });
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
