//! Wrong: each thread reports before it adds; delayed after the send, its 1 is missing from the printed count.
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc;
use std::thread;

static COUNT: AtomicU32 = AtomicU32::new(0);

fn main() -> anyhow::Result<()> {
    let threads = number(1, "THREADS", 5)?;
    let (sender, receiver) = mpsc::channel();
    for _ in 0..threads {
        let sender = sender.clone();
        thread::spawn(move || {
            sender.send(()).unwrap();
            COUNT.fetch_add(1, Ordering::SeqCst);
        });
    }
    for _ in 0..threads {
        receiver.recv()?;
    }
    println!("Count safe: {}", COUNT.load(Ordering::SeqCst));
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
