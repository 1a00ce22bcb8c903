//! A procspawn pool of one child, joined from a thread that sends the sum to main.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

fn main() -> Result<(), String> {
    procspawn::init();
    let a = std::env::args()
        .nth(1)
        .map_or(Ok(5), |text| text.parse::<i32>())
        .map_err(|err| format!("A: {err}"))?;
    let b = std::env::args()
        .nth(2)
        .map_or(Ok(7), |text| text.parse::<i32>())
        .map_err(|err| format!("B: {err}"))?;
    let pool = procspawn::Pool::new(1).map_err(|err| err.to_string())?;
    let (queue, sums) = mpsc::channel();
    thread::scope(|s| {
        s.spawn(|| {
            let job = pool.spawn((a, b), |(a, b): (i32, i32)| {
                eprintln!("add {a} {b}");
                thread::sleep(Duration::from_millis(100));
                a as i64 + b as i64
            });
            queue.send(job.join().unwrap()).unwrap();
        });
        println!("{}", sums.recv().unwrap());
    });
    Ok(())
}
