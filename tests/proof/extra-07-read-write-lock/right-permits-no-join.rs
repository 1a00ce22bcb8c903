//! Right: one permit for each reader, the writer collects them all; the value travels with each permit; ends on a closed channel.
use crossbeam_channel::bounded;
use std::sync::mpsc;
use std::thread;

fn main() -> Result<(), String> {
    let readers = arg(1, "READERS", 3)? as usize;
    let (give, take) = bounded::<u32>(readers);
    for _ in 0..readers {
        give.send(0).map_err(|e| e.to_string())?;
    }
    let (alive, nobody_left) = mpsc::channel::<()>();
    for _ in 0..readers {
        let (give, take, alive) = (give.clone(), take.clone(), alive.clone());
        thread::spawn(move || {
            let v = take.recv().unwrap();
            println!("read {v} begin");
            println!("read {v} end");
            give.send(v).unwrap();
            drop(alive);
        });
    }
    thread::spawn(move || {
        for _ in 0..readers {
            take.recv().unwrap();
        }
        println!("write begin");
        println!("write end");
        for _ in 0..readers {
            give.send(1).unwrap();
        }
        drop(alive);
    });
    match nobody_left.recv() {
        Ok(()) => Err("nobody sends here".into()),
        Err(_) => Ok(()),
    }
}

fn arg(at: usize, name: &str, default: u32) -> Result<u32, String> {
    std::env::args().nth(at).map_or(Ok(default), |text| text.parse().map_err(|e| format!("{name}: {e}")))
}
