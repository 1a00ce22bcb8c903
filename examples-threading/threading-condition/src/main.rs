//! `main` sleeps until the list holds three items: it is woken for each of them, and goes on at the third.
//!
//! Python: `with condition: condition.wait_for(lambda: len(items) == 3)`. In Rust the lock and the `Condvar`
//! are two things: `wait_while` takes the guard, lets go of the lock while it sleeps, and looks again after
//! every wake-up, including those that come for no reason. Note that it says what to wait *through*, not what
//! to wait for.

use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::Duration;

fn main() {
    let items = Mutex::new(Vec::new());
    let added = Condvar::new();

    println!("waiting for 3 items");
    thread::scope(|s| {
        s.spawn(|| {
            for i in 1..=3 {
                thread::sleep(Duration::from_millis(100));
                let mut items = items.lock().unwrap();
                items.push(i);
                println!("item {i}");
                added.notify_one();
            }
        });
        let items = added.wait_while(items.lock().unwrap(), |items| items.len() < 3).unwrap();
        println!("got {} items", items.len());
    });
}
