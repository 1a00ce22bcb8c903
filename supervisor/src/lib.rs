//! What the supervisor and the grader share: the [`Finished`] that the one writes and the other reads,
//! and the tree of processes that both can end.

mod report;
mod tree;

pub use report::{Captured, End, Finished};
pub use tree::{Process, descendants, kill_all};
