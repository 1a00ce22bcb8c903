//! Both threads select: each hand-over, without room for a message, is between two that wait for several things.
use crossbeam_channel::{bounded, select};
use std::thread;
fn main() {
    let rounds: u32 = match std::env::args().nth(1).map(|a| a.parse()) {
        None => 5,
        Some(Ok(n)) => n,
        Some(Err(e)) => {
            eprintln!("ROUNDS: {e}");
            std::process::exit(1)
        }
    };
    let (to_b, from_a) = bounded::<u32>(0);
    let (to_a, from_b) = bounded::<u32>(0);
    let (quit, quitting) = bounded::<()>(0);
    let q2 = quitting.clone();
    thread::scope(|s| {
        s.spawn(move || {
            for i in 0..rounds {
                println!("Ping");
                select! { send(to_b, i) -> r => r.unwrap(), recv(quitting) -> _ => return }
                select! { recv(from_b) -> r => { r.unwrap(); } recv(quitting) -> _ => return }
            }
        });
        s.spawn(move || {
            for _ in 0..rounds {
                let n = select! { recv(from_a) -> r => r.unwrap(), recv(q2) -> _ => return };
                println!("Pong");
                select! { send(to_a, n) -> r => r.unwrap(), recv(q2) -> _ => return }
            }
        });
    });
    drop(quit);
}
