//! Wrong: main prints the `waiting` lines as it starts the threads.
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

fn main() -> anyhow::Result<()> {
    let waiters = number(1, "WAITERS", 3)?;
    let event = Arc::new((Mutex::new(false), Condvar::new()));
    let mut handles = vec![];
    for i in 0..waiters {
        println!("waiting {i}");
        let event = event.clone();
        handles.push(thread::spawn(move || {
            drop(event.1.wait_while(event.0.lock().unwrap(), |set| !*set).unwrap());
            println!("go {i}");
        }));
    }
    println!("set");
    *event.0.lock().unwrap() = true;
    event.1.notify_all();
    handles.into_iter().for_each(|h| h.join().unwrap());
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
