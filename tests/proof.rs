//! Submissions whose verdict is known: in `tests/proof/EXERCISE/`, every `right-*.rs` must pass and every `wrong-*.rs`
//! must not. Many are close to each other, and the first line of each says what is right or wrong with it.
//!
//! There are hundreds of them: `cargo test` leaves them out, `cargo test --test proof` grades them.

#[path = "common/faults.rs"]
mod faults;
#[path = "common/grading.rs"]
mod grading;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::Context;
use libtest_mimic::{Arguments, Failed, Trial};
use threadlings::{Course, Exercise, Outcome};

/// How many submissions got the verdict that they should.
static RIGHT_PASSED: AtomicUsize = AtomicUsize::new(0);
static WRONG_REFUSED: AtomicUsize = AtomicUsize::new(0);
/// The checks that refused one.
static FOUND: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

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
    let all_ran = conclusion.num_filtered_out == 0 && !conclusion.has_failed() && !arguments.list;
    let unproven = if all_ran { unproven_words(&course)? } else { BTreeSet::new() };
    if !arguments.list {
        println!("right and passed: {}", RIGHT_PASSED.load(Ordering::Relaxed));
        println!("wrong and refused: {}", WRONG_REFUSED.load(Ordering::Relaxed));
    }
    if unproven.is_empty() {
        return Ok(conclusion.exit_code());
    }
    println!("no wrong submission shows what these are good for: {unproven:?}");
    Ok(ExitCode::FAILURE)
}

/// The words of the checks that no wrong submission has been refused by.
fn unproven_words(course: &Course) -> anyhow::Result<BTreeSet<String>> {
    let mut words = BTreeSet::new();
    for exercise in course.exercises()? {
        words.extend(faults::words(&exercise).map_err(|error| anyhow::anyhow!("{error:?}"))?.into_values());
    }
    let found = FOUND.lock().expect("no panic while it is held");
    Ok(words.difference(&found).cloned().collect())
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
    FOUND.lock().expect("no panic while it is held").extend(faults::of(exercise, &verdict)?);
    Ok(())
}
