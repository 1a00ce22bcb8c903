//! The catalogue of `examples-pools`, program by program: what each must print, and how long it must take.
//!
//! Those with processes are started twice, as they are and through a symbolic link from another folder.

mod common;
#[path = "common/linked.rs"]
mod linked;

use regex_lite::{Captures, Regex};

use common::{example, number, run, run_within, sorted};
use linked::linked;

#[test]
fn pools_squares() {
    prints("pools-squares", &["[1, 4, 9, 16]"]);
}

#[test]
fn pools_process_squares() {
    prints("pools-process-squares", &["[1, 4, 9, 16]"]);
    assert_eq!(run(linked("pools-process-squares")), ["[1, 4, 9, 16]"]);
}

#[test]
fn pools_cubes() {
    prints("pools-cubes", &["Cubes: [1, 8, 27, 64, 125]"]);
    assert_eq!(run(linked("pools-cubes")), ["Cubes: [1, 8, 27, 64, 125]"]);
}

#[test]
fn pools_submit() {
    let lines = run_within(example("pools-submit"), 0.3..1.0);
    let total = number(r"^Downloaded 10 files in (\d+\.\d\d)s$", &lines[0]);
    assert!((0.3..1.0).contains(&total), "ten files on four threads: {lines:?}");
    let results = r#"Results: [{"id": 0, "size": 0}, {"id": 1, "size": 1024}, {"id": 2, "size": 2048}]..."#;
    assert_eq!(lines[1..], [results]);
}

#[test]
fn pools_map() {
    assert_eq!(run_within(example("pools-map"), 0.3..1.0), ["Downloaded 10 files using map()"]);
}

#[test]
fn pools_as_completed() {
    let lines = run_within(example("pools-as-completed"), 0.5..2.0);
    assert_eq!(lines[0], "Processing results as they complete:");
    let completed: Vec<_> =
        (0..8).map(|t| format!("  Task {t} completed (took 0.{}0s)", 4 - t % 4)).collect();
    assert_eq!(sorted(&lines[1..]), completed);

    // Tasks 0 to 3 start at once and take 0.4 to 0.1 s; task 4 takes over from task 3.
    let position = |task: usize| lines.iter().position(|line| *line == completed[task]);
    assert!(position(3) < position(0), "the shortest before the longest: {lines:?}");
    assert!(position(3) < position(4), "the first to end before its successor: {lines:?}");
}

#[test]
fn pools_cpu() {
    for lines in [run(example("pools-cpu")), run(linked("pools-cpu"))] {
        let sequential = number(r"^Sequential: (\d+\.\d\d)s$", &lines[0]);
        let multiprocessing = number(r"^Multiprocessing: (\d+\.\d\d)s$", &lines[1]);
        let speedup = number(r"^Speedup: (\d+\.\d\d)x$", &lines[2]);
        // Each figure is rounded: the quotient lies between the least and the most that they can stand for.
        let least = (sequential - 0.005) / (multiprocessing + 0.005) - 0.005;
        let most = (sequential + 0.005) / (multiprocessing - 0.005) + 0.005;
        assert!((least..=most).contains(&speedup), "the quotient: {lines:?}");
        assert_eq!(lines.len(), 3);
    }
}

#[test]
fn pools_fibonacci() {
    for lines in [run(example("pools-fibonacci")), run(linked("pools-fibonacci"))] {
        number(r"^Computed 4 Fibonacci numbers in (\d+\.\d\d)s$", &lines[0]);
        let digits = "['3428746875', '8175853125', '0979600000', '5033346875']";
        assert_eq!(lines[1..], [format!("Last 10 digits: {digits}")]);
    }
}

#[test]
fn pools_gil() {
    let io_bound = |lines: &[String]| number(r"^I/O-bound with threads: (\d+\.\d{3})s \(good\)$", &lines[0]);
    for lines in [run(example("pools-gil")), run(linked("pools-gil"))] {
        assert!((0.1..0.4).contains(&io_bound(&lines)), "four waits of 0.1 s at once: {lines:?}");
        number(r"^CPU-bound with threads: (\d+\.\d{3})s \(good: no GIL\)$", &lines[1]);
        number(r"^CPU-bound with processes: (\d+\.\d{3})s \(good\)$", &lines[2]);
        assert_eq!(lines.len(), 3);
    }
}

#[test]
fn pools_async() {
    let lines = run_within(example("pools-async"), 2.0..10.0);
    let total = number(r"^5 tasks on 1 thread: (\d+\.\d\d) seconds$", &lines[0]);
    assert!((2.0..10.0).contains(&total), "five waits at once: {lines:?}");
    assert_eq!(lines.len(), 1);
}

#[test]
fn pools_when_to_use() {
    let row =
        Regex::new(r"^(\S+) +(in a row|threads|processes) +(\d+\.\d{3}) +\d+\.\d\dx  (yes|no)$").unwrap();
    for lines in [run(example("pools-when-to-use")), run(linked("pools-when-to-use"))] {
        assert_eq!(lines[0], "task       approach   seconds  speedup  best");
        assert_eq!(lines.len(), 7);

        for (task, rows) in [("I/O-bound", &lines[1..4]), ("CPU-bound", &lines[4..])] {
            let rows: Vec<_> = rows.iter().map(|line| row.captures(line).expect(line)).collect();
            assert!(rows.iter().all(|row| &row[1] == task), "{lines:?}");
            assert!(rows.iter().map(|row| &row[2]).eq(["in a row", "threads", "processes"]), "{lines:?}");
            let seconds = |row: &Captures| row[3].parse::<f64>().unwrap();
            let best: Vec<_> = rows.iter().filter(|row| &row[4] == "yes").collect();
            assert_eq!(best.len(), 1, "one is best: {lines:?}");
            assert!(rows.iter().all(|row| seconds(row) >= seconds(best[0])), "the shortest: {lines:?}");
        }
    }
}

/// Runs an example whose every line is fixed, and its order too.
fn prints(name: &str, lines: &[&str]) {
    assert_eq!(run(example(name)), lines);
}
