//! Wrong: main sleeps 200 ms instead of waiting for the `waiting` lines; a delayed one comes after `set`.
use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::Duration;

fn main() -> anyhow::Result<()> {
    let waiters = number(1, "WAITERS", 3)?;
    let (set, event) = (Mutex::new(false), Condvar::new());
    thread::scope(|s| {
        for i in 0..waiters {
            let (set, event) = (&set, &event);
            s.spawn(move || {
                println!("waiting {i}");
                drop(event.wait_while(set.lock().unwrap(), |set| !*set).unwrap());
                println!("go {i}");
            });
        }
        thread::sleep(Duration::from_millis(200));
        println!("set");
        *set.lock().unwrap() = true;
        event.notify_all();
    });
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
