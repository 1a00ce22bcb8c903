//! Right: a fork is a message in a channel of one place, taken in the order of the numbers; ends with a message from each.
use crossbeam_channel::bounded;
use std::sync::mpsc;
use std::thread;

struct Fork;

fn main() -> anyhow::Result<()> {
    let n = number(1, "PHILOSOPHERS", 5)?;
    let meals = number(2, "MEALS", 3)?;
    anyhow::ensure!(n > 1, "PHILOSOPHERS must be more than 1");
    let table: Vec<_> = (0..n).map(|_| bounded(1)).collect();
    for (put, _) in &table {
        put.send(Fork)?;
    }
    let (full, all_full) = mpsc::channel();
    for p in 0..n {
        let q = (p + 1) % n;
        let (a, b) = (table[p.min(q) as usize].clone(), table[p.max(q) as usize].clone());
        let full = full.clone();
        thread::spawn(move || {
            for _ in 0..meals {
                let forks = (a.1.recv().unwrap(), b.1.recv().unwrap());
                println!("{p} eats");
                println!("{p} done");
                a.0.send(forks.0).unwrap();
                b.0.send(forks.1).unwrap();
            }
            full.send(p).unwrap();
        });
    }
    for _ in 0..n {
        all_full.recv()?;
    }
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
