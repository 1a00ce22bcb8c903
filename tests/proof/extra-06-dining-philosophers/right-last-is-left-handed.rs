//! Right: parking_lot, Arc and spawn; the last philosopher takes the forks the other way round.
use parking_lot::Mutex;
use std::sync::Arc;
use std::{error::Error, thread};

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = std::env::args().skip(1);
    let n = read("PHILOSOPHERS", args.next(), 5)? as usize;
    let meals = read("MEALS", args.next(), 3)?;
    if n < 2 {
        return Err("PHILOSOPHERS: one alone has no second fork".into());
    }
    let forks: Arc<[Mutex<()>]> = (0..n).map(|_| Mutex::default()).collect();
    let mut philosophers = Vec::with_capacity(n);
    for p in 0..n {
        let forks = Arc::clone(&forks);
        philosophers.push(thread::spawn(move || {
            let (first, second) = if p + 1 == n { (0, p) } else { (p, p + 1) };
            for _ in 0..meals {
                let (_a, _b);
                _a = forks[first].lock();
                _b = forks[second].lock();
                println!("{p} eats");
                thread::yield_now();
                println!("{p} done");
            }
        }));
    }
    for philosopher in philosophers {
        philosopher.join().unwrap();
    }
    Ok(())
}

fn read(name: &str, text: Option<String>, default: u32) -> Result<u32, Box<dyn std::error::Error>> {
    match text {
        Some(text) => Ok(text.parse().map_err(|e| format!("bad {name} {text:?}: {e}"))?),
        None => Ok(default),
    }
}
