//! Wrong: with WAITERS=0 main waits for a waiter that never comes.
use crossbeam_channel::{bounded, unbounded};
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

fn main() -> anyhow::Result<()> {
    let waiters = number(1, "WAITERS", 3)?;
    let (event, is_set) = bounded::<()>(0);
    let (last_is_ready, all_ready) = unbounded();
    let ready = AtomicU32::new(0);
    thread::scope(|s| {
        for i in 0..waiters {
            let (is_set, ready, last_is_ready) = (&is_set, &ready, &last_is_ready);
            s.spawn(move || {
                println!("waiting {i}");
                if ready.fetch_add(1, Ordering::SeqCst) + 1 == waiters {
                    last_is_ready.send(()).unwrap();
                }
                let _ = is_set.recv();
                println!("go {i}");
            });
        }
        all_ready.recv().unwrap();
        println!("set");
        drop(event);
    });
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
