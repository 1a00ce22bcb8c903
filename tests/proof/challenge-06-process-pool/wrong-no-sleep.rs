//! wrong: a piece of work does not sleep its 100 ms.

use std::process::ExitCode;

fn squares(numbers: Vec<u32>) -> Vec<u64> {
    let mut squares = vec![];
    for n in numbers {
        eprintln!("square {n}");
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
    let third = numbers.len().div_ceil(3);
    let children: Vec<_> =
        numbers.chunks(third).map(|part| procspawn::spawn(part.to_vec(), squares)).collect();
    let mut all = Vec::new();
    for child in children {
        all.extend(child.join().expect("a child failed"));
    }
    println!("{all:?}");
    ExitCode::SUCCESS
}
