//! Right: LIMIT locks, job i works under lock i % LIMIT; detached threads meet main at a barrier.
use std::sync::{Arc, Barrier, Mutex};
use std::thread;

fn main() -> anyhow::Result<()> {
    let jobs = number(1, "JOBS", 6)? as usize;
    let limit = number(2, "LIMIT", 2)? as usize;
    anyhow::ensure!(limit >= 1, "LIMIT = 0: nobody could ever start");
    let slots: Arc<Vec<Mutex<()>>> = Arc::new((0..limit).map(|_| Mutex::default()).collect());
    let finished = Arc::new(Barrier::new(jobs + 1));
    for i in 0..jobs {
        let (slots, finished) = (slots.clone(), finished.clone());
        thread::spawn(move || {
            {
                let _slot = slots[i % limit].lock().unwrap();
                println!("start {i}");
                println!("end {i}");
            }
            finished.wait();
        });
    }
    finished.wait();
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
