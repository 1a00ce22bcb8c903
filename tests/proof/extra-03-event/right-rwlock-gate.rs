//! Right: main holds a parking_lot RwLock for writing; the waiters get through for reading when it lets go.
use parking_lot::RwLock;
use std::sync::mpsc;
use std::thread;

fn main() -> anyhow::Result<()> {
    let waiters = number(1, "WAITERS", 3)?;
    let gate = RwLock::new(());
    let (ready, all_ready) = mpsc::channel();
    thread::scope(|s| -> anyhow::Result<()> {
        let closed = gate.write();
        for i in 0..waiters {
            let (gate, ready) = (&gate, ready.clone());
            s.spawn(move || {
                println!("waiting {i}");
                drop(ready);
                let _open = gate.read();
                println!("go {i}");
            });
        }
        drop(ready);
        // Nobody sends: the channel closes when every waiter has printed its line.
        let () = all_ready.recv().unwrap_or_default();
        println!("set");
        drop(closed);
        Ok(())
    })
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
