//! The catalogue of `examples-multiprocessing`, program by program: what each must print, and how long it may take.
//!
//! Each is started twice, as it is and through a symbolic link from another folder: its children are the same program.

mod common;

use std::fs;
use std::ops::Range;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::thread;
use std::time::{Duration, Instant};

use regex::Regex;

use common::example;

#[test]
fn multiprocessing_simple() {
    prints("multiprocessing-simple", &["Process running"]);
}

#[test]
fn multiprocessing_multiple() {
    for lines in run("multiprocessing-multiple") {
        assert_eq!(sorted(lines), numbered("Process # running", 0..3));
    }
}

#[test]
fn multiprocessing_basics() {
    for lines in run("multiprocessing-basics") {
        // The two children run at once: the order within each is fixed, and the last line.
        let (five, ten): (Vec<_>, Vec<_>) = lines[..4].iter().partition(|line| line.contains(" 5"));
        assert_eq!(five, ["Processing 5...", "Result 5: 25"]);
        assert_eq!(ten, ["Processing 10...", "Result 10: 100"]);
        assert_eq!(lines[4..], ["Processes done."]);
    }
}

#[test]
fn multiprocessing_queue() {
    prints("multiprocessing-queue", &["Data from process"]);
}

#[test]
fn multiprocessing_cpu() {
    for mut lines in run("multiprocessing-cpu") {
        number(r"^Total time with multiprocessing: (\d+\.\d\d) seconds$", &lines.pop().unwrap());
        for i in 0..4 {
            let task: Vec<_> = lines.iter().filter(|line| line.contains(&i.to_string())).collect();
            assert_eq!(task, [&format!("Task {i} started"), &format!("Task {i} completed")]);
        }
        assert_eq!(lines.len(), 8);
    }
}

#[test]
fn multiprocessing_sum() {
    let processes = thread::available_parallelism().unwrap().get().min(4);
    for lines in run("multiprocessing-sum") {
        assert_eq!(lines[0], format!("[Multiprocessing] Starting with {processes} processes..."));
        assert_eq!(lines[1], "Total sum = 333333283333335000000");
        number(r"^Multiprocessing time: (\d+\.\d\d) seconds$", &lines[2]);
        assert_eq!(lines.len(), 3);
    }
}

#[test]
fn multiprocessing_sum_single() {
    for lines in run("multiprocessing-sum-single") {
        assert_eq!(lines[0], "[Single Process] Starting calculation...");
        assert_eq!(lines[1], "Total sum = 333333283333335000000");
        number(r"^Single-process time: (\d+\.\d\d) seconds$", &lines[2]);
        assert_eq!(lines.len(), 3);
    }
}

#[test]
fn multiprocessing_cpu_count() {
    let cores = thread::available_parallelism().unwrap();
    prints("multiprocessing-cpu-count", &[&format!("CPU cores: {cores}")]);
}

#[test]
fn multiprocessing_squares_serial() {
    for lines in run_within("multiprocessing-squares-serial", 4.0..8.0) {
        assert_eq!(lines[..2], ["Square of 3: 9", "Square of 4: 16"]);
        let total = number(r"^Total time taken: (\d+\.\d\d) seconds$", &lines[2]);
        assert!((4.0..8.0).contains(&total), "two squares in a row: {lines:?}");
        assert_eq!(lines.len(), 3);
    }
}

#[test]
fn multiprocessing_squares() {
    for lines in run_within("multiprocessing-squares", 2.0..4.0) {
        assert_eq!(sorted(&lines[..2]), ["Square of 3: 9", "Square of 4: 16"]);
        let total = number(r"^Total time taken: (\d+\.\d\d) seconds$", &lines[2]);
        assert!((2.0..4.0).contains(&total), "two squares at once: {lines:?}");
        assert_eq!(lines.len(), 3);
    }
}

