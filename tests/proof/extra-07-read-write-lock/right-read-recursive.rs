//! Right: each line takes the lock again, by `read_recursive`, which does not wait behind a waiting writer.
use anyhow::{Context, Result};
use parking_lot::RwLock;

fn say(value: &RwLock<u8>, what: &str) {
    println!("read {} {what}", *value.read_recursive());
}

fn main() -> Result<()> {
    let readers = std::env::args().nth(1);
    let readers = readers.map_or(Ok(3u32), |text| text.parse()).context("READERS is no number")?;
    let value = RwLock::new(0);
    std::thread::scope(|s| {
        for _ in 0..readers {
            s.spawn(|| {
                let _reading = value.read();
                say(&value, "begin");
                say(&value, "end");
            });
        }
        s.spawn(|| {
            let mut value = value.write();
            println!("write begin");
            *value = 1;
            println!("write end");
        });
    });
    Ok(())
}
