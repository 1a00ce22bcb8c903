//! Right: left fork first, but only PHILOSOPHERS-1 may sit down at once (tokens in a channel).
use crossbeam_channel::bounded;
use std::sync::Mutex;
use std::thread;

fn main() {
    let (n, meals) = (get(1, "PHILOSOPHERS", 5) as usize, get(2, "MEALS", 3));
    if n < 2 {
        usage("PHILOSOPHERS");
    }
    let forks: &Vec<Mutex<()>> = &(0..n).map(|_| Mutex::new(())).collect();
    let (sit, stand) = &bounded(n - 1);
    thread::scope(|s| {
        for p in 0..n {
            let philosopher = move || {
                for _ in 0..meals {
                    sit.send(()).unwrap();
                    let left = forks[p].lock().unwrap();
                    let right = forks[(p + 1) % n].lock().unwrap();
                    println!("{p} eats");
                    println!("{p} done");
                    drop(left);
                    drop(right);
                    stand.recv().unwrap();
                }
            };
            thread::Builder::new().name(format!("philosopher {p}")).spawn_scoped(s, philosopher).unwrap();
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
