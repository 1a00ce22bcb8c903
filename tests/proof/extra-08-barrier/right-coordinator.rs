//! Right: main conducts by channels: it waits for a message from every thread, then lets each go on; no join.
use crossbeam_channel::{bounded, unbounded};
use std::{env, thread};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = env::args().skip(1);
    let threads = read("THREADS", args.next(), 3)?;
    let phases = read("PHASES", args.next(), 2)?;
    let (done, all_done) = unbounded();
    let mut starts = Vec::new();
    for t in 0..threads {
        let (start, started) = bounded::<u32>(1);
        let done = done.clone();
        starts.push(start);
        thread::Builder::new().name(format!("worker-{t}")).spawn(move || {
            for p in started {
                println!("phase {p} thread {t}");
                done.send(t).unwrap();
            }
        })?;
    }
    for p in 0..phases {
        for start in &starts {
            start.send(p)?;
        }
        for _ in 0..threads {
            all_done.recv()?;
        }
    }
    Ok(())
}

fn read(name: &str, text: Option<String>, default: u32) -> Result<u32, Box<dyn std::error::Error>> {
    match text {
        Some(text) => Ok(text.parse().map_err(|e| format!("bad {name} {text:?}: {e}"))?),
        None => Ok(default),
    }
}
