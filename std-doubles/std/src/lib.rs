//! A double of the standard library.
//!
//! `rustc --extern std=libthreadlings_std.rlib main.rs` makes `std` mean this crate in a submission. It is the real
//! `std` (re-exported below) but for threads, locks, channels, atomics, time, processes and output, whose modules mirror
//! the layout of `std`: a reader finds `Mutex` in `sync/mutex.rs`. What they do goes through [`runtime`], which
//! records it and, in an explored run, decides who is next.
//!
//! What an explored run does not model: `Arc`'s counters (dropping or cloning one is no step), the file system, the network
//! and child processes.

// The prelude macros below are found by the submission's edition as `std::println` and so on.
pub use ::std::*;

pub mod any;
pub mod env;
pub mod hint;
pub mod io;
pub mod os;
pub mod panic;
pub mod prelude;
pub mod process;
#[doc(hidden)]
pub mod runtime;
pub mod sync;
pub mod thread;
pub mod time;

mod macros;
