//! Wrong: main waits for one `waiting` line fewer than there are waiters.
use std::sync::{Condvar, Mutex, mpsc};
use std::thread;

fn main() -> anyhow::Result<()> {
    let waiters = number(1, "WAITERS", 3)?;
    let (set, event) = (Mutex::new(false), Condvar::new());
    let (ready, all_ready) = mpsc::channel();
    thread::scope(|s| {
        for i in 0..waiters {
            let (set, event, ready) = (&set, &event, ready.clone());
            s.spawn(move || {
                println!("waiting {i}");
                ready.send(()).unwrap();
                drop(event.wait_while(set.lock().unwrap(), |set| !*set).unwrap());
                println!("go {i}");
            });
        }
        for _ in 1..waiters {
            all_ready.recv().unwrap();
        }
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
