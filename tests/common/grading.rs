//! What the tests that grade have in common: the grader, and a verdict as text.

use std::path::Path;
use std::sync::LazyLock;
use std::thread;

use libtest_mimic::{Arguments, Conclusion, Failed, Trial};
use threadlings::{Course, Exercise, Grader, Verdict, report};

/// The grader; whoever asks first builds what submissions are linked with, where that is missing.
pub static GRADER: LazyLock<Grader> = LazyLock::new(|| {
    let grader = Course::built_in().and_then(|course| Grader::new(course, &|message| eprintln!("{message}")));
    grader.unwrap_or_else(|error| panic!("{error}"))
});

/// Grades a file, and gives the verdict also as a person reads it.
pub fn grade(exercise: &Exercise, source: &Path) -> Result<(Verdict, String), Failed> {
    let verdict = GRADER.grade(exercise, source)?;
    let mut text = Vec::new();
    report::human(&mut text, &verdict)?;
    Ok((verdict, report::plain(&String::from_utf8(text)?)))
}

/// Runs tests, each of which grades, and none before the grader is ready.
pub fn run(arguments: &Arguments, trials: Vec<Trial>) -> Conclusion {
    let is_run = |trial: &Trial| !arguments.is_filtered_out(trial) && !arguments.is_ignored(trial);
    if !arguments.list && trials.iter().any(is_run) {
        LazyLock::force(&GRADER);
    }
    // A grade computes on all cores, but one in three sleeps at any time.
    let at_once = thread::available_parallelism().map_or(2, usize::from) * 3 / 2;
    let mut arguments = arguments.clone();
    arguments.test_threads.get_or_insert(at_once);
    libtest_mimic::run(&arguments, trials)
}
