//! A pool from its builder, shut down at the end; a String built up and printed at once.

use std::fmt::Write;
use std::thread::sleep;
use std::time::Duration;

use procspawn::Pool;

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
        numbers = vec![2, 3, 4];
    }
    let pool = Pool::builder(3).disable_stdin().build().unwrap();
    let mut jobs = Vec::new();
    for n in numbers {
        jobs.push(pool.spawn(n, |n| {
            eprintln!("square {n}");
            sleep(Duration::from_millis(100));
            u64::from(n) * u64::from(n)
        }));
    }
    let mut list = String::new();
    for job in jobs {
        if !list.is_empty() {
            list.push_str(", ");
        }
        write!(list, "{}", job.join().unwrap()).unwrap();
    }
    pool.shutdown();
    println!("[{list}]");
}
