//! A rayon scope in a pool of four with one spawn for each number, each with its own place to write to.

use std::error::Error;
use std::thread;
use std::time::Duration;

fn main() -> Result<(), Box<dyn Error>> {
    let given: Result<Vec<u32>, _> = std::env::args().skip(1).map(|text| text.parse()).collect();
    let mut numbers = given.map_err(|err| format!("NUMBERS: {err}"))?;
    if numbers.is_empty() {
        numbers.extend([1, 2, 3, 4]);
    }
    let mut doubles = vec![0u64; numbers.len()];
    let pool = rayon::ThreadPoolBuilder::new().num_threads(4).build()?;
    pool.scope(|s| {
        for (n, place) in numbers.into_iter().zip(&mut doubles) {
            s.spawn(move |_| {
                eprintln!("double {n}");
                thread::sleep(Duration::from_millis(100));
                *place = n as u64 * 2;
            });
        }
    });
    println!("{doubles:?}");
    Ok(())
}
