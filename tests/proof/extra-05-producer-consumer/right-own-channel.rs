//! Right: an own blocking channel (queue, closed flag, condition variable) shared by reference; results gather in one sorted set.
use std::collections::{BTreeSet, VecDeque};
use std::process::exit;
use std::sync::{Condvar, Mutex};
use std::thread;

struct Channel<T> {
    inner: Mutex<(VecDeque<T>, bool)>,
    news: Condvar,
}

impl<T> Channel<T> {
    fn new() -> Self {
        Self { inner: Mutex::new((VecDeque::new(), false)), news: Condvar::new() }
    }
    fn send(&self, value: T) {
        self.inner.lock().unwrap().0.push_back(value);
        self.news.notify_one();
    }
    fn close(&self) {
        self.inner.lock().unwrap().1 = true;
        self.news.notify_all();
    }
    fn receive(&self) -> Option<T> {
        let mut inner = self.inner.lock().unwrap();
        loop {
            if let Some(value) = inner.0.pop_front() {
                return Some(value);
            }
            if inner.1 {
                return None;
            }
            inner = self.news.wait(inner).unwrap();
        }
    }
}

impl<T> Iterator for &Channel<T> {
    type Item = T;
    fn next(&mut self) -> Option<T> {
        self.receive()
    }
}

fn parse(name: &'static str, text: Option<String>, default: u32) -> u32 {
    match text.as_deref().map(str::parse) {
        None => default,
        Some(Ok(n)) => n,
        Some(Err(e)) => {
            let e: std::num::ParseIntError = e;
            eprintln!("{name}: {e}");
            exit(1);
        }
    }
}

fn main() {
    let mut args = std::env::args().skip(1);
    let items = parse("ITEMS", args.next(), 10);
    let consumers = parse("CONSUMERS", args.next(), 3);
    if consumers < 1 {
        eprintln!("CONSUMERS must be at least 1");
        exit(1);
    }
    let channel = Channel::new();
    let results = Mutex::new(BTreeSet::new());
    thread::scope(|s| {
        s.spawn(|| {
            (0..items).for_each(|n| channel.send(n));
            channel.close();
        });
        for _ in 0..consumers {
            s.spawn(|| {
                for n in &channel {
                    let twice = u64::from(n) << 1;
                    results.lock().unwrap().insert(twice);
                }
            });
        }
    });
    let sorted: Vec<u64> = results.into_inner().unwrap().into_iter().collect();
    println!("{sorted:?}");
    exit(0)
}
