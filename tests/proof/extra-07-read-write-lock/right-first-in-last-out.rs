//! Right: the first reader in takes the room (a token in a channel), the last one out gives it back, the writer takes it alone.
use crossbeam_channel::bounded;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::{env, thread};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let readers = read("READERS", env::args().nth(1), 3)?;
    let (give, take) = bounded(1);
    give.send("the room")?;
    let inside = Arc::new(Mutex::new(0));
    let value = Arc::new(AtomicU32::new(0));
    let mut threads = Vec::new();
    for r in 0..readers {
        let (give, take, inside, value) = (give.clone(), take.clone(), inside.clone(), value.clone());
        threads.push(thread::Builder::new().name(format!("reader {r}")).spawn(move || {
            {
                let mut inside = inside.lock().unwrap();
                if *inside == 0 {
                    take.recv().unwrap();
                }
                *inside += 1;
            }
            let v = value.load(Ordering::Acquire);
            println!("read {v} begin");
            println!("read {v} end");
            let mut inside = inside.lock().unwrap();
            *inside -= 1;
            if *inside == 0 {
                give.send("the room").unwrap();
            }
        })?);
    }
    threads.push(thread::Builder::new().name("writer".into()).spawn(move || {
        let room = take.recv().unwrap();
        println!("write begin");
        value.store(1, Ordering::Release);
        println!("write end");
        give.send(room).unwrap();
    })?);
    for thread in threads {
        thread.join().map_err(|_| "a thread panicked")?;
    }
    Ok(())
}

fn read(name: &str, text: Option<String>, default: u32) -> Result<u32, Box<dyn std::error::Error>> {
    match text {
        Some(text) => Ok(text.parse().map_err(|e| format!("bad {name} {text:?}: {e}"))?),
        None => Ok(default),
    }
}
