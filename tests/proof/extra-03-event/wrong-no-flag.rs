//! Wrong: the event is a bare notify_all without a flag; a waiter that is not waiting yet misses it and is left behind.
use parking_lot::{Condvar, Mutex};
use std::sync::mpsc;
use std::thread;

static LOCK: Mutex<()> = Mutex::new(());
static EVENT: Condvar = Condvar::new();

fn main() -> anyhow::Result<()> {
    let waiters = number(1, "WAITERS", 3)?;
    let (ready, all_ready) = mpsc::channel();
    thread::scope(|s| {
        for i in 0..waiters {
            let ready = ready.clone();
            s.spawn(move || {
                println!("waiting {i}");
                ready.send(()).unwrap();
                EVENT.wait(&mut LOCK.lock());
                println!("go {i}");
            });
        }
        all_ready.iter().take(waiters as usize).for_each(drop);
        println!("set");
        let _guard = LOCK.lock();
        EVENT.notify_all();
    });
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
