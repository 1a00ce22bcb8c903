//! The catalogue of `examples-multiprocessing`, program by program: what each must print, and how long it must take.
//!
//! Each is started twice, as it is and through a symbolic link from another folder: its children are the same program.

mod common;
#[path = "common/linked.rs"]
mod linked;

use std::fmt::Debug;
use std::ops::RangeBounds;
use std::thread;

use common::{example, number, sorted};
use linked::linked;

#[test]
fn multiprocessing_simple() {
    prints("multiprocessing-simple", &["Process running"]);
}

#[test]
fn multiprocessing_multiple() {
    for lines in run("multiprocessing-multiple") {
        assert_eq!(sorted(lines), ["Process 0 running", "Process 1 running", "Process 2 running"]);
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
    for lines in run_within("multiprocessing-squares-serial", 4.0..) {
        assert_eq!(lines[..2], ["Square of 3: 9", "Square of 4: 16"]);
        let total = number(r"^Total time taken: (\d+\.\d\d) seconds$", &lines[2]);
        assert!((4.0..).contains(&total), "two squares in a row: {lines:?}");
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
    run_within(name, ..)
}

/// The same, for an example that takes a known time, in seconds.
fn run_within(name: &str, time: impl RangeBounds<f64> + Debug + Clone + Send) -> [Vec<String>; 2] {
    let commands = [example(name), linked(name)];
    thread::scope(|s| {
        let runs = commands.map(|command| {
            let time = time.clone();
            s.spawn(|| common::run_within(command, time))
        });
        runs.map(|run| run.join().unwrap())
    })
}
