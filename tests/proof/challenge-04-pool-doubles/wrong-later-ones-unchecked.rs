//! wrong: reading stops at the first bad number: `1 x` does not fail.

use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

fn double(n: u32) -> u64 {
    eprintln!("double {n}");
    thread::sleep(Duration::from_millis(100));
    n as u64 * 2
}

fn main() -> ExitCode {
    let Ok(mut numbers) = std::env::args()
        .skip(1)
        .enumerate()
        .map_while(|(i, s)| Some(s.parse::<u32>()).filter(|n| n.is_ok() || i == 0))
        .collect::<Result<Vec<u32>, _>>()
    else {
        eprintln!("NUMBERS must be whole numbers");
        return ExitCode::from(2);
    };
    if numbers.is_empty() {
        numbers = vec![1, 2, 3, 4];
    }
    let next = AtomicUsize::new(0);
    let results: Vec<Mutex<u64>> = numbers.iter().map(|_| Mutex::new(0)).collect();
    thread::scope(|s| {
        for _ in 0..4 {
            s.spawn(|| {
                while let Some(i) = Some(next.fetch_add(1, Ordering::Relaxed)).filter(|&i| i < numbers.len())
                {
                    *results[i].lock().unwrap() = double(numbers[i]);
                }
            });
        }
    });
    let results: Vec<u64> = results.into_iter().map(|slot| slot.into_inner().unwrap()).collect();
    println!("{results:?}");
    ExitCode::SUCCESS
}
