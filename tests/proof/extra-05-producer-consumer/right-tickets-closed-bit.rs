//! Right: consumers draw Relaxed tickets for the places of one append-only channel; the Release store of its length covers the items, and the Relaxed fetch_or of the closed bit continues that release sequence.

use std::env;
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering};
use std::thread;

const CLOSED: usize = 1 << (usize::BITS - 1);

struct Channel {
    places: Vec<AtomicU32>,
    tickets: AtomicUsize,
    length: AtomicUsize,
}

impl Channel {
    fn with_capacity(capacity: usize) -> Self {
        Self {
            places: std::iter::repeat_with(AtomicU32::default).take(capacity).collect(),
            tickets: AtomicUsize::new(0),
            length: AtomicUsize::new(0),
        }
    }
}

/// The only sending end; it closes the channel when it is dropped.
struct Sender {
    channel: Arc<Channel>,
    sent: usize,
}

impl Sender {
    fn send(&mut self, item: u32) {
        self.channel.places[self.sent].store(item, Ordering::Relaxed);
        self.sent += 1;
        self.channel.length.store(self.sent, Ordering::Release);
    }
}

impl Drop for Sender {
    fn drop(&mut self) {
        self.channel.length.fetch_or(CLOSED, Ordering::Relaxed);
    }
}

struct Receiver(Arc<Channel>);

impl Iterator for Receiver {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let ticket = self.0.tickets.fetch_add(1, Ordering::Relaxed);
        loop {
            let length = self.0.length.load(Ordering::Acquire);
            if ticket < length & !CLOSED {
                return Some(self.0.places[ticket].load(Ordering::Relaxed));
            }
            if length & CLOSED != 0 {
                return None;
            }
            thread::yield_now();
        }
    }
}

fn argument(position: usize, name: &str, default: u32) -> Result<u32, String> {
    env::args().nth(position).map_or(Ok(default), |text| {
        text.parse().map_err(|error| format!("{name} can't be {text:?}: {error}"))
    })
}

fn arguments() -> Result<(u32, u32), String> {
    let items = argument(1, "ITEMS", 10)?;
    let consumers = argument(2, "CONSUMERS", 3)?;
    if consumers < 1 {
        return Err("CONSUMERS can't be less than 1".to_string());
    }
    Ok((items, consumers))
}

fn main() -> ExitCode {
    let (items, consumers) = match arguments() {
        Ok(arguments) => arguments,
        Err(message) => {
            eprintln!("{message}");
            return ExitCode::from(2);
        }
    };
    let channel = Arc::new(Channel::with_capacity(items as usize));
    let mut sender = Sender { channel: Arc::clone(&channel), sent: 0 };
    let producer = thread::spawn(move || (0..items).for_each(|item| sender.send(item)));
    let handles: Vec<_> = (0..consumers)
        .map(|_| {
            let receiver = Receiver(Arc::clone(&channel));
            thread::spawn(move || receiver.map(|item| u64::from(item) * 2).collect::<Vec<u64>>())
        })
        .collect();
    let mut results: Vec<u64> = handles.into_iter().flat_map(|handle| handle.join().unwrap()).collect();
    producer.join().unwrap();
    results.sort();
    println!("{results:?}");
    ExitCode::SUCCESS
}
