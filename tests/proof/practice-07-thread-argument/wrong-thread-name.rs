//! The name is given to the thread as its name, but main prints it.
use std::{env, thread};

fn main() -> std::io::Result<()> {
    let name = env::args().nth(1).unwrap_or("Ferris".to_string());
    let handle = thread::Builder::new().name(name).spawn(|| ())?;
    println!("{}", handle.thread().name().unwrap_or_default());
    handle.join().unwrap();
    Ok(())
}
