//! What can go wrong that is not the submission's fault.

use std::io;
use std::path::PathBuf;

/// Why a call could not be carried out. A wrong submission is no error: it gets a verdict.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// There is no such exercise or example.
    #[error("there is no {kind} {name:?}{}", suggest(.nearest))]
    Unknown {
        /// What was asked for: an exercise, or an example.
        kind: &'static str,
        /// The name that was given.
        name: String,
        /// Names that are like it.
        nearest: Vec<String>,
    },
    /// A file could not be read or written.
    #[error("cannot {doing} {}: {source}", .path.display())]
    File {
        /// `read`, `write`, …
        doing: &'static str,
        /// Which file.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// An `exercise.toml` does not say what it must.
    #[error("{}: {message}", .path.display())]
    Course {
        /// Which file.
        path: PathBuf,
        /// What is wrong in it, and where.
        message: String,
    },
    /// No workspace of the course was found.
    #[error("{} is not inside the course: no folder above it has `exercises/` and a `Cargo.toml`", .0.display())]
    NoCourse(PathBuf),
    /// The crates that submissions are linked with could not be built.
    #[error("the crates that every exercise has at hand could not be built:\n{0}")]
    Kit(String),
    /// A submission could not be run at all.
    #[error("the submission could not be run: {0}")]
    Run(#[from] crate::run::RunError),
}

/// The end of a message about a name that nobody has: what may have been meant.
pub(crate) fn suggest(nearest: &[String]) -> String {
    match nearest {
        [] => String::new(),
        [first, second, third, _, ..] => {
            let many = nearest.len();
            format!(
                "; {many} have it in their names: {first}, {second}, {third}, …; `threadlings list` has them all"
            )
        }
        names => format!("; did you mean {}?", names.join(" or ")),
    }
}

impl Error {
    /// For `map_err` on what reads or writes `path`.
    pub(crate) fn file(doing: &'static str, path: impl Into<PathBuf>) -> impl FnOnce(io::Error) -> Error {
        let path = path.into();
        move |source| Error::File { doing, path, source }
    }
}

/// The result of a call.
pub type Result<T> = std::result::Result<T, Error>;
