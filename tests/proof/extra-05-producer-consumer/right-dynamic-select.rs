//! Right: each consumer selects between items and the end, which a second channel tells by being closed.
use anyhow::{Context, Result, ensure};
use crossbeam_channel::{Receiver, Select, bounded, unbounded};
use std::{env, thread};

fn consume(items: &Receiver<u32>, end: &Receiver<()>) -> Vec<u64> {
    let mut doubled = Vec::new();
    let mut select = Select::new();
    let (item, over) = (select.recv(items), select.recv(end));
    loop {
        let operation = select.select();
        if operation.index() == item {
            match operation.recv(items) {
                Ok(i) => doubled.push(u64::from(i) * 2),
                Err(_) => return doubled,
            }
        } else {
            assert_eq!(operation.index(), over);
            assert!(operation.recv(end).is_err());
            doubled.extend(items.try_iter().map(|i| u64::from(i) * 2));
            return doubled;
        }
    }
}

fn main() -> Result<()> {
    let number = |at: usize, name: &'static str, default: u32| match env::args().nth(at) {
        None => Ok(default),
        Some(text) => text.parse().with_context(|| format!("{name} is no number")),
    };
    let (count, consumers) = (number(1, "ITEMS", 10)?, number(2, "CONSUMERS", 3)?);
    ensure!(consumers > 0, "CONSUMERS must be 1 or more");
    let (send, receive) = unbounded();
    let (end, ended) = bounded::<()>(0);
    let mut all: Vec<u64> = thread::scope(|s| {
        let handles: Vec<_> = (0..consumers).map(|_| s.spawn(|| consume(&receive, &ended))).collect();
        let mut select = Select::new();
        select.send(&send);
        for i in 0..count {
            select.select().send(&send, i).expect("the consumers wait for the end");
        }
        drop(end);
        handles.into_iter().flat_map(|handle| handle.join().unwrap()).collect()
    });
    all.sort_unstable();
    println!("{all:?}");
    Ok(())
}
