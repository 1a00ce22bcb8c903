//! `cargo test` again, with nothing changed, is quick: what went well is not graded twice.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};
use std::path::Path;
use std::{env, fs};

use libtest_mimic::Failed;
use threadlings::{Exercise, Verdict};

use crate::grading;

/// Grades a file and has its verdict judged, unless that went well before: for the same file and exercise, by the same
/// test and grader. What is not good is never remembered. Without `target/threadlings/passed` all is graded anew.
pub fn judge(
    exercise: &Exercise,
    source: &Path,
    judgement: impl FnOnce(&Verdict, &str) -> Result<(), Failed>,
) -> Result<(), Failed> {
    let mut hasher = DefaultHasher::new();
    let test = env::current_exe()?.metadata()?;
    (test.len(), test.modified()?, grading::GRADER.libraries()).hash(&mut hasher);
    for path in [source, &exercise.dir.join("exercise.toml"), &exercise.start()] {
        fs::read(path)?.hash(&mut hasher);
    }
    let folder = grading::GRADER.course().root().join("target/threadlings/passed");
    let passed = folder.join(format!("{}-{:016x}", exercise.name, hasher.finish()));
    if passed.exists() {
        return Ok(());
    }
    let (verdict, text) = grading::grade(exercise, source)?;
    judgement(&verdict, &text)?;
    fs::create_dir_all(&folder)?;
    Ok(fs::write(&passed, text)?)
}
