//! What the supervisor and the grader share: the [`Finished`] that the one writes and the other reads,
//! and the [`Tree`] of processes that both can end.

mod report;
mod tree;

pub use report::{Captured, End, Finished};
pub use tree::{Process, Tree, kill_all};
