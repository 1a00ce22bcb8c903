//! Wrong: main sleeps 300 ms at the end instead of joining.
use std::sync::OnceLock;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

static EVENT: OnceLock<()> = OnceLock::new();

fn main() -> anyhow::Result<()> {
    let waiters = number(1, "WAITERS", 3)?;
    let (ready, all_ready) = mpsc::channel();
    for i in 0..waiters {
        let ready = ready.clone();
        thread::spawn(move || {
            println!("waiting {i}");
            ready.send(()).unwrap();
            EVENT.wait();
            println!("go {i}");
        });
    }
    all_ready.iter().take(waiters as usize).for_each(drop);
    println!("set");
    EVENT.get_or_init(|| ());
    thread::sleep(Duration::from_millis(300));
    Ok(())
}

fn number(at: usize, name: &str, default: u32) -> anyhow::Result<u32> {
    let Some(text) = std::env::args().nth(at) else { return Ok(default) };
    text.parse().map_err(|e| anyhow::anyhow!("{name} = {text:?}: {e}"))
}
