//! wrong: lines come in the order in which the children finish: shows when an earlier child is slower.

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
    let (answers, inbox) = std::sync::mpsc::channel();
    for n in numbers {
        let answers = answers.clone();
        thread::spawn(move || {
            let child = procspawn::spawn(n, |n| {
                eprintln!("factorial {n}");
                thread::sleep(Duration::from_millis(100));
                (1..=n).map(BigUint::from).product::<BigUint>().to_string()
            });
            answers.send((n, child.join().unwrap())).unwrap();
        });
    }
    drop(answers);
    for (n, digits) in inbox {
        println!("{n}! = {digits}");
    }
}
