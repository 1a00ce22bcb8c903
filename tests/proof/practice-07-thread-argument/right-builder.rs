//! thread::Builder with a function that takes the argument.
use std::{env, thread};

use anyhow::anyhow;

fn greet(name: &str) {
    println!("{name}");
}

fn main() -> anyhow::Result<()> {
    let name = match env::args().nth(1) {
        Some(name) => name,
        None => String::from("Ferris"),
    };
    let handle = thread::Builder::new().name("greeter".into()).spawn(move || greet(&name))?;
    handle.join().map_err(|_| anyhow!("the greeter panicked"))
}
