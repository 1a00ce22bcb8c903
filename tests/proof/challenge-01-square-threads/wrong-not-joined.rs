//! wrong: the threads are not joined: lines can be missing.

use std::thread;

fn main() -> Result<(), String> {
    let count = std::env::args()
        .nth(1)
        .map_or(Ok(5), |text| text.parse::<u32>())
        .map_err(|err| format!("COUNT: {err}"))?;
    for i in 1..=u64::from(count) {
        thread::spawn(move || println!("{}", i * i));
    }
    Ok(())
}
