//! What there is to measure. A program is `src/bin/NAME.rs`, and `python/NAME.py` where it has a twin.

use std::time::Duration;

use serde::Serialize;

pub struct Program {
    pub name: &'static str,
    pub title: &'static str,
    pub work: Work,
}

#[derive(Clone, Copy, PartialEq, Serialize)]
pub enum Work {
    /// Computing: its speed-up is held against the number of cores.
    Cpu,
    /// Waiting: at best as long as the longest wait.
    Waits { longest: Duration },
    /// Neither is made faster by more workers: the cost of starting, locking and handing over.
    Overhead,
    /// The curve over the number of workers. Rust does more work than Python here.
    Scaling,
    /// The curve over the size of a task.
    TaskSize,
    /// The curve over the number of threads that share one counter. Rust alone.
    Counters,
}

#[rustfmt::skip]
pub const PROGRAMS: [Program; 12] = [
    Program { name: "waits", title: "five waits of 0.2 s", work: Work::Waits { longest: Duration::from_millis(200) } },
    Program { name: "downloads", title: "ten downloads of 0.1 s", work: Work::Waits { longest: Duration::from_millis(300) } },
    Program { name: "cpu_tasks", title: "four CPU tasks", work: Work::Cpu },
    Program { name: "sum_of_squares", title: "sum of squares", work: Work::Cpu },
    Program { name: "pool_map", title: "Pool.map of four CPU tasks", work: Work::Cpu },
    Program { name: "fibonacci", title: "four big Fibonacci numbers", work: Work::Cpu },
    Program { name: "locked_counter", title: "200,000 locked additions", work: Work::Overhead },
    Program { name: "starting", title: "starting", work: Work::Overhead },
    Program { name: "queue_items", title: "100,000 items handed over", work: Work::Overhead },
    Program { name: "scaling", title: "scaling: CPU work on 1 to 8 workers", work: Work::Scaling },
    Program { name: "task_size", title: "task size: two CPU tasks of N steps", work: Work::TaskSize },
    Program { name: "counters", title: "4,200,000 additions by 1 to 8 threads", work: Work::Counters },
];

impl Work {
    pub fn has_python(self) -> bool {
        self != Work::Counters
    }

    /// Whether the two programs do the same from their first line to their last.
    pub fn is_a_pair(self) -> bool {
        matches!(self, Work::Cpu | Work::Waits { .. } | Work::Overhead)
    }
}
