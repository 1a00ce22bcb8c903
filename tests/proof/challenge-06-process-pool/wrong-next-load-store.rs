//! Wrong: after its first number a worker takes the next index with a load and a store, so two workers can do the same number twice.

use std::env;
use std::io::{BufRead, BufReader, Write};
use std::process::{Command, Stdio, exit};
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

fn child() {
    for line in std::io::stdin().lines() {
        let n: u64 = line.unwrap().parse().unwrap();
        eprintln!("square {n}");
        thread::sleep(Duration::from_millis(100));
        println!("{}", n * n);
    }
}

fn main() {
    if env::var_os("POOL_CHILD").is_some() {
        child();
        return;
    }
    let mut numbers: Vec<u32> = vec![];
    for arg in env::args().skip(1) {
        let Ok(n) = arg.parse() else {
            eprintln!("NUMBERS must be whole numbers, not {arg:?}");
            exit(1);
        };
        numbers.push(n);
    }
    if numbers.is_empty() {
        numbers = vec![2, 3, 4];
    }

    let results: Vec<AtomicU64> = numbers.iter().map(|_| AtomicU64::new(0)).collect();
    let size = numbers.len().min(3);
    let next = AtomicUsize::new(size);
    thread::scope(|s| {
        for w in 0..size {
            let (numbers, results, next) = (&numbers, &results, &next);
            s.spawn(move || {
                let mut process = Command::new(env::current_exe().unwrap())
                    .env("POOL_CHILD", "1")
                    .stdin(Stdio::piped())
                    .stdout(Stdio::piped())
                    .spawn()
                    .unwrap();
                let mut input = process.stdin.take().unwrap();
                let mut output = BufReader::new(process.stdout.take().unwrap());
                let mut i = w;
                while i < numbers.len() {
                    writeln!(input, "{}", numbers[i]).unwrap();
                    let mut line = String::new();
                    output.read_line(&mut line).unwrap();
                    results[i].store(line.trim().parse().unwrap(), Ordering::SeqCst);
                    i = next.load(Ordering::SeqCst);
                    next.store(i + 1, Ordering::SeqCst);
                }
                drop(input);
                process.wait().unwrap();
            });
        }
    });

    let results: Vec<u64> = results.into_iter().map(AtomicU64::into_inner).collect();
    println!("{results:?}");
}
