//! Wrong: always three meals, whatever MEALS says.
use std::sync::Mutex;
use std::thread;

fn main() -> anyhow::Result<()> {
    let n = number(1, "PHILOSOPHERS", 5)? as usize;
    number(2, "MEALS", 3)?;
    let meals = 3;
    anyhow::ensure!(n >= 2, "PHILOSOPHERS must be 2 or more");
    let forks: Vec<_> = (0..n).map(|_| Mutex::new(())).collect();
    thread::scope(|s| {
        for p in 0..n {
            let (left, right) = (p, (p + 1) % n);
            let (first, second) = (&forks[left.min(right)], &forks[left.max(right)]);
            s.spawn(move || {
                for _ in 0..meals {
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
