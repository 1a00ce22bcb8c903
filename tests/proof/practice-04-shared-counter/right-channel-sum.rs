//! Every thread sends a 1 over a zero-capacity channel; the sum ends when all senders are gone.
use std::sync::mpsc::sync_channel;
use std::{env, process, thread};

fn main() {
    let threads: u32 = env::args().nth(1).map_or(5, |a| {
        a.parse().unwrap_or_else(|e| {
            eprintln!("THREADS: {e}");
            process::exit(1)
        })
    });
    let (tx, rx) = sync_channel::<u32>(0);
    for _ in 0..threads {
        let tx = tx.clone();
        thread::spawn(move || tx.send(1).unwrap());
    }
    drop(tx);
    println!("{}", rx.iter().sum::<u32>());
}
