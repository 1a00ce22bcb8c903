//! Right: even philosophers take the left fork first, odd ones the right; detached threads, the end is a barrier.
use std::sync::{Arc, Barrier, Mutex};
use std::thread;

fn main() -> Result<(), String> {
    let n = arg(1, "PHILOSOPHERS", 5)? as usize;
    let meals = arg(2, "MEALS", 3)?;
    if n < 2 {
        return Err(format!("PHILOSOPHERS: {n} is too few"));
    }
    let table = Arc::new((Vec::from_iter((0..n).map(|_| Mutex::new(0u64))), Barrier::new(n + 1)));
    for p in 0..n {
        let table = table.clone();
        thread::spawn(move || {
            let (forks, all_full) = &*table;
            let mut hands = [p, (p + 1) % n];
            if p % 2 == 1 {
                hands.reverse();
            }
            for _ in 0..meals {
                let [mut a, mut b] = hands.map(|fork| forks[fork].lock().unwrap());
                println!("{p} eats");
                (*a, *b) = (*a + 1, *b + 1);
                println!("{p} done");
            }
            all_full.wait();
        });
    }
    table.1.wait();
    Ok(())
}

fn arg(at: usize, name: &str, default: u32) -> Result<u32, String> {
    std::env::args().nth(at).map_or(Ok(default), |text| text.parse().map_err(|e| format!("{name}: {e}")))
}
