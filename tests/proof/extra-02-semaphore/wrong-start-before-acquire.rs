//! Wrong: `start` is printed before the permit is taken.
use crossbeam_channel::bounded;
use std::thread;

fn main() -> anyhow::Result<()> {
    let jobs = number(1, "JOBS", 6)?;
    let limit = number(2, "LIMIT", 2)?;
    anyhow::ensure!(limit > 0, "LIMIT must be 1 or more");
    let (enter, leave) = bounded(limit as usize);
    thread::scope(|s| {
        for i in 0..jobs {
            let (enter, leave) = (&enter, &leave);
            s.spawn(move || {
                println!("start {i}");
                enter.send(()).unwrap();
                println!("end {i}");
                leave.recv().unwrap();
            });
        }
    });
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
