//! Right: no join; the results come through a second channel that closes when the last consumer has ended its loop.
use crossbeam_channel::unbounded;
use std::collections::BTreeSet;
use std::sync::mpsc;
use std::{env, thread};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = env::args().skip(1);
    let items = read("ITEMS", args.next(), 10)?;
    let consumers = read("CONSUMERS", args.next(), 3)?;
    if consumers < 1 {
        return Err("CONSUMERS must not be zero".into());
    }
    let (work_out, work_in) = unbounded::<u32>();
    let (results_out, results_in) = mpsc::sync_channel::<u64>(1);
    for _ in 0..consumers {
        let (work_in, results_out) = (work_in.clone(), results_out.clone());
        thread::spawn(move || {
            for item in work_in {
                results_out.send(u64::from(item) << 1).unwrap();
            }
        });
    }
    drop((work_in, results_out));
    thread::spawn(move || {
        for item in 0..items {
            work_out.send(item).unwrap();
        }
    });
    let results: BTreeSet<u64> = results_in.into_iter().collect();
    println!("{:?}", results.into_iter().collect::<Vec<_>>());
    Ok(())
}

fn read(name: &str, text: Option<String>, default: u32) -> Result<u32, Box<dyn std::error::Error>> {
    match text {
        Some(text) => Ok(text.parse().map_err(|e| format!("bad {name} {text:?}: {e}"))?),
        None => Ok(default),
    }
}
