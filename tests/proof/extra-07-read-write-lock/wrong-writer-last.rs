//! Wrong: the writer starts when all readers are joined; not all are at once.
use std::sync::RwLock;
use std::thread;

fn main() -> anyhow::Result<()> {
    let readers = number(1, "READERS", 3)?;
    let value = RwLock::new(0);
    thread::scope(|s| {
        let handles: Vec<_> = (0..readers)
            .map(|_| {
                s.spawn(|| {
                    let v = value.read().unwrap();
                    println!("read {v} begin");
                    println!("read {v} end");
                })
            })
            .collect();
        handles.into_iter().for_each(|h| h.join().unwrap());
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
