//! Wrong: left fork first with as many seats as philosophers; all can sit down, hold one fork and wait for ever.
use crossbeam_channel::bounded;
use std::sync::Mutex;
use std::thread;

fn main() {
    let (n, meals) = (get(1, "PHILOSOPHERS", 5) as usize, get(2, "MEALS", 3));
    if n < 2 {
        usage("PHILOSOPHERS");
    }
    let forks: &Vec<Mutex<()>> = &(0..n).map(|_| Mutex::new(())).collect();
    let (sit, stand) = &bounded(n);
    thread::scope(|s| {
        for p in 0..n {
            s.spawn(move || {
                for _ in 0..meals {
                    sit.send(()).unwrap();
                    let left = forks[p].lock().unwrap();
                    let right = forks[(p + 1) % n].lock().unwrap();
                    println!("{p} eats");
                    println!("{p} done");
                    drop((left, right));
                    stand.recv().unwrap();
                }
            });
        }
    });
}

fn usage(name: &str) -> ! {
    eprintln!("{name} is no number I can use");
    std::process::exit(2)
}

fn get(at: usize, name: &str, default: u32) -> u32 {
    match std::env::args().nth(at) {
        None => default,
        Some(text) => text.parse().unwrap_or_else(|_| usage(name)),
    }
}
