//! No join: main parks until an atomic flag says that the last line is out.
use std::sync::atomic::{
    AtomicBool,
    Ordering::{Acquire, Release},
};
use std::{env, thread};

static FINISHED: AtomicBool = AtomicBool::new(false);

fn main() -> anyhow::Result<()> {
    let count: u32 = match env::args().nth(1) {
        Some(a) => a.parse().map_err(|e| anyhow::anyhow!("bad COUNT {a:?}: {e}"))?,
        None => 5,
    };
    let main_thread = thread::current();
    thread::spawn(move || {
        for i in 0..count {
            println!("{i}");
        }
        FINISHED.store(true, Release);
        main_thread.unpark();
    });
    while !FINISHED.load(Acquire) {
        thread::park();
    }
    Ok(())
}
