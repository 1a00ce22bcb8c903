//! Wrong: every consumer has a channel of its own, dealt out in turn; all they share is a count of what is done.
use std::sync::atomic::{AtomicU32, Ordering};
use std::{env, thread};

use anyhow::{Context, Result, ensure};
use crossbeam_channel::unbounded;

fn main() -> Result<()> {
    let mut args = env::args().skip(1);
    let items: u32 = match args.next() {
        Some(arg) => arg.parse().context("ITEMS must be a whole number")?,
        None => 10,
    };
    let consumers: usize = match args.next() {
        Some(arg) => arg.parse::<u32>().context("CONSUMERS must be a whole number")? as usize,
        None => 3,
    };
    ensure!(consumers > 0, "CONSUMERS must be at least 1");
    let (sent, done) = (AtomicU32::new(0), AtomicU32::new(0));
    let mut doubled: Vec<u64> = thread::scope(|s| {
        let (senders, handles): (Vec<_>, Vec<_>) = (0..consumers)
            .map(|_| {
                let (sender, receiver) = unbounded::<u32>();
                let (sent, done) = (&sent, &done);
                let handle = s.spawn(move || {
                    let double = |item| {
                        assert!(done.fetch_add(1, Ordering::SeqCst) < sent.load(Ordering::SeqCst));
                        u64::from(item) * 2
                    };
                    receiver.iter().map(double).collect::<Vec<u64>>()
                });
                (sender, handle)
            })
            .unzip();
        for item in 0..items {
            sent.fetch_add(1, Ordering::SeqCst);
            let _ = senders[item as usize % consumers].send(item);
        }
        drop(senders);
        handles.into_iter().flat_map(|handle| handle.join().unwrap()).collect()
    });
    doubled.sort_unstable();
    println!("{doubled:?}");
    Ok(())
}
