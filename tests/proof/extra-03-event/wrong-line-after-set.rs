//! Wrong: main sets the event first and prints `set` after; a fast waiter prints `go` before it.
use crossbeam_channel::{bounded, unbounded};
use std::thread;

fn main() -> anyhow::Result<()> {
    let waiters = number(1, "WAITERS", 3)?;
    let (event, is_set) = bounded::<()>(0);
    let (ready, all_ready) = unbounded();
    thread::scope(|s| {
        for i in 0..waiters {
            let (is_set, ready) = (&is_set, &ready);
            s.spawn(move || {
                println!("waiting {i}");
                ready.send(()).unwrap();
                let _ = is_set.recv();
                println!("go {i}");
            });
        }
        all_ready.iter().take(waiters as usize).for_each(drop);
        drop(event);
        println!("set");
    });
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
