//! Give NAME to a thread; the thread prints it.

use std::env;

fn main() {
    let name = env::args().nth(1).unwrap_or_else(|| "Ferris".to_string());

    todo!("a thread is given {name} and prints it; main waits for it")
}
