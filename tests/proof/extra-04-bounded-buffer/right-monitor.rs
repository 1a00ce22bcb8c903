//! Right: a monitor type with put and take, two Condvars, wait_while; Arc, spawn, join.
use std::collections::VecDeque;
use std::process::ExitCode;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;

struct Buffer {
    items: Mutex<VecDeque<u32>>,
    capacity: usize,
    not_full: Condvar,
    not_empty: Condvar,
}

impl Buffer {
    fn put(&self, i: u32) {
        let items = self.items.lock().unwrap();
        let mut items = self.not_full.wait_while(items, |items| items.len() >= self.capacity).unwrap();
        items.push_back(i);
        println!("put {i}");
        self.not_empty.notify_one();
    }

    fn take(&self) -> u32 {
        let items = self.items.lock().unwrap();
        let mut items = self.not_empty.wait_while(items, |items| items.is_empty()).unwrap();
        let i = items.pop_front().expect("it is not empty");
        println!("got {i}");
        self.not_full.notify_one();
        i
    }
}

fn main() -> ExitCode {
    let (Some(capacity), Some(count)) = (argument(1, "CAPACITY", 2), argument(2, "ITEMS", 6)) else {
        return ExitCode::FAILURE;
    };
    if capacity == 0 {
        eprintln!("CAPACITY must not be 0");
        return ExitCode::FAILURE;
    }
    let buffer = Arc::new(Buffer {
        items: Mutex::default(),
        capacity: capacity as usize,
        not_full: Condvar::new(),
        not_empty: Condvar::new(),
    });
    let producer = {
        let buffer = Arc::clone(&buffer);
        thread::spawn(move || (0..count).for_each(|i| buffer.put(i)))
    };
    let consumer = thread::spawn(move || {
        for i in 0..count {
            assert_eq!(buffer.take(), i);
        }
    });
    producer.join().unwrap();
    consumer.join().unwrap();
    ExitCode::SUCCESS
}

fn argument(at: usize, name: &str, default: u32) -> Option<u32> {
    let Some(text) = std::env::args().nth(at) else { return Some(default) };
    let number = text.parse().ok();
    if number.is_none() {
        eprintln!("{name} must be a whole number, got '{text}'");
    }
    number
}
