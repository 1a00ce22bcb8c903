//! `threadlings new`: an exercise and its solution that work, to be changed into what they should be.

use std::fs;
use std::io::Write;
use std::process::ExitCode;

use anyhow::{Context, bail, ensure};

use crate::Course;

pub fn new(course: &Course, name: &str) -> anyhow::Result<ExitCode> {
    if let Err(why) = well_formed(name) {
        bail!("{name:?} is no name for an exercise: {why}; extra-09-token-ring would be one");
    }
    let root = course.root();
    ensure!(
        !course.exercise_names()?.iter().any(|known| known == name),
        "there is an exercise {name} already"
    );
    if let Some(taken) = taken(course, name)? {
        bail!("{name} cannot be used: {taken} is a package that the course has or uses already");
    }
    let (exercise, solution) = (format!("exercises/{name}"), format!("solutions/{name}"));
    for folder in [&exercise, &solution] {
        ensure!(!root.join(folder).exists(), "{folder} is in the way: move it elsewhere first");
    }
    let start = include_str!("new/start.rs");
    let files = [
        (format!("{exercise}/README.md"), include_str!("new/README.md")),
        (format!("{exercise}/exercise.toml"), include_str!("new/exercise.toml")),
        (format!("{exercise}/src/main.rs"), start),
        (format!("{exercise}/start.rs"), start),
        (format!("{solution}/src/main.rs"), include_str!("new/solution.rs")),
    ];
    for (path, text) in files {
        write(course, &path, &text.replace("NAME", name))?;
    }
    // The manifests come last: with them the folders become packages.
    let package = include_str!("new/package.toml");
    write(course, &format!("{exercise}/Cargo.toml"), &package.replace("NAME", name))?;
    write(course, &format!("{solution}/Cargo.toml"), &package.replace("NAME", &format!("{name}-solution")))?;

    let mut out = anstream::stdout().lock();
    writeln!(out, "Made {exercise} and {solution}, with a task that works and is to be replaced by yours:")?;
    for (file, what) in [
        ("README.md", "the task"),
        ("exercise.toml", "what its grade means, and the hints"),
        ("start.rs", "what the learner starts from; copy it to src/main.rs when it is done"),
    ] {
        writeln!(out, "  {exercise}/{file}: {what}")?;
    }
    writeln!(out, "  {solution}/src/main.rs: the answer")?;
    writeln!(out, "Then see whether all fits together: threadlings verify {name}")?;
    Ok(ExitCode::SUCCESS)
}

fn write(course: &Course, path: &str, text: &str) -> anyhow::Result<()> {
    let path = course.root().join(path);
    let writing = || format!("writing {}", path.display());
    fs::create_dir_all(path.parent().expect("a file in a folder")).with_context(writing)?;
    fs::write(&path, text).with_context(writing)
}

fn well_formed(name: &str) -> Result<(), &'static str> {
    let mut parts = name.split('-');
    let is_part = |part: &str| {
        !part.is_empty() && part.chars().all(|char| char.is_ascii_lowercase() || char.is_ascii_digit())
    };
    if !parts.clone().all(is_part) {
        return Err("it may have small letters, digits, and single hyphens between them");
    }
    if !name.starts_with(|char: char| char.is_ascii_lowercase()) {
        return Err("it must start with a letter");
    }
    if parts.clone().count() < 2 {
        return Err("it needs two parts at least, a group and what it is about");
    }
    if parts.next_back() == Some("solution") {
        return Err("what ends with -solution is a solution's package");
    }
    if name.len() > 60 {
        return Err("it may have 60 characters");
    }
    Ok(())
}

/// A package of the course, or one that it depends on, that is called so, or as the solution would be.
fn taken(course: &Course, name: &str) -> anyhow::Result<Option<String>> {
    let path = course.root().join("Cargo.lock");
    let lock = fs::read_to_string(&path).unwrap_or_default();
    let lock: toml::Table = toml::from_str(&lock).with_context(|| format!("reading {}", path.display()))?;
    let packages = lock.get("package").and_then(toml::Value::as_array).into_iter().flatten();
    let mut names = packages.filter_map(|package| package.get("name")?.as_str());
    let solution = format!("{name}-solution");
    Ok(names.find(|package| *package == name || *package == solution).map(str::to_string))
}
