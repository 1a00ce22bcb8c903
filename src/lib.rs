//! The grader of Threadlings: decides whether a concurrent program is right on every schedule.
//!
//! One way leads through it: [`Course`] (what exists) → compile → run → events → checks → [`Verdict`] → [`report`].
//!
//! ```no_run
//! use threadlings::{Course, Grader};
//!
//! let grader = Grader::new(Course::built_in()?, &|message| eprintln!("{message}"))?;
//! let exercise = grader.course().exercise("practice-04-shared-counter")?;
//! let verdict = grader.grade(&exercise, &exercise.source())?;
//! println!("{:?}", verdict.outcome);
//! # Ok::<(), threadlings::Error>(())
//! ```

mod arguments;
pub mod audit;
mod check;
pub mod cli;
mod commands;
mod compile;
mod course;
mod error;
mod explain;
mod grade;
mod kit;
mod observe;
pub mod progress;
pub mod report;
pub mod run;
mod spec;
mod story;
mod verdict;

pub use course::{Course, Example, Exercise, meant, nearest};
pub use error::{Error, Result};
pub use grade::Grader;
pub use spec::Spec;
pub use verdict::{Checked, Outcome, Step, Verdict, Witness};
