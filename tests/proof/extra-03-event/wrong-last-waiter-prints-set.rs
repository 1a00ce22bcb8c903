//! Wrong: `set` is printed by whichever waiter comes last, not by main.
use std::sync::{Arc, Barrier};
use std::thread;

fn main() -> anyhow::Result<()> {
    let waiters = number(1, "WAITERS", 3)?;
    if waiters == 0 {
        println!("set");
    }
    let barrier = Arc::new(Barrier::new(waiters as usize));
    let mut handles = vec![];
    for i in 0..waiters {
        let barrier = barrier.clone();
        handles.push(thread::spawn(move || {
            println!("waiting {i}");
            if barrier.wait().is_leader() {
                println!("set");
            }
            barrier.wait();
            println!("go {i}");
        }));
    }
    handles.into_iter().for_each(|h| h.join().unwrap());
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
