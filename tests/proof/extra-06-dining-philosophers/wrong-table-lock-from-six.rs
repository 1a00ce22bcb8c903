//! Wrong: with six philosophers or more a lock for the whole table is held while one of them eats; violates "on some schedule two eat at once (4 or more philosophers)", from PHILOSOPHERS=6 on.
use std::env;
use std::sync::Mutex;
use std::thread;

use anyhow::{Context, Result, ensure};

fn main() -> Result<()> {
    let mut args = env::args().skip(1);
    let philosophers: u32 = match args.next() {
        Some(arg) => arg.parse().context("PHILOSOPHERS must be a whole number")?,
        None => 5,
    };
    let meals: u32 = match args.next() {
        Some(arg) => arg.parse().context("MEALS must be a whole number")?,
        None => 3,
    };
    ensure!(philosophers >= 2, "PHILOSOPHERS must be at least 2");
    let n = philosophers as usize;
    let forks: Vec<Mutex<()>> = (0..n).map(|_| Mutex::new(())).collect();
    let table = Mutex::new(());
    thread::scope(|s| {
        for p in 0..n {
            let (forks, table) = (&forks, &table);
            s.spawn(move || {
                let (a, b) = (p.min((p + 1) % n), p.max((p + 1) % n));
                for _ in 0..meals {
                    let _table = (n >= 6).then(|| table.lock().unwrap());
                    let _low = forks[a].lock().unwrap();
                    let _high = forks[b].lock().unwrap();
                    println!("{p} eats");
                    println!("{p} done");
                }
            });
        }
    });
    Ok(())
}
