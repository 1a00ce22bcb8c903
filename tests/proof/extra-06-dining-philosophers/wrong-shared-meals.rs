//! Wrong: PHILOSOPHERS times MEALS meals for whoever comes; on some schedule one eats more and another one less.
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

fn main() -> anyhow::Result<()> {
    let n = number(1, "PHILOSOPHERS", 5)? as usize;
    let meals = number(2, "MEALS", 3)?;
    anyhow::ensure!(n >= 2, "PHILOSOPHERS must be 2 or more");
    let forks: Vec<_> = (0..n).map(|_| Mutex::new(())).collect();
    let eaten = &AtomicUsize::new(0);
    thread::scope(|s| {
        for p in 0..n {
            let (left, right) = (p, (p + 1) % n);
            let (first, second) = (&forks[left.min(right)], &forks[left.max(right)]);
            s.spawn(move || {
                while eaten.fetch_add(1, Ordering::SeqCst) < n * meals as usize {
                    let _first = first.lock().unwrap();
                    let _second = second.lock().unwrap();
                    println!("{p} eats");
                    println!("{p} done");
                }
            });
        }
    });
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
