//! All groups of threads first, then all groups of processes, the lines at the end; Builder and process::exit.

use std::process::exit;
use std::thread;
use std::time::Instant;

fn add_up(n: u32) -> u128 {
    let mut sum = 0u128;
    for i in 0..n {
        sum += i as u128;
    }
    sum
}

fn main() {
    procspawn::init();
    let n: u32 = match std::env::args().nth(1) {
        None => 1000000,
        Some(s) => s.parse().unwrap_or_else(|e| {
            eprintln!("bad N {s:?}: {e}");
            std::process::exit(2)
        }),
    };
    const GROUPS: [usize; 3] = [1, 2, 4];
    let threads = GROUPS.map(|size| {
        let start = Instant::now();
        thread::scope(|s| {
            for i in 0..size {
                thread::Builder::new().name(format!("worker-{i}")).spawn_scoped(s, || add_up(n)).unwrap();
            }
        });
        start.elapsed()
    });
    let processes = GROUPS.map(|size| {
        let start = Instant::now();
        let group: Vec<_> = (0..size)
            .map(|_| {
                procspawn::spawn(n, |n| {
                    add_up(n);
                })
            })
            .collect();
        group.into_iter().for_each(|child| child.join().unwrap());
        start.elapsed()
    });
    for i in 0..3 {
        println!(
            "workers={} threads={:.3}s processes={:.3}s",
            GROUPS[i],
            threads[i].as_secs_f64(),
            processes[i].as_secs_f64()
        );
    }
    exit(0)
}
