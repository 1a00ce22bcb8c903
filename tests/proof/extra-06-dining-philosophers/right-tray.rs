//! Right: whoever wants to pick up forks first takes the tray (one more lock), and puts it back when he has both.
use std::sync::Mutex;
use std::thread;

fn main() -> anyhow::Result<()> {
    let n = number(1, "PHILOSOPHERS", 5)? as usize;
    let meals = number(2, "MEALS", 3)?;
    if n < 2 {
        anyhow::bail!("PHILOSOPHERS = {n}, but there must be two");
    }
    let tray = Mutex::new(());
    let forks: Vec<Mutex<()>> = (0..n).map(|_| Mutex::new(())).collect();
    thread::scope(|s| {
        for p in 0..n {
            let (tray, forks) = (&tray, &forks);
            s.spawn(move || {
                for _ in 0..meals {
                    let picking = tray.lock().unwrap();
                    let _left = forks[p].lock().unwrap();
                    let _right = forks[(p + 1) % n].lock().unwrap();
                    drop(picking);
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
