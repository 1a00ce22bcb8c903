//! Wrong: each thread's count is added by the destructor of a thread-local value, which the end of a scope does not wait for.
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
        for _ in 0..threads {
            scope.spawn(|| COUNT.with(|count| count.0.set(count.0.get() + 1)));
        }
    });
    println!("{}", TOTAL.load(Ordering::SeqCst));
    Ok(())
}
