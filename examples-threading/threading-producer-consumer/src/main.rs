//! One producer, three consumers, two queues between them: every item is processed once, by whoever is free.
//!
//! Python: the consumers give up after half a second without an item, and a slow producer loses them. In Rust
//! the producer owns the only sender: when it returns, the channel closes, and the consumers' loops end by
//! themselves.

use std::thread;
use std::time::Duration;

use crossbeam_channel::{Receiver, SendError, Sender, unbounded};

fn main() {
    let (item_sender, items) = unbounded();
    let (result_sender, results) = unbounded();

    thread::scope(|s| {
        s.spawn(|| producer(item_sender));
        for c in 0..3 {
            let (items, result_sender) = (&items, &result_sender);
            s.spawn(move || consumer(c, items, result_sender));
        }
    });
    println!("\nResults collected: {} items", results.len());
}

fn producer(items: Sender<u32>) -> Result<(), SendError<u32>> {
    for i in 0..10 {
        items.send(i)?;
        println!("  Producer: Added {i}");
        thread::sleep(Duration::from_millis(20));
    }
    println!("  Producer: Done");
    Ok(())
}

fn consumer(c: u32, items: &Receiver<u32>, results: &Sender<u32>) -> Result<(), SendError<u32>> {
    for item in items {
        println!("  Consumer-{c}: Processing {item}");
        thread::sleep(Duration::from_millis(50));
        results.send(item * 2)?;
    }
    Ok(())
}
