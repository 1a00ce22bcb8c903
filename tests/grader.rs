//! What the grader must see through: wrong submissions of every kind, and hostile ones; and what it must say about them.
//!
//! `tests/proof.rs` has hundreds more, one at least for every word of the checks. This sample runs with every `cargo test`.

#[path = "common/faults.rs"]
mod faults;
#[path = "common/grading.rs"]
mod grading;
#[path = "common/remembered.rs"]
mod remembered;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::RwLock;
use std::time::{Duration, Instant};

use anyhow::Context;
use assert_cmd::Command;
use libtest_mimic::{Arguments, Failed, Trial};
use threadlings::{Course, Exercise, Outcome, Verdict, Witness};

/// Wrong submissions in `tests/proof`, each with what must be found in it: a word of the exercise's checks, or the name
/// of a check that every exercise has.
const WRONG: &[(&str, &str)] = &[
    ("challenge-01-square-threads/wrong-bad-argument-exits-zero", "refuses bad arguments"),
    ("challenge-01-square-threads/wrong-forced-order", "any-order"),
    ("challenge-01-square-threads/wrong-main-prints", "printed-by"),
    ("challenge-06-process-pool/wrong-pool-of-four", "work"),
    ("challenge-09-background-process/wrong-waits", "background"),
    ("extra-02-semaphore/wrong-mutex", "inside"),
    ("extra-08-barrier/wrong-no-barrier", "ascending"),
    ("practice-04-shared-counter/wrong-static-mut", "is safe Rust"),
    ("practice-09-daemon-thread/wrong-dropped-sender-then-join", "never-awaited"),
    ("practice-10-time-threads-processes/wrong-children-one-by-one", "groups"),
    ("practice-11-tick/wrong-two-per-second", "every"),
    ("practice-15-bank-account/wrong-check-then-act", "prints it on every schedule"),
];

/// Wrong submissions in `tests/proof` about which a certain thing must be said.
type Test = fn(&str) -> Result<(), Failed>;
const SAYS: &[(&str, &str, Test)] = &[
    ("a-lost-update", "practice-04-shared-counter/wrong-load-then-store", a_lost_update),
    ("a-deadlock", "extra-06-dining-philosophers/wrong-left-then-right", a_deadlock),
    ("a-join-in-the-loop", "practice-04-shared-counter/wrong-join-after-each-spawn", a_join_in_the_loop),
    ("a-wait-in-the-loop", "practice-05-number-processes/wrong-join-after-each-spawn", a_wait_in_the_loop),
    ("a-dropped-handle", "practice-05-number-processes/wrong-handles-dropped", a_dropped_handle),
    ("too-few-threads-in-reality", "practice-03-task-threads/wrong-shares-above-260", too_few_threads),
    ("who-was-still-at-work", "practice-01-thread-numbers/wrong-no-join", who_was_still_at_work),
    ("a-stale-read", "challenge-08-safe-increment/wrong-unlock-relaxed", a_stale_read),
    ("the-same-stale-read-again", "challenge-08-safe-increment/wrong-unlock-relaxed", the_same_again),
    ("the-same-again", "practice-04-shared-counter/wrong-lock-taken-twice", the_same_again),
    ("the-same-wake-up-again", "extra-02-semaphore/wrong-lost-wake-up", the_same_again),
    ("the-same-random-order-again", "challenge-01-square-threads/wrong-set-order-decides", the_same_again),
];

/// Every hostile submission in `tests/grader` pretends to solve this.
const DISGUISE: &str = "practice-04-shared-counter";

fn main() -> anyhow::Result<ExitCode> {
    let course = Course::built_in()?;
    let mut trials = Vec::new();

    let entries = fs::read_dir(course.root().join("tests/grader")).context("reading tests/grader")?;
    for entry in entries {
        let path = entry?.path();
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let disguise = course.exercise(DISGUISE)?;
        let is_endless = ENDLESS.contains(&&*name);
        let trial = Trial::test(format!("hostile/{name}"), move || {
            remembered::once(&name, &disguise, &path, || hostile(&name, &fs::read(&path)?))
        });
        trials.push(trial.with_ignored_flag(is_endless));
    }
    trials.push(Trial::test("hostile/empty", || hostile("empty", b"")));
    trials.push(Trial::test("hostile/not-text", || hostile("not-text", b"fn main() {} // \xff\xfe")));

    for (path, fault) in WRONG {
        trials.push(of_a_submission(format!("wrong/{path}"), path, || wrong(path, fault)));
    }
    for (name, path, test) in SAYS {
        trials.push(of_a_submission(format!("says/{name}"), path, || test(path)));
    }
    Ok(grading::run(&Arguments::from_args(), trials).exit_code())
}

/// What goes on until it is stopped takes the machine for seconds: `cargo test --test grader -- --ignored`.
const ENDLESS: [&str; 5] =
    ["endless-loop", "endless-output", "fork-bomb", "memory-without-end", "threads-without-end"];

