//! Wrong: the last philosopher is not waited for; delayed, he loses meals.
use std::sync::{Arc, Mutex};
use std::thread;

fn main() -> anyhow::Result<()> {
    let n = number(1, "PHILOSOPHERS", 5)? as usize;
    let meals = number(2, "MEALS", 3)?;
    anyhow::ensure!(n >= 2, "PHILOSOPHERS must be 2 or more");
    let forks: Arc<Vec<_>> = Arc::new((0..n).map(|_| Mutex::new(())).collect());
    let mut handles = vec![];
    for p in 0..n {
        let forks = forks.clone();
        handles.push(thread::spawn(move || {
            let (left, right) = (p, (p + 1) % n);
            for _ in 0..meals {
                let _first = forks[left.min(right)].lock().unwrap();
                let _second = forks[left.max(right)].lock().unwrap();
                println!("{p} eats");
                println!("{p} done");
            }
        }));
    }
    handles.pop();
    for handle in handles {
        handle.join().unwrap();
    }
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
