//! Wrong: main ends after `set`; waiters that are not through by then never print `go`.
use std::sync::{Arc, Condvar, Mutex, mpsc};
use std::thread;

fn main() -> anyhow::Result<()> {
    let waiters = number(1, "WAITERS", 3)?;
    let event = Arc::new((Mutex::new(false), Condvar::new()));
    let (ready, all_ready) = mpsc::channel();
    for i in 0..waiters {
        let (event, ready) = (event.clone(), ready.clone());
        thread::spawn(move || {
            println!("waiting {i}");
            ready.send(()).unwrap();
            drop(event.1.wait_while(event.0.lock().unwrap(), |set| !*set).unwrap());
            println!("go {i}");
        });
    }
    all_ready.iter().take(waiters as usize).for_each(drop);
    println!("set");
    *event.0.lock().unwrap() = true;
    event.1.notify_all();
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
