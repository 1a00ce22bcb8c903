//! Right: a Mutex over (how many wait, is it set), one std Condvar, notify_all.
use std::sync::{Condvar, Mutex};
use std::thread;

fn main() -> anyhow::Result<()> {
    let waiters = number(1, "WAITERS", 3)?;
    let (state, changed) = (Mutex::new((0, false)), Condvar::new());
    thread::scope(|s| {
        for i in 0..waiters {
            let (state, changed) = (&state, &changed);
            s.spawn(move || {
                let mut guard = state.lock().unwrap();
                println!("waiting {i}");
                guard.0 += 1;
                changed.notify_all();
                while !guard.1 {
                    guard = changed.wait(guard).unwrap();
                }
                drop(guard);
                println!("go {i}");
            });
        }
        let mut guard = changed.wait_while(state.lock().unwrap(), |(waiting, _)| *waiting < waiters).unwrap();
        println!("set");
        guard.1 = true;
        changed.notify_all();
    });
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
