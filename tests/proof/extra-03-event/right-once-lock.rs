//! Right: the event is a OnceLock that the waiters wait for; an mpsc channel says who is ready.
use std::error::Error;
use std::sync::{OnceLock, mpsc};
use std::{env, thread};

static EVENT: OnceLock<()> = OnceLock::new();

fn main() -> Result<(), Box<dyn Error>> {
    let waiters = read("WAITERS", env::args().nth(1), 3)?;
    let (ready, all_ready) = mpsc::sync_channel(0);
    thread::scope(|s| -> Result<(), Box<dyn Error>> {
        for i in 0..waiters {
            let ready = ready.clone();
            thread::Builder::new().name(format!("waiter {i}")).spawn_scoped(s, move || {
                println!("waiting {i}");
                ready.send(i).unwrap();
                EVENT.wait();
                println!("go {i}");
            })?;
        }
        for _ in 0..waiters {
            all_ready.recv()?;
        }
        println!("set");
        EVENT.set(()).map_err(|()| "set twice")?;
        Ok(())
    })
}

fn read(name: &str, text: Option<String>, default: u32) -> Result<u32, Box<dyn std::error::Error>> {
    match text {
        Some(text) => Ok(text.parse().map_err(|e| format!("bad {name} {text:?}: {e}"))?),
        None => Ok(default),
    }
}
