//! Right: the producer puts Some(i) and a None at the end; the lock and the condition variable sit in one Arc tuple.
use std::collections::VecDeque;
use std::error::Error;
use std::io::{self, Write};
use std::sync::{Arc, Condvar, Mutex};
use std::{env, thread};

type Shared = Arc<(Mutex<VecDeque<Option<u32>>>, Condvar)>;

fn produce(shared: Shared, capacity: usize, items: u32) -> io::Result<()> {
    let (lock, changed) = &*shared;
    for i in (0..items).map(Some).chain([None]) {
        let mut buffer = lock.lock().unwrap();
        while buffer.len() >= capacity {
            buffer = changed.wait(buffer).unwrap();
        }
        buffer.push_back(i);
        if let Some(i) = i {
            writeln!(io::stdout(), "put {i}")?;
        }
        changed.notify_all();
    }
    Ok(())
}

fn consume(shared: Shared) -> io::Result<()> {
    let (lock, changed) = &*shared;
    loop {
        let mut buffer = lock.lock().unwrap();
        let item = loop {
            match buffer.pop_front() {
                Some(item) => break item,
                None => buffer = changed.wait(buffer).unwrap(),
            }
        };
        changed.notify_all();
        let Some(i) = item else { return Ok(()) };
        writeln!(io::stdout(), "got {i}")?;
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = env::args().skip(1);
    let capacity = read("CAPACITY", args.next(), 2)? as usize;
    let items = read("ITEMS", args.next(), 6)?;
    if capacity == 0 {
        return Err("CAPACITY must be more than 0".into());
    }
    let shared = Shared::default();
    let producer = thread::spawn({
        let shared = shared.clone();
        move || produce(shared, capacity, items)
    });
    let consumer = thread::spawn(|| consume(shared));
    producer.join().unwrap()?;
    consumer.join().unwrap()?;
    Ok(())
}

fn read(name: &str, text: Option<String>, default: u32) -> Result<u32, Box<dyn std::error::Error>> {
    match text {
        Some(text) => Ok(text.parse().map_err(|e| format!("bad {name} {text:?}: {e}"))?),
        None => Ok(default),
    }
}
