//! Wrong: `>` where `>=` belongs, so LIMIT+1 jobs can be inside.
use std::sync::{Condvar, Mutex};
use std::thread;

fn main() -> anyhow::Result<()> {
    let jobs = number(1, "JOBS", 6)?;
    let limit = number(2, "LIMIT", 2)?;
    anyhow::ensure!(limit > 0, "LIMIT must be 1 or more");
    let (inside, room) = (Mutex::new(0), Condvar::new());
    thread::scope(|s| {
        for i in 0..jobs {
            let (inside, room) = (&inside, &room);
            s.spawn(move || {
                let mut n = room.wait_while(inside.lock().unwrap(), |n| *n > limit).unwrap();
                *n += 1;
                drop(n);
                println!("start {i}");
                println!("end {i}");
                *inside.lock().unwrap() -= 1;
                room.notify_one();
            });
        }
    });
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
