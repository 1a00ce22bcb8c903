//! Wrong: the thread of the last job is not joined; delayed, it loses its lines.
use crossbeam_channel::bounded;
use std::thread;

fn main() -> anyhow::Result<()> {
    let jobs = number(1, "JOBS", 6)?;
    let limit = number(2, "LIMIT", 2)?;
    anyhow::ensure!(limit > 0, "LIMIT must be 1 or more");
    let (enter, leave) = bounded(limit as usize);
    let mut handles = vec![];
    for i in 0..jobs {
        let (enter, leave) = (enter.clone(), leave.clone());
        handles.push(thread::spawn(move || {
            enter.send(()).unwrap();
            println!("start {i}");
            println!("end {i}");
            leave.recv().unwrap();
        }));
    }
    for handle in handles.into_iter().rev().skip(1) {
        handle.join().unwrap();
    }
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
