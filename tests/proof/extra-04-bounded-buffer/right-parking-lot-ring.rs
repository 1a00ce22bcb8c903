//! Right: parking_lot, a ring of CAPACITY places with two running numbers, notify after the lock is released.
use parking_lot::{Condvar, Mutex};
use std::thread;

struct Ring {
    places: Vec<u32>,
    put: usize,
    got: usize,
}

fn main() {
    let (capacity, items) = (get(1, "CAPACITY", 2) as usize, get(2, "ITEMS", 6));
    if capacity == 0 {
        usage("CAPACITY");
    }
    let ring = &Mutex::new(Ring { places: vec![0; capacity], put: 0, got: 0 });
    let (space, data) = (&Condvar::new(), &Condvar::new());
    thread::scope(|s| {
        let producer = move || {
            for i in 0..items {
                let mut r = ring.lock();
                while r.put - r.got == capacity {
                    space.wait(&mut r);
                }
                let place = r.put % capacity;
                r.places[place] = i;
                r.put += 1;
                println!("put {i}");
                drop(r);
                data.notify_one();
            }
        };
        let consumer = move || {
            for _ in 0..items {
                let mut r = ring.lock();
                data.wait_while(&mut r, |r| r.put == r.got);
                println!("got {}", r.places[r.got % capacity]);
                r.got += 1;
                drop(r);
                space.notify_one();
            }
        };
        thread::Builder::new().name("producer".into()).spawn_scoped(s, producer).unwrap();
        thread::Builder::new().name("consumer".into()).spawn_scoped(s, consumer).unwrap();
    });
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
