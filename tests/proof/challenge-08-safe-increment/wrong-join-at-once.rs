//! Wrong: every thread is joined before the next is spawned, so no schedule has them at once.
use std::sync::Mutex;
use std::thread;

static COUNT: Mutex<u32> = Mutex::new(0);

fn main() -> anyhow::Result<()> {
    let threads = number(1, "THREADS", 5)?;
    for _ in 0..threads {
        thread::spawn(|| *COUNT.lock().unwrap() += 1).join().unwrap();
    }
    println!("Count safe: {}", COUNT.lock().unwrap());
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
