//! Builder threads that end at a Barrier; procspawn children that return their sums; lines gathered in a String.
use std::error::Error;
use std::fmt::Write;
use std::sync::{Arc, Barrier};
use std::time::Instant;
use std::{env, hint, thread};

fn sum(n: u64) -> u64 {
    (0..n).map(hint::black_box).sum()
}

fn main() -> Result<(), Box<dyn Error>> {
    procspawn::init();
    let n: u64 = match env::args().nth(1) {
        Some(arg) => arg.parse::<u32>().map_err(|e| format!("N ({arg:?}): {e}"))?.into(),
        None => 1_000_000,
    };
    let mut report = String::new();

    let start = Instant::now();
    let finish = Arc::new(Barrier::new(3));
    for name in ["first", "second"] {
        let finish = finish.clone();
        thread::Builder::new().name(name.into()).spawn(move || {
            hint::black_box(sum(n));
            finish.wait();
        })?;
    }
    finish.wait();
    writeln!(report, "Threads time: {:.3}", start.elapsed().as_secs_f64())?;

    let start = Instant::now();
    let first = procspawn::spawn(n, sum);
    let second = procspawn::spawn(n, sum);
    if first.join()? != second.join()? {
        return Err("the sums differ".into());
    }
    writeln!(report, "Processes time: {:.3}", start.elapsed().as_secs_f64())?;
    print!("{report}");
    Ok(())
}
