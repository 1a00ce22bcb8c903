//! Submissions whose verdict is known: in `tests/proof/EXERCISE/`, every `right-*.rs` must pass and every `wrong-*.rs`
//! must not. Many are close to each other, and the first line of each says what is right or wrong with it.
//!
//! There are hundreds of them: `cargo test` leaves them out, `cargo test --test proof` grades them.

#[path = "common/grading.rs"]
mod grading;

use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::Context;
use libtest_mimic::{Arguments, Failed, Trial};
use threadlings::{Course, Exercise, Outcome};

/// How many submissions got the verdict that they should.
static RIGHT_PASSED: AtomicUsize = AtomicUsize::new(0);
static WRONG_REFUSED: AtomicUsize = AtomicUsize::new(0);

fn main() -> anyhow::Result<ExitCode> {
    let course = Course::built_in()?;
    let mut trials = Vec::new();
    for exercise in course.exercises()? {
        let folder = course.root().join("tests/proof").join(&exercise.name);
        let entries = fs::read_dir(&folder).with_context(|| format!("reading {}", folder.display()))?;
        for entry in entries {
            let path = entry?.path();
            let stem = path.file_stem().unwrap_or_default().to_string_lossy();
            let should_pass = match stem.split_once('-') {
                Some(("right", _)) => true,
                Some(("wrong", _)) => false,
                _ => anyhow::bail!("{} is neither right-….rs nor wrong-….rs", path.display()),
            };
            let exercise = exercise.clone();
            trials.push(Trial::test(format!("{}/{stem}", exercise.name), move || {
                prove(&exercise, &path, should_pass)
            }));
        }
    }
    trials.sort_by(|a, b| a.name().cmp(b.name()));

    let arguments = Arguments::from_args();
    let conclusion = grading::run(&arguments, trials);
    if !arguments.list {
        println!("right and passed: {}", RIGHT_PASSED.load(Ordering::Relaxed));
        println!("wrong and refused: {}", WRONG_REFUSED.load(Ordering::Relaxed));
    }
    Ok(conclusion.exit_code())
}

fn prove(exercise: &Exercise, path: &Path, should_pass: bool) -> Result<(), Failed> {
    let (verdict, text) = grading::grade(exercise, path)?;
    let counter = match (verdict.outcome, should_pass) {
        (Outcome::Passed, true) => &RIGHT_PASSED,
        (Outcome::Failed | Outcome::DoesNotCompile, false) => &WRONG_REFUSED,
        _ => {
            let source = fs::read_to_string(path)?;
            return Err(format!("{}\n{text}", source.lines().next().unwrap_or_default()).into());
        }
    };
    counter.fetch_add(1, Ordering::Relaxed);
    Ok(())
}
