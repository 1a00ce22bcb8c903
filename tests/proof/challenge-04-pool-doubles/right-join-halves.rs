//! `rayon::join` halves the list again and again; the work lines go through the locked standard error.

use std::error::Error;
use std::io::Write;
use std::thread::sleep;
use std::time::Duration;

fn double(n: u32) -> u64 {
    let _ = writeln!(std::io::stderr().lock(), "double {n}");
    sleep(Duration::from_millis(100));
    u64::from(n) << 1
}

fn doubles(numbers: &[u32]) -> Vec<u64> {
    match numbers {
        [] => Vec::new(),
        &[n] => vec![double(n)],
        _ => {
            let (left, right) = numbers.split_at(numbers.len() / 2);
            let (mut left, right) = rayon::join(|| doubles(left), || doubles(right));
            left.extend(right);
            left
        }
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let given: Result<Vec<u32>, _> = std::env::args().skip(1).map(|arg| arg.parse::<u32>()).collect();
    let numbers = match given.map_err(|error| format!("NUMBERS: {error}"))? {
        none if none.is_empty() => vec![1, 2, 3, 4],
        some => some,
    };

    let pool = rayon::ThreadPoolBuilder::new().num_threads(4).build()?;
    let texts: Vec<String> = pool.install(|| doubles(&numbers)).iter().map(u64::to_string).collect();
    println!("[{}]", texts.join(", "));
    Ok(())
}
