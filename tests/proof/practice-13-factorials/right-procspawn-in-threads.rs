//! A thread for each number spawns and joins its procspawn child and sends the answer with its place.

use std::process::exit;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use num_bigint::BigUint;

fn main() {
    procspawn::init();
    let mut numbers: Vec<u32> = Vec::new();
    for s in std::env::args().skip(1) {
        match s.parse() {
            Ok(n) => numbers.push(n),
            Err(e) => {
                eprintln!("NUMBERS: {s:?}: {e}");
                std::process::exit(1);
            }
        }
    }
    if numbers.is_empty() {
        numbers = vec![100, 200, 300];
    }
    let (answers, inbox) = mpsc::channel();
    for (place, n) in numbers.into_iter().enumerate() {
        let answers = answers.clone();
        thread::spawn(move || {
            let child = procspawn::spawn(n, |n| {
                eprintln!("factorial {n}");
                thread::sleep(Duration::from_millis(100));
                (1..=n).map(BigUint::from).product::<BigUint>().to_string()
            });
            answers.send((place, n, child.join().unwrap())).unwrap();
        });
    }
    drop(answers);
    let mut all: Vec<_> = inbox.iter().collect();
    all.sort();
    for (_, n, digits) in all {
        println!("{n}! = {digits}");
    }
    exit(0);
}
