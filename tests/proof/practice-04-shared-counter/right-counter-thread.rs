//! One more thread owns the counter and adds up what arrives until the crossbeam channel closes.
use std::{env, thread};

use crossbeam_channel::unbounded;

fn main() -> Result<(), String> {
    let threads = match env::args().nth(1) {
        Some(a) => a.parse::<u32>().map_err(|e| format!("THREADS: {e}"))?,
        None => 5,
    };
    let (tx, rx) = unbounded::<u32>();
    let owner = thread::spawn(move || {
        let mut count = 0;
        for add in rx {
            count += add;
        }
        count
    });
    thread::scope(|s| {
        for _ in 0..threads {
            let tx = tx.clone();
            s.spawn(move || tx.send(1).unwrap());
        }
    });
    drop(tx);
    println!("{}", owner.join().unwrap());
    Ok(())
}
