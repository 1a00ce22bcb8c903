//! Both threads wait with both ends of one channel without room: whoever comes first is met by the other.
use crossbeam_channel::{Receiver, Sender, bounded, select};
use std::thread;

/// Returns when the other thread has come here as well.
fn meet(to: &Sender<()>, from: &Receiver<()>) {
    select! {
        send(to, ()) -> sent => sent.expect("the other thread is there"),
        recv(from) -> received => received.expect("the other thread is there"),
    }
}

fn main() {
    let rounds: u32 = match std::env::args().nth(1).map(|a| a.parse()) {
        None => 5,
        Some(Ok(n)) => n,
        Some(Err(e)) => {
            eprintln!("ROUNDS: {e}");
            std::process::exit(1)
        }
    };
    let (to, from) = bounded(0);
    thread::scope(|s| {
        s.spawn(|| {
            for _ in 0..rounds {
                println!("Ping");
                meet(&to, &from);
                meet(&to, &from);
            }
        });
        s.spawn(|| {
            for _ in 0..rounds {
                meet(&to, &from);
                println!("Pong");
                meet(&to, &from);
            }
        });
    });
}
