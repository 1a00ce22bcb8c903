//! wrong: `while let` holds the lock on the receiver through its body: never two at once.

use std::sync::mpsc;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

fn main() -> Result<(), String> {
    let given: Result<Vec<u32>, _> = std::env::args().skip(1).map(|text| text.parse()).collect();
    let mut numbers = given.map_err(|err| format!("NUMBERS: {err}"))?;
    if numbers.is_empty() {
        numbers.extend([1, 2, 3, 4]);
    }
    let (give, take) = mpsc::channel();
    let take = Arc::new(Mutex::new(take));
    let (answer, answers) = mpsc::channel();
    let mut workers = Vec::new();
    for _ in 0..4 {
        let take = Arc::clone(&take);
        let answer = answer.clone();
        workers.push(thread::spawn(move || {
            while let Ok((place, n)) = take.lock().unwrap().recv() {
                eprintln!("double {n}");
                thread::sleep(Duration::from_millis(100));
                answer.send((place, 2 * u64::from(n))).unwrap();
            }
        }));
    }
    drop(answer);
    let mut doubles = vec![0; numbers.len()];
    for job in numbers.into_iter().enumerate() {
        give.send(job).unwrap();
    }
    drop(give);
    for (place, double) in answers {
        doubles[place] = double;
    }
    for worker in workers {
        worker.join().unwrap();
    }
    println!("{doubles:?}");
    Ok(())
}
