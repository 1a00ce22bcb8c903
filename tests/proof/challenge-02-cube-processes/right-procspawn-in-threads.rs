//! A thread spawns and joins each procspawn child.

use std::thread;

fn main() -> Result<(), String> {
    procspawn::init();
    let count = std::env::args()
        .nth(1)
        .map_or(Ok(3), |text| text.parse::<u32>())
        .map_err(|err| format!("COUNT: {err}"))?;
    thread::scope(|s| {
        for i in 1..=count {
            s.spawn(move || {
                let child = procspawn::spawn(u64::from(i), |i| println!("{}", i.pow(3)));
                child.join().unwrap();
            });
        }
    });
    Ok(())
}
