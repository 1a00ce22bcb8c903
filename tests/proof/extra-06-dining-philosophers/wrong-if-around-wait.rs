//! Wrong: `if` around the wait for both forks; woken (also spuriously) while one is still taken, a philosopher eats with his neighbour.
use std::sync::{Condvar, Mutex};
use std::thread;

fn main() -> Result<(), String> {
    let n = arg(1, "PHILOSOPHERS", 5)? as usize;
    let meals = arg(2, "MEALS", 3)?;
    if n < 2 {
        return Err("PHILOSOPHERS: 2 or more".into());
    }
    let (taken, put_back) = (&Mutex::new(vec![false; n]), &Condvar::new());
    thread::scope(|s| {
        for p in 0..n {
            s.spawn(move || {
                let q = (p + 1) % n;
                for _ in 0..meals {
                    let mut forks = taken.lock().unwrap();
                    if forks[p] || forks[q] {
                        forks = put_back.wait(forks).unwrap();
                    }
                    (forks[p], forks[q]) = (true, true);
                    drop(forks);
                    println!("{p} eats");
                    println!("{p} done");
                    let mut forks = taken.lock().unwrap();
                    (forks[p], forks[q]) = (false, false);
                    put_back.notify_all();
                }
            });
        }
    });
    Ok(())
}

fn arg(at: usize, name: &str, default: u32) -> Result<u32, String> {
    std::env::args().nth(at).map_or(Ok(default), |text| text.parse().map_err(|e| format!("{name}: {e}")))
}
