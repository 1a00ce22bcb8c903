//! wrong: shares of three numbers, not three shares: up to three numbers are all done by one child.

use std::process::ExitCode;
use std::thread;
use std::time::Duration;

fn squares(numbers: Vec<u32>) -> Vec<u64> {
    let mut squares = vec![];
    for n in numbers {
        eprintln!("square {n}");
        thread::sleep(Duration::from_millis(100));
        squares.push(n as u64 * n as u64);
    }
    squares
}

fn main() -> ExitCode {
    procspawn::init();
    let Ok(mut numbers) = std::env::args().skip(1).map(|s| s.parse()).collect::<Result<Vec<u32>, _>>() else {
        eprintln!("NUMBERS must be whole numbers");
        return ExitCode::from(2);
    };
    if numbers.is_empty() {
        numbers = vec![2, 3, 4];
    }
    let third = 3;
    let children: Vec<_> =
        numbers.chunks(third).map(|part| procspawn::spawn(part.to_vec(), squares)).collect();
    let mut all = Vec::new();
    for child in children {
        all.extend(child.join().expect("a child failed"));
    }
    println!("{all:?}");
    ExitCode::SUCCESS
}
