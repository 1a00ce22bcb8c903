//! No join: a barrier for all threads and main; process::exit at the end.

use std::error::Error;
use std::process;
use std::sync::{Arc, Barrier};
use std::thread;

fn main() -> Result<(), Box<dyn Error>> {
    let count = std::env::args()
        .nth(1)
        .map_or(Ok(5), |text| text.parse::<u32>())
        .map_err(|err| format!("COUNT: {err}"))?;
    let end = Arc::new(Barrier::new(count as usize + 1));
    for i in 1..=u64::from(count) {
        let end = end.clone();
        thread::spawn(move || {
            println!("{}", i * i);
            end.wait();
        });
    }
    end.wait();
    process::exit(0);
}
