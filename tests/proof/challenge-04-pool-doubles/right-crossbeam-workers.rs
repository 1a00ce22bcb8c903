//! Four named workers on a crossbeam channel; main receives as many answers as there are numbers and joins nobody.

use std::thread;
use std::time::Duration;

use crossbeam_channel::unbounded;

fn work(n: u32) -> u64 {
    eprintln!("double {n}");
    thread::sleep(Duration::from_millis(100));
    u64::from(n) << 1
}

fn main() {
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
        numbers = vec![1, 2, 3, 4];
    }
    let (jobs, todo) = unbounded();
    let (results, done) = unbounded();
    for w in 1..=4 {
        let (todo, results) = (todo.clone(), results.clone());
        thread::Builder::new()
            .name(format!("worker-{w}"))
            .spawn(move || {
                for (i, n) in todo {
                    results.send((i, work(n))).unwrap();
                }
            })
            .unwrap();
    }
    let count = numbers.len();
    for job in numbers.into_iter().enumerate() {
        jobs.send(job).unwrap();
    }
    let mut answers: Vec<(usize, u64)> = done.iter().take(count).collect();
    answers.sort();
    let texts: Vec<String> = answers.iter().map(|(_, d)| d.to_string()).collect();
    println!("[{}]", texts.join(", "));
}
