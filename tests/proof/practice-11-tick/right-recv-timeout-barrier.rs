//! recv_timeout on a silent channel is the sleep, a Barrier the end.
use std::error::Error;
use std::sync::{Arc, Barrier, mpsc};
use std::time::Duration;
use std::{env, thread};

fn main() -> Result<(), Box<dyn Error>> {
    let seconds = match env::args().nth(1) {
        None => 5,
        Some(arg) => arg.parse::<u32>().map_err(|e| format!("SECONDS {arg:?}: {e}"))?,
    };
    let end = Arc::new(Barrier::new(2));
    let (silent, never) = mpsc::channel::<()>();
    let at_end = Arc::clone(&end);
    thread::spawn(move || {
        for _ in 0..u64::from(seconds) * 2 {
            println!("Tick");
            let _ = never.recv_timeout(Duration::from_millis(500));
        }
        at_end.wait();
    });
    end.wait();
    drop(silent);
    Ok(())
}
