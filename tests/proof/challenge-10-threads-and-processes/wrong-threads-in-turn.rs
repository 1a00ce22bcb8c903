//! Wrong: a chain of channels makes the threads print in the order 0, 1, 2, …; no schedule shows them another way.
use crossbeam_channel::bounded;
use std::thread;

fn main() -> anyhow::Result<()> {
    procspawn::init();
    let count = number(1, "COUNT", 2)?;
    let processes: Vec<_> = (0..count).map(|i| procspawn::spawn(i, |i| println!("Process {i}"))).collect();
    let (first, mut turn) = bounded(1);
    first.send(())?;
    let mut threads = vec![];
    for i in 0..count {
        let (next, next_turn) = bounded(1);
        let my_turn = std::mem::replace(&mut turn, next_turn);
        threads.push(thread::spawn(move || {
            my_turn.recv().unwrap();
            println!("Thread {i}");
            next.send(()).unwrap();
        }));
    }
    for thread in threads {
        thread.join().unwrap();
    }
    for process in processes {
        process.join()?;
    }
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
