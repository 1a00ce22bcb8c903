//! Wrong: readers wait for the writer with a 50 ms sleep and print a fixed 1; delayed, the write comes after them.
use std::sync::RwLock;
use std::thread;
use std::time::Duration;

fn main() -> anyhow::Result<()> {
    let readers = number(1, "READERS", 3)?;
    let value = RwLock::new(0);
    thread::scope(|s| {
        for _ in 0..readers {
            s.spawn(|| {
                thread::sleep(Duration::from_millis(50));
                let _guard = value.read().unwrap();
                println!("read 1 begin");
                println!("read 1 end");
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