/// Bombs are graded alone: they take what others need.
static ALONE: RwLock<()> = RwLock::new(());
const BOMBS: [&str; 3] = ["fork-bomb", "memory-without-end", "threads-without-end"];

/// Grades by the command line, as a learner does: in a process of its own, with a folder of its own for all that is
/// temporary. What the submission leaves running is known by that folder.
fn hostile(name: &str, source: &[u8]) -> Result<(), Failed> {
    let course = Course::built_in()?;
    let scratch = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile").join(name);
    let temporary = scratch.join("tmp");
    // A run that was cut short may have left it.
    if scratch.exists() {
        fs::remove_dir_all(&scratch)?;
    }
    fs::create_dir_all(&temporary)?;
    let file = scratch.join("main.rs");
    let here = course.root().to_string_lossy();
    let source = String::from_utf8(source.to_vec()).map(|text| text.replace("@COURSE@", &here).into_bytes());
    fs::write(&file, source.unwrap_or_else(|error| error.into_bytes()))?;
    let before = files_of_the_course(&course)?;

    let is_bomb = BOMBS.contains(&name);
    let _alone = is_bomb.then(|| ALONE.write());
    let _shared = (!is_bomb).then(|| ALONE.read());
    let start = Instant::now();
    let mut command = Command::new(env!("CARGO_BIN_EXE_threadlings"));
    command.args(["grade", DISGUISE, "--format", "json", "--source"]).arg(&file);
    let output = command.env("TMPDIR", &temporary).timeout(Duration::from_secs(60)).output()?;
    let took = start.elapsed();

    let stdout = String::from_utf8_lossy(&output.stdout);
    let said = format!("{stdout}{}", String::from_utf8_lossy(&output.stderr));
    ensure(output.status.code() == Some(1), &format!("exit status {:?}: {said}", output.status))?;
    let verdict: serde_json::Value = serde_json::from_str(&stdout)?;
    ensure(verdict["verdict"] == "failed" || verdict["verdict"] == "does-not-compile", &said)?;
    ensure(took < Duration::from_secs(30), &format!("it took {took:?}: {said}"))?;
    let left = processes_of(&scratch)?;
    ensure(left.is_empty(), &format!("still running: {left:?}"))?;
    ensure(fs::read_dir(&temporary)?.next().is_none(), "it left files behind")?;
    ensure(files_of_the_course(&course)? == before, "it changed the course")?;
    fs::remove_dir_all(scratch)?;
    Ok(())
}

/// What a submission might want to change: the files of the exercise and its solution, each with its text.
fn files_of_the_course(course: &Course) -> Result<Vec<(PathBuf, Vec<u8>)>, Failed> {
    let exercise = course.exercise(DISGUISE)?;
    let mut files = Vec::new();
    for folder in [exercise.dir.clone(), exercise.dir.join("src")] {
        for entry in fs::read_dir(folder)? {
            files.push(entry?.path());
        }
    }
    files.retain(|path| path.is_file());
    files.push(exercise.solution());
    files.sort();
    Ok(files.into_iter().map(|path| fs::read(&path).map(|text| (path, text))).collect::<Result<_, _>>()?)
}

/// The command lines of the processes whose program or arguments lie in a folder.
fn processes_of(folder: &Path) -> Result<Vec<String>, Failed> {
    let folder = folder.to_string_lossy();
    let mut found = Vec::new();
    for entry in fs::read_dir("/proc")? {
        // One that has ended meanwhile has no command line any more.
        let arguments = fs::read(entry?.path().join("cmdline")).unwrap_or_default();
        let arguments = String::from_utf8_lossy(&arguments).replace('\0', " ");
        if arguments.contains(&*folder) {
            found.push(arguments);
        }
    }
    Ok(found)
}

/// A test of a submission in `tests/proof`.
fn of_a_submission(
    name: String,
    path: &'static str,
    test: impl FnOnce() -> Result<(), Failed> + Send + 'static,
) -> Trial {
    Trial::test(name.clone(), move || remembered::once(&name, &exercise_of(path)?, &source(path)?, test))
}

fn wrong(path: &str, fault: &str) -> Result<(), Failed> {
    let (exercise, verdict, text) = grade(path)?;
    ensure(verdict.outcome == Outcome::Failed, &text)?;
    let found = faults::of(&exercise, &verdict)?;
    ensure(found.contains(fault), &format!("{fault} was not found:\n{text}"))
}

fn a_lost_update(path: &str) -> Result<(), Failed> {
    let (_, verdict, text) = grade(path)?;
    let failure = verdict.failure().ok_or("it passed")?;
    ensure(failure.message.contains("prints \"2\" where \"3\" is expected"), &text)?;
    // Two threads read the same number before one of them has written.
    let witness = failure.witness.as_ref().ok_or("no schedule")?;
    let readers = |value: u32| -> BTreeSet<&str> {
        let read = format!("reads {value} from");
        witness
            .steps
            .iter()
            .filter(|step| step.what.starts_with(&read))
            .map(|step| step.who.as_str())
            .collect()
    };
    ensure(readers(0).len() > 1 || readers(1).len() > 1, &text)?;
    ensure(
        witness.steps.iter().any(|step| step.decisive && step.what == "prints \"2\"" && step.line == 16),
        &text,
    )?;
    // A column for each thread, main first.
    let head = text.lines().find(|line| line.trim_start().starts_with("line  main")).unwrap_or_default();
    ensure(head.split_whitespace().eq("line main thread 1 thread 2 thread 3".split(' ')), &text)
}

