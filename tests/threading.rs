//! The catalogue of `examples-threading`, program by program: what each must print, and how long it must take.
//!
//! Sleeps set the lower bounds, also on a busy machine. An upper one stands where it tells tasks at once from tasks in a
//! row, or a program that waits from one that does not.

mod common;

use std::ops::Range;

use regex_lite::Regex;

use common::{example, number, run, run_within, sorted};

#[test]
fn threading_basic() {
    let lines = run_within(example("threading-basic"), 5.0..);
    let (main, worker): (Vec<_>, Vec<_>) =
        lines.iter().cloned().partition(|line| line.starts_with("[MainThread]"));
    assert_eq!(main, ["[MainThread] This runs in parallel.", "[MainThread] Thread has finished."]);
    assert_eq!(worker, numbered("[Worker-1] Number: #", 0..5));
    assert!(
        position(&lines, &main[0]) < position(&lines, &worker[1]),
        "main does not wait a second: {lines:?}"
    );
    assert_eq!(position(&lines, &main[1]), 6, "the thread is waited for: {lines:?}");
}

#[test]
fn threading_simple() {
    prints("threading-simple", &numbered("Thread: #", 0..5));
}

#[test]
fn threading_arguments() {
    prints("threading-arguments", &["Hello Ferris"]);
}

#[test]
fn threading_multiple() {
    assert_eq!(sorted(run(example("threading-multiple"))), numbered("Task # running", 0..3));
}

#[test]
fn threading_start_join() {
    let lines = run_within(example("threading-start-join"), 1.0..);
    assert_eq!(sorted(&lines[..2]), ["Task A starting...", "Task B starting..."]);
    assert_eq!(sorted(&lines[2..4]), ["Task A finished.", "Task B finished."]);
    assert_eq!(lines[4..], ["All threads done."]);
}

#[test]
fn threading_loop() {
    let lines = run_within(example("threading-loop"), 1.0..5.0);
    assert_eq!(sorted(&lines[..5]), numbered("Worker # started", 0..5));
    assert_eq!(sorted(&lines[5..10]), numbered("Worker # finished", 0..5));
    assert_eq!(lines[10..], ["All workers finished."]);
}

#[test]
fn threading_delays() {
    let lines = run_within(example("threading-delays"), 0.3..);
    let starting: Vec<_> = (0..3).map(|i| format!("  Thread-{i}: Starting (delay=0.{}s)", i + 1)).collect();
    assert_eq!(sorted(&lines[..3]), starting);
    assert_eq!(lines[3..6], numbered("  Thread-#: Finished", 0..3));
    assert_eq!(lines[6..], ["All threads completed"]);
}

#[test]
fn threading_return_value() {
    prints("threading-return-value", &["Results: [0, 1, 4, 9, 16]"]);
}

#[test]
fn threading_lock() {
    prints("threading-lock", &["Final Counter: 200000"]);
}

#[test]
fn threading_lock_sleep() {
    assert_eq!(run_within(example("threading-lock-sleep"), 0.5..), ["Count: 5"]);
}

#[test]
fn threading_lock_expected() {
    prints("threading-lock-expected", &["Counter with lock: 2000 (expected: 2000)"]);
}

#[test]
fn threading_race() {
    let lines = run(example("threading-race"));
    let [expected, counted, lost] = &lines[..] else { panic!("three lines: {lines:?}") };
    assert_eq!(expected, "Expected: 200000");
    let counted = number(r"^Without a lock: (\d+)$", counted);
    let lost = number(r"^Lost updates: (\d+)$", lost);
    assert!(0.0 < counted && counted < 200_000.0, "it loses updates: {lines:?}");
    assert_eq!(counted + lost, 200_000.0);
}

#[test]
fn threading_daemon() {
    let mut lines = run_within(example("threading-daemon"), 5.0..);
    assert_eq!(lines.pop().unwrap(), "Main thread exiting. Daemon thread will die now.");
    let main = position(&lines, "Main thread sleeping for 5 seconds...");
    assert!(main < 2, "main goes to sleep at once: {lines:?}");
    lines.remove(main);
    assert_eq!(lines, ["Daemon running..."; 3]);
}

#[test]
fn threading_daemon_ticker() {
    ticks("threading-daemon-ticker", "Daemon running", "Main program ends, daemon stops");
}

#[test]
fn threading_daemon_background() {
    ticks("threading-daemon-background", "Background task is running...", "Main program exits");
}

