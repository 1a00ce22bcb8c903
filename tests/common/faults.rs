//! Why a submission was refused: in the words of its exercise's checks.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use libtest_mimic::Failed;
use threadlings::{Checked, Exercise, Verdict};

/// The checks that a submission did not pass: by their names, and by their words in the `exercise.toml`.
pub fn of(exercise: &Exercise, verdict: &Verdict) -> Result<BTreeSet<String>, Failed> {
    let words = words(exercise)?;
    let failed = verdict.checks.iter().filter(|check| !check.passed);
    let called = |check: &Checked| [Some(check.name.clone()), words.get(&check.name).cloned()];
    Ok(failed.flat_map(called).flatten().collect())
}

/// The words of an exercise's checks, by the checks' names.
pub fn words(exercise: &Exercise) -> Result<BTreeMap<String, String>, Failed> {
    let table: toml::Table = toml::from_str(&fs::read_to_string(exercise.dir.join("exercise.toml"))?)?;
    let checks = table.get("check").and_then(toml::Value::as_array).into_iter().flatten();
    let text = |check: &toml::Value, key: &str| Some(check.get(key)?.as_str()?.to_string());
    Ok(checks.filter_map(|check| Some((text(check, "name")?, text(check, "word")?))).collect())
}
