//! wrong: the answers stand in the order in which they come.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    procspawn::init();
    let mut numbers = std::env::args()
        .skip(1)
        .map(|text| text.parse::<u32>().with_context(|| format!("NUMBERS: bad number {text:?}")))
        .collect::<Result<Vec<_>>>()?;
    if numbers.is_empty() {
        numbers = vec![2, 3, 4];
    }
    let pool = procspawn::Pool::new(3)?;
    let (tx, rx) = mpsc::channel();
    thread::scope(|s| {
        for n in numbers {
            let job = pool.spawn(n, |n| {
                eprintln!("square {n}");
                thread::sleep(Duration::from_millis(100));
                u64::from(n).pow(2)
            });
            let tx = tx.clone();
            s.spawn(move || tx.send(job.join().unwrap()).unwrap());
        }
    });
    drop(tx);
    println!("{:?}", rx.iter().collect::<Vec<_>>());
    Ok(())
}
