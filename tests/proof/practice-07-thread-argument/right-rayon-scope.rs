//! rayon::scope: the task runs on a thread of the global pool.
use std::env;

fn main() {
    let name: String = env::args().nth(1).unwrap_or_else(|| "Ferris".to_owned());
    rayon::scope(|s| {
        s.spawn(|_| println!("{name}"));
    });
}
