//! rayon's global pool.
use std::process::ExitCode;
use std::time::Duration;
use std::{env, thread};

use rayon::prelude::*;

fn main() -> ExitCode {
    let parsed: Result<Vec<u32>, _> = env::args().skip(1).map(|a| a.parse()).collect();
    let numbers = match parsed {
        Ok(list) if list.is_empty() => (1..=5).collect(),
        Ok(list) => list,
        Err(e) => {
            eprintln!("NUMBERS: {e}");
            return ExitCode::FAILURE;
        }
    };
    let squares: Vec<u64> = numbers
        .into_par_iter()
        .map(|n| {
            eprintln!("square {n}");
            thread::sleep(Duration::from_millis(100));
            (n as u64).pow(2)
        })
        .collect();
    println!("{:?}", squares);
    ExitCode::SUCCESS
}
