//! The destructor of a thread-local value adds what a thread has counted; `join` waits for that, as the end of a scope would not.
use std::cell::Cell;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

static TOTAL: AtomicU64 = AtomicU64::new(0);

struct Count(Cell<u64>);

impl Drop for Count {
    fn drop(&mut self) {
        TOTAL.fetch_add(self.0.get(), Ordering::SeqCst);
    }
}

thread_local! {
    static COUNT: Count = const { Count(Cell::new(0)) };
}

fn main() -> anyhow::Result<()> {
    let threads: u32 = std::env::args().nth(1).map_or(Ok(5), |arg| arg.parse()).map_err(|_| anyhow::anyhow!("THREADS must be a whole number"))?;
    thread::scope(|scope| {
        let mut handles = Vec::new();
        for _ in 0..threads {
            handles.push(scope.spawn(|| COUNT.with(|count| count.0.set(count.0.get() + 1))));
        }
        for handle in handles {
            handle.join().expect("it does not panic");
        }
    });
    println!("{}", TOTAL.load(Ordering::SeqCst));
    Ok(())
}