#[test]
fn threading_daemon_killed() {
    let lines = run_within(example("threading-daemon-killed"), 0.1..5.0);
    assert_eq!(sorted(&lines[..2]), ["  Daemon: Starting", "Main: Started daemon thread"]);
    assert_eq!(lines[2..], ["Main: Exiting (daemon will be killed)"]);
}

#[test]
fn threading_detached() {
    let expected = [
        "main: starts a thread and lets it go",
        "main: starts a thread and joins it",
        "thread: joined, finished",
        "main: ends",
    ];
    assert_eq!(run_within(example("threading-detached"), 0.1..2.0), expected);
}

#[test]
fn threading_active_count() {
    let expected = ["active threads: 1 [main]", "active threads: 3 [main, A, B]", "active threads: 1 [main]"];
    prints("threading-active-count", &expected);
}

#[test]
fn threading_tasks_serial() {
    let lines = run_within(example("threading-tasks-serial"), 4.0..);
    assert_eq!(lines[..4], ["Task A starting", "Task A completed", "Task B starting", "Task B completed"]);
    assert!((4.0..).contains(&number(r"^Total time taken: (\d+\.\d\d) seconds$", &lines[4])));
    assert_eq!(lines.len(), 5);
}

#[test]
fn threading_tasks() {
    let lines = run_within(example("threading-tasks"), 2.0..4.0);
    assert_eq!(sorted(&lines[..2]), ["Task A starting", "Task B starting"]);
    assert_eq!(sorted(&lines[2..4]), ["Task A completed", "Task B completed"]);
    assert!((2.0..4.0).contains(&number(r"^Total time taken: (\d+\.\d\d) seconds$", &lines[4])));
    assert_eq!(lines.len(), 5);
}

#[test]
fn threading_queue() {
    let mut lines = run_within(example("threading-queue"), 3.0..5.0);
    assert_eq!(lines.pop().unwrap(), "All tasks completed.");
    let line = Regex::new(r"^(Worker-[01]) processing (Task-\d)$").unwrap();
    let (workers, tasks): (Vec<_>, Vec<_>) =
        lines.iter().map(|l| line.captures(l).expect(l)).map(|c| (c[1].to_owned(), c[2].to_owned())).unzip();
    assert_eq!(sorted(tasks), numbered("Task-#", 0..5));
    assert_eq!(sorted(workers).first().unwrap(), "Worker-0");
    assert!(lines.iter().any(|line| line.starts_with("Worker-1")), "both work: {lines:?}");
}

#[test]
fn threading_producer_consumer() {
    let mut lines = run(example("threading-producer-consumer"));
    assert_eq!(lines.split_off(lines.len() - 2), ["", "Results collected: 10 items"]);
    let (producer, consumers): (Vec<_>, Vec<_>) =
        lines.into_iter().partition(|line| line.starts_with("  Producer: "));
    assert_eq!(producer[..10], numbered("  Producer: Added #", 0..10));
    assert_eq!(producer[10..], ["  Producer: Done"]);

    let line = Regex::new(r"^  Consumer-[012]: Processing (\d)$").unwrap();
    let items: Vec<_> = consumers.iter().map(|l| line.captures(l).expect(l)[1].to_owned()).collect();
    assert_eq!(sorted(items), numbered("#", 0..10));
}

#[test]
fn threading_local() {
    let expected: Vec<_> = (0..3).map(|i| format!("  Thread-{i}: Thread-{i}-data")).collect();
    assert_eq!(sorted(run(example("threading-local"))), expected);
}

#[test]
fn threading_io_serial() {
    let lines = run_within(example("threading-io-serial"), 10.0..);
    let tasks: Vec<_> =
        (0..5).flat_map(|i| [format!("Task {i} started"), format!("Task {i} completed")]).collect();
    assert_eq!(lines[..10], tasks);
    assert!((10.0..).contains(&number(r"^Total time without threading: (\d+\.\d\d) seconds$", &lines[10])));
    assert_eq!(lines.len(), 11);
}

#[test]
fn threading_io() {
    let lines = run_within(example("threading-io"), 2.0..10.0);
    assert_eq!(sorted(&lines[..5]), numbered("Task # started", 0..5));
    assert_eq!(sorted(&lines[5..10]), numbered("Task # completed", 0..5));
    assert!((2.0..10.0).contains(&number(r"^Total time with threading: (\d+\.\d\d) seconds$", &lines[10])));
    assert_eq!(lines.len(), 11);
}