#[test]
fn multiprocessing_main_guard() {
    for lines in run("multiprocessing-main-guard") {
        let processes = |place: &str| -> Vec<&str> {
            lines.iter().filter_map(|line| line.strip_prefix(place)?.strip_prefix(": process ")).collect()
        };
        let above = processes("above the guard");
        assert_eq!(above.len(), 3, "the parent and two children: {lines:?}");
        assert_eq!(processes("below the guard"), above[..1], "the parent alone: {lines:?}");
        let children = [processes("child 1"), processes("child 2")].concat();
        assert_eq!(sorted(&above[1..]), sorted(children));
        assert_eq!(lines.len(), 6);
    }
}

#[test]
fn multiprocessing_vs_threading() {
    for lines in run("multiprocessing-vs-threading") {
        number(r"^Threads time: (\d+\.\d+)$", &lines[0]);
        number(r"^Processes time: (\d+\.\d+)$", &lines[1]);
        assert_eq!(lines.len(), 2);
    }
}

#[test]
fn multiprocessing_separate_memory() {
    prints("multiprocessing-separate-memory", &["child sees 1", "parent sees 0"]);
}

#[test]
fn multiprocessing_by_hand() {
    prints("multiprocessing-by-hand", &["Data from process"]);
}

/// Runs an example whose every line is fixed, and its order too.
fn prints(name: &str, expected: &[&str]) {
    for lines in run(name) {
        assert_eq!(lines, expected);
    }
}

/// Runs an example as it is and through a symbolic link from another folder, both at once, and gives the lines of each.
fn run(name: &str) -> [Vec<String>; 2] {
    run_within(name, 0.0..f64::INFINITY)
}

/// The same, for an example that takes a known time: never less, and no more than a busy machine explains. Such a
/// machine can be late once, so there are three tries.
fn run_within(name: &str, seconds: Range<f64>) -> [Vec<String>; 2] {
    let commands = [example(name), linked(name)];
    thread::scope(|s| {
        let runs = commands.map(|command| s.spawn(|| lines_within(command, &seconds)));
        runs.map(|run| run.join().unwrap())
    })
}

fn lines_within(mut command: assert_cmd::Command, seconds: &Range<f64>) -> Vec<String> {
    let mut took = Duration::ZERO;
    for _ in 0..3 {
        let start = Instant::now();
        let run = command.assert().success();
        took = start.elapsed();
        assert!(took.as_secs_f64() >= seconds.start, "{command:?} took {took:?} only");
        if took.as_secs_f64() < seconds.end {
            let text = str::from_utf8(&run.get_output().stdout).expect("stdout is text");
            assert!(text.ends_with('\n'), "the last line is whole: {text:?}");
            return text.lines().map(str::to_owned).collect();
        }
    }
    panic!("{command:?} took {took:?}, three times");
}

/// The example `name`, to be started through a symbolic link and from the folder that holds the link.
fn linked(name: &str) -> assert_cmd::Command {
    let program = example(name).get_program().to_owned();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("another folder");
    fs::create_dir_all(&folder).unwrap();
    let link = folder.join(name);
    if fs::read_link(&link).ok().as_deref() != Some(Path::new(&program)) {
        fs::remove_file(&link).ok();
        symlink(program, &link).unwrap();
    }
    let mut command = assert_cmd::Command::new(link);
    command.current_dir(folder).timeout(Duration::from_secs(60));
    command
}

/// One line for each number, in the place of `#`.
fn numbered(line: &str, numbers: Range<u32>) -> Vec<String> {
    numbers.map(|number| line.replace('#', &number.to_string())).collect()
}

/// The lines of a part whose order is the scheduler's to choose.
fn sorted<T: Ord + Clone>(lines: impl Into<Vec<T>>) -> Vec<T> {
    let mut lines = lines.into();
    lines.sort();
    lines
}

/// The number that a line holds where the pattern has its group.
fn number(pattern: &str, line: &str) -> f64 {
    let captures = Regex::new(pattern).unwrap().captures(line);
    captures.unwrap_or_else(|| panic!("{line:?} is not {pattern}"))[1].parse().unwrap()
}