fn a_deadlock(path: &str) -> Result<(), Failed> {
    let (_, verdict, text) = grade(path)?;
    let failure = verdict.failure().ok_or("it passed")?;
    // Each holds what the other waits for.
    let circle = regex_lite::Regex::new(
        r"thread 1 holds lock (\w) \(line 16\) and waits for lock (\w) \(line 17\); thread 2 holds lock (\w) \(line 16\) and waits for lock (\w) \(line 17\)",
    )?;
    let locks = circle.captures(&failure.message).ok_or_else(|| Failed::from(&text))?;
    ensure(locks[1] == locks[4] && locks[2] == locks[3] && locks[1] != locks[2], &text)?;
    ensure(text.contains("nobody can go on"), &text)
}

fn a_join_in_the_loop(path: &str) -> Result<(), Failed> {
    tells_first(path, "Line 15 waits for one before the next is started")
}

/// What the delays of a directed run do to such a program is not held against it.
fn a_wait_in_the_loop(path: &str) -> Result<(), Failed> {
    tells_first(path, "1 of 3 child processes are at work at once")
}

fn a_dropped_handle(path: &str) -> Result<(), Failed> {
    let (_, _, text) = grade(path)?;
    // Chance decides which of the lines is the first that is missing. Process 1 is to print 0.
    let told = (0..12).any(|line| {
        let killed =
            format!("main has killed process {} before it was done. A handle of `procspawn`", line + 1);
        text.contains(&format!("\"{line}\" is missing. {killed}"))
    });
    ensure(told, &text)
}

/// Eight share 300 tasks. So many are not explored: it is known by the number of threads that are started.
fn too_few_threads(path: &str) -> Result<(), Failed> {
    tells_first(path, "starts 8 of the 300 threads that it needs there")
}

fn who_was_still_at_work(path: &str) -> Result<(), Failed> {
    tells_first(path, "It has ended while thread 1 was still at work.")
}

/// The lock is let go with `Relaxed`: nothing else is wrong.
fn a_stale_read(path: &str) -> Result<(), Failed> {
    let (_, verdict, text) = grade(path)?;
    let failure = verdict.failure().ok_or("it passed")?;
    ensure(failure.message.contains("has not seen another one's last write"), &text)?;
    let steps = failure.witness.as_ref().map_or(&[][..], |witness| &witness.steps);
    ensure(steps.iter().any(|step| step.what.starts_with("has not seen the last write to ")), &text)
}

/// A schedule that a verdict names can be run again, and is the same each time.
fn the_same_again(path: &str) -> Result<(), Failed> {
    let (exercise, verdict, text) = grade(path)?;
    let shown = |verdict: &Verdict| verdict.failure().and_then(|failure| failure.witness.clone());
    let first = shown(&verdict).ok_or_else(|| Failed::from(&text))?;
    let again = || -> Result<Witness, Failed> {
        let verdict = grading::GRADER.replay(&exercise, &source(path)?, &first.replay)?;
        Ok(shown(&verdict).ok_or("it passed when it was run again")?)
    };
    let steps = |witness: &Witness| -> Vec<_> {
        witness.steps.iter().map(|step| (step.who.clone(), step.what.clone(), step.line)).collect()
    };
    let [second, third] = [again()?, again()?];
    ensure(steps(&second) == steps(&third), &text)?;
    ensure(steps(&second) == steps(&first), &text)
}

/// The first check that fails says this.
fn tells_first(path: &str, what: &str) -> Result<(), Failed> {
    let (_, verdict, text) = grade(path)?;
    let failure = verdict.failure().ok_or("it passed")?;
    ensure(failure.message.contains(what), &text)
}

/// Grades a submission of `tests/proof`.
fn grade(path: &str) -> Result<(Exercise, Verdict, String), Failed> {
    let exercise = exercise_of(path)?;
    let _shared = ALONE.read();
    let (verdict, text) = grading::grade(&exercise, &source(path)?)?;
    Ok((exercise, verdict, text))
}

fn exercise_of(path: &str) -> Result<Exercise, Failed> {
    let (name, _) = path.split_once('/').ok_or("EXERCISE/NAME")?;
    Ok(Course::built_in()?.exercise(name)?)
}

fn source(path: &str) -> Result<PathBuf, Failed> {
    Ok(Course::built_in()?.root().join("tests/proof").join(path).with_extension("rs"))
}

fn ensure(holds: bool, otherwise: &str) -> Result<(), Failed> {
    if holds { Ok(()) } else { Err(otherwise.into()) }
}