#[test]
fn threading_cpu_serial() {
    let lines = run(example("threading-cpu-serial"));
    let tasks: Vec<_> =
        (0..4).flat_map(|i| [format!("Task {i} started"), format!("Task {i} completed")]).collect();
    assert_eq!(lines[..8], tasks);
    number(r"^Total time without threading: (\d+\.\d\d) seconds$", &lines[8]);
    assert_eq!(lines.len(), 9);
}

#[test]
fn threading_cpu() {
    let mut lines = run(example("threading-cpu"));
    number(r"^Total time with threading: (\d+\.\d\d) seconds$", &lines.pop().unwrap());
    let (started, completed): (Vec<_>, Vec<_>) = lines.into_iter().partition(|l| l.ends_with("started"));
    assert_eq!(sorted(started), numbered("Task # started", 0..4));
    assert_eq!(sorted(completed), numbered("Task # completed", 0..4));
}

#[test]
fn threading_download_simulator() {
    let lines = run_within(example("threading-download-simulator"), 1.0..);
    let files = ["File_A.zip", "File_B.zip", "File_C.zip", "File_D.zip", "File_E.zip"];
    assert_eq!(sorted(&lines[..5]), files.map(|file| format!("[Start] Downloading {file}...")));

    let done = Regex::new(r"^\[Done\] (\S+) downloaded in ([123])s\.$").unwrap();
    let (downloaded, seconds): (Vec<_>, Vec<_>) = (lines[5..10].iter())
        .map(|l| done.captures(l).expect(l))
        .map(|c| (c[1].to_owned(), c[2].parse::<f64>().unwrap()))
        .unzip();
    assert_eq!(sorted(downloaded), files);

    assert_eq!(lines[10], "");
    let total = number(r"^Total time taken: (\d+\.\d\d) seconds$", &lines[11]);
    let longest = seconds.iter().copied().fold(0.0, f64::max);
    assert!(longest <= total && total < seconds.iter().sum(), "the longest, not the sum: {lines:?}");
    assert_eq!(lines.len(), 12);
}

#[test]
fn threading_rlock() {
    prints("threading-rlock", &["depth 0", "depth 1", "depth 2", "depth 3", "released"]);
}

#[test]
fn threading_semaphore() {
    let mut lines = run(example("threading-semaphore"));
    assert_eq!(lines.pop().unwrap(), "most at once: 3");

    let start = Regex::new(r"^job (\d) starts \([123] running\)$").unwrap();
    let end = Regex::new(r"^job (\d) ends$").unwrap();
    let (mut running, mut ended) = (Vec::new(), Vec::new());
    for line in &lines {
        if let Some(job) = start.captures(line) {
            running.push(job[1].to_owned());
            assert!(running.len() <= 3, "never more than three: {lines:?}");
        } else {
            let job = end.captures(line).expect(line)[1].to_owned();
            running.remove(position(&running, &job));
            ended.push(job);
        }
    }
    assert_eq!(sorted(ended), numbered("#", 0..8));
}

#[test]
fn threading_event() {
    let lines = run(example("threading-event"));
    assert_eq!(sorted(&lines[..3]), numbered("waiter # waiting", 0..3));
    assert_eq!(lines[3], "signal!");
    assert_eq!(sorted(&lines[4..]), numbered("waiter # goes", 0..3));
}

#[test]
fn threading_condition() {
    prints("threading-condition", &["waiting for 3 items", "item 1", "item 2", "item 3", "got 3 items"]);
}

/// Runs an example whose every line is fixed, and its order too.
fn prints(name: &str, lines: &[impl AsRef<str>]) {
    let expected: Vec<&str> = lines.iter().map(AsRef::as_ref).collect();
    assert_eq!(run(example(name)), expected);
}

/// A daemon that ticks every second, in a program of three seconds. The fourth tick races with the end of the
/// program, and can also come between its last line and its end.
fn ticks(name: &str, tick: &str, end: &str) {
    let mut lines = run_within(example(name), 3.0..);
    let end = position(&lines, end);
    assert!(end >= 3, "three ticks before the end: {lines:?}");
    lines.remove(end);
    assert!(lines.len() <= 4, "three ticks or four: {lines:?}");
    assert!(lines.iter().all(|line| line == tick), "{lines:?}");
}

/// One line for each number, in the place of `#`.
fn numbered(line: &str, numbers: Range<u32>) -> Vec<String> {
    numbers.map(|number| line.replace('#', &number.to_string())).collect()
}

fn position(lines: &[String], line: &str) -> usize {
    lines.iter().position(|l| l == line).unwrap_or_else(|| panic!("no line {line:?} in {lines:?}"))
}
