//! The two threads of a rayon pool, one player each by broadcast.

use std::sync::{Condvar, Mutex};

fn main() -> anyhow::Result<()> {
    let rounds: u32 = match std::env::args().nth(1) {
        Some(text) => text.parse().map_err(|err| anyhow::anyhow!("ROUNDS: {err}"))?,
        None => 5,
    };
    let turn = Mutex::new(0);
    let changed = Condvar::new();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(2).build()?;
    pool.broadcast(|player| {
        let me = player.index();
        for _ in 0..rounds {
            let mut now = changed.wait_while(turn.lock().unwrap(), |now| *now != me).unwrap();
            println!("{}", ["Ping", "Pong"][me]);
            *now = 1 - me;
            changed.notify_all();
        }
    });
    Ok(())
}
