//! Builder with a name and spawn_scoped; the end of the scope joins.
use std::error::Error;
use std::{env, thread};

fn main() -> Result<(), Box<dyn Error>> {
    let count = env::args().nth(1).unwrap_or("5".into());
    let count: u32 = count.parse().map_err(|e| format!("COUNT {count:?}: {e}"))?;
    thread::scope(|s| {
        thread::Builder::new()
            .name("numbers".into())
            .spawn_scoped(s, || (0..count).for_each(|i| println!("{i}")))
            .map(|_| ())
    })?;
    Ok(())
}
