//! Wrong: the jobs are grouped by value and a group is done by one thread, one number after the other; violates "at least two at once (where there are two numbers)" (NUMBERS all equal, such as 7 7 7, every schedule; lines and list are right).
use std::collections::BTreeMap;
use std::env;
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};

fn main() -> Result<()> {
    let mut numbers = env::args()
        .skip(1)
        .map(|arg| arg.parse())
        .collect::<Result<Vec<u32>, _>>()
        .context("NUMBERS must be whole numbers")?;
    if numbers.is_empty() {
        numbers = vec![1, 2, 3, 4];
    }

    let mut places: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (i, &n) in numbers.iter().enumerate() {
        places.entry(n).or_default().push(i);
    }
    let queue = Mutex::new(places);
    let doubles = Mutex::new(vec![0u64; numbers.len()]);
    thread::scope(|s| {
        for _ in 0..4 {
            s.spawn(|| {
                loop {
                    let group = queue.lock().unwrap().pop_first();
                    let Some((n, at)) = group else { break };
                    for i in at {
                        eprintln!("double {n}");
                        thread::sleep(Duration::from_millis(100));
                        doubles.lock().unwrap()[i] = u64::from(n) * 2;
                    }
                }
            });
        }
    });
    println!("{:?}", doubles.into_inner().unwrap());
    Ok(())
}
