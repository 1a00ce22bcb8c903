//! Right: a crossbeam channel with LIMIT places; sending takes a place, receiving gives it back.
use crossbeam_channel::bounded;
use std::error::Error;
use std::{env, thread};

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = env::args().skip(1);
    let jobs = read("JOBS", args.next(), 6)?;
    let limit = read("LIMIT", args.next(), 2)?;
    if limit == 0 {
        return Err("LIMIT must not be 0".into());
    }
    let (enter, leave) = bounded(limit as usize);
    let mut handles = Vec::new();
    for i in 0..jobs {
        let (enter, leave) = (enter.clone(), leave.clone());
        handles.push(thread::spawn(move || {
            enter.send(()).unwrap();
            println!("start {i}");
            thread::yield_now();
            println!("end {i}");
            leave.recv().unwrap();
        }));
    }
    for handle in handles {
        handle.join().unwrap();
    }
    Ok(())
}

fn read(name: &str, text: Option<String>, default: u32) -> Result<u32, Box<dyn std::error::Error>> {
    match text {
        Some(text) => Ok(text.parse().map_err(|e| format!("bad {name} {text:?}: {e}"))?),
        None => Ok(default),
    }
}
