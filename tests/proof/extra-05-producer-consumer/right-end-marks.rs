//! Right: a rendezvous channel and one end mark (None) for each consumer.
use crossbeam_channel::bounded;
use parking_lot::Mutex;
use std::thread;

fn main() {
    let (items, consumers) = (get(1, "ITEMS", 10), get(2, "CONSUMERS", 3));
    if consumers == 0 {
        usage("CONSUMERS");
    }
    let doubled = Mutex::new(vec![]);
    let (tx, rx) = bounded(0);
    thread::scope(|s| {
        for c in 0..consumers {
            let consumer = || {
                while let Some(item) = rx.recv().unwrap() {
                    doubled.lock().push(item * 2);
                }
            };
            thread::Builder::new().name(format!("consumer {c}")).spawn_scoped(s, consumer).unwrap();
        }
        for i in 0..u64::from(items) {
            tx.send(Some(i)).unwrap();
        }
        for _ in 0..consumers {
            tx.send(None).unwrap();
        }
    });
    let mut doubled = doubled.into_inner();
    doubled.sort();
    println!("{doubled:?}");
}

fn usage(name: &str) -> ! {
    eprintln!("{name} is no number I can use");
    std::process::exit(2)
}

fn get(at: usize, name: &str, default: u32) -> u32 {
    match std::env::args().nth(at) {
        None => default,
        Some(text) => text.parse().unwrap_or_else(|_| usage(name)),
    }
}
