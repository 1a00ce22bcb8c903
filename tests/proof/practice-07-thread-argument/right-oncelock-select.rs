//! The name in a OnceLock; no join, but a crossbeam select! on a channel of capacity 0.
use std::sync::OnceLock;
use std::{env, process, thread};

use crossbeam_channel::{bounded, select};

static NAME: OnceLock<String> = OnceLock::new();

fn main() {
    NAME.set(env::args().nth(1).unwrap_or("Ferris".into())).unwrap();
    let (done, is_done) = bounded(0);
    thread::spawn(move || {
        println!("{}", NAME.get().unwrap());
        done.send(true)
    });
    select! {
        recv(is_done) -> ok => process::exit(if ok == Ok(true) { 0 } else { 1 }),
    }
}
