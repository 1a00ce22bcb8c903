//! Thread w of five squares the numbers w, w+5, w+10, … into a shared vector, locked only to write.
use std::time::Duration;
use std::{env, thread};

use parking_lot::Mutex;

fn square(n: u64) -> u64 {
    eprintln!("square {n}");
    thread::sleep(Duration::from_millis(100));
    n * n
}

fn main() -> Result<(), String> {
    let mut numbers = env::args()
        .skip(1)
        .map(|a| a.parse::<u32>().map_err(|e| format!("NUMBERS: {a:?}: {e}")))
        .collect::<Result<Vec<_>, _>>()?;
    if numbers.is_empty() {
        numbers = vec![1, 2, 3, 4, 5];
    }
    let squares = Mutex::new(vec![0; numbers.len()]);
    thread::scope(|s| {
        for w in 0..5 {
            let (numbers, squares) = (&numbers, &squares);
            s.spawn(move || {
                for (i, &n) in numbers.iter().enumerate().skip(w).step_by(5) {
                    let result = square(n.into());
                    squares.lock()[i] = result;
                }
            });
        }
    });
    println!("{:?}", squares.into_inner());
    Ok(())
}
