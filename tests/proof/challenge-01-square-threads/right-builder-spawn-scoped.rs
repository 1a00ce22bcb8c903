//! Named threads from a Builder in a scope.

use std::thread;

fn main() -> Result<(), String> {
    let count = std::env::args()
        .nth(1)
        .map_or(Ok(5), |text| text.parse::<u32>())
        .map_err(|err| format!("COUNT: {err}"))?;
    thread::scope(|s| {
        for i in 1..=count {
            thread::Builder::new()
                .name(format!("square of {i}"))
                .spawn_scoped(s, move || println!("{}", i as u64 * i as u64))
                .map_err(|err| err.to_string())?;
        }
        Ok(())
    })
}
