//! Right: a static RwLock; all threads and main meet at a barrier before they start and at one when they are done.
use std::fmt::Write;
use std::process::exit;
use std::sync::{Arc, Barrier, RwLock};
use std::thread;

static VALUE: RwLock<String> = RwLock::new(String::new());

fn main() -> anyhow::Result<()> {
    let readers = number(1, "READERS", 3)? as usize;
    VALUE.write().unwrap().push('0');
    let barrier = Arc::new(Barrier::new(readers + 2));
    for i in 0..=readers {
        let barrier = barrier.clone();
        thread::spawn(move || {
            barrier.wait();
            if i < readers {
                let value = VALUE.read().unwrap();
                println!("read {} begin", *value);
                println!("read {} end", *value);
            } else {
                let mut value = VALUE.write().unwrap();
                println!("write begin");
                value.clear();
                write!(value, "1").unwrap();
                println!("write end");
            }
            barrier.wait();
        });
    }
    barrier.wait();
    barrier.wait();
    exit(0)
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
