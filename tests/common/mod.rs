//! What the tests of the examples have in common: a package's name goes in, the lines that it prints come out.
//!
//! `tests/threading.rs` builds the packages `threading-*`, and so on: its whole group, what takes longest first.

use std::collections::HashMap;
use std::fmt::Debug;
use std::io::{BufRead, BufReader};
use std::ops::RangeBounds;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::{Condvar, LazyLock, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use regex_lite::Regex;
use serde_json::Value;

const GROUP: &str = concat!(env!("CARGO_CRATE_NAME"), "-*");

/// What cargo has made of the group so far: an example runs as soon as it is built, for most of them do nothing but sleep.
#[derive(Default)]
struct Built {
    executables: HashMap<String, String>,
    is_all: bool,
}

/// What takes longest in each group, ten seconds where it sleeps: it is built first, and runs while the others are built.
const LONGEST: [&str; 3] = ["threading-io-serial", "multiprocessing-squares-serial", "pools-cpu"];

static BUILT: LazyLock<(Mutex<Built>, Condvar)> = LazyLock::new(|| {
    thread::spawn(|| {
        let longest = LONGEST.into_iter().filter(|name| name.starts_with(env!("CARGO_CRATE_NAME")));
        longest.chain([GROUP]).for_each(build);
        let (built, changed) = &*BUILT;
        built.lock().unwrap().is_all = true;
        changed.notify_all();
    });
    Default::default()
});

fn build(packages: &str) {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    let mut cargo = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--keep-going", "--message-format=json-render-diagnostics"])
        .args(["--package", packages, "--bin", packages])
        // Named, but not built: so that crates have the features here that they have elsewhere, and are compiled once.
        .args(["--package", "threadlings-watch", "--package", "threadlings-kit"])
        .arg("--target-dir")
        .arg(target)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdout(Stdio::piped())
        .spawn()
        .expect("cargo starts");
    let (built, changed) = &*BUILT;
    for line in BufReader::new(cargo.stdout.take().unwrap()).lines().map_while(Result::ok) {
        let artifact: Value = serde_json::from_str(&line).unwrap_or_default();
        if let (Some(name), Some(path)) =
            (artifact["target"]["name"].as_str(), artifact["executable"].as_str())
        {
            built.lock().unwrap().executables.insert(name.to_owned(), path.to_owned());
            changed.notify_all();
        }
    }
    let _ = cargo.wait();
}

/// The example `name`, built and ready to run; it is killed after a minute.
pub fn example(name: &str) -> assert_cmd::Command {
    let (built, changed) = &*BUILT;
    let is_awaited = |built: &mut Built| !built.is_all && !built.executables.contains_key(name);
    let path = changed.wait_while(built.lock().unwrap(), is_awaited).unwrap().executables.get(name).cloned();
    let path = path.unwrap_or_else(|| panic!("cargo has built no {name}, and said why"));
    let mut command = assert_cmd::Command::new(path);
    command.timeout(Duration::from_secs(60));
    command
}

/// Runs an example, and gives the lines it printed.
pub fn run(mut example: assert_cmd::Command) -> Vec<String> {
    let output = example.assert().success().get_output().stdout.clone();
    let text = String::from_utf8(output).expect("stdout is text");
    assert!(text.ends_with('\n'), "the last line is whole: {text:?}");
    text.lines().map(str::to_owned).collect()
}

/// The same, for an example that takes a known time, in seconds.
pub fn run_within(example: assert_cmd::Command, time: impl RangeBounds<f64> + Debug) -> Vec<String> {
    let start = Instant::now();
    let lines = run(example);
    let took = start.elapsed().as_secs_f64();
    assert!(time.contains(&took), "it took {took:.2} s, which is not in {time:?}: {lines:?}");
    lines
}

/// The lines of a part whose order is the scheduler's to choose.
pub fn sorted<T: Ord + Clone>(lines: impl Into<Vec<T>>) -> Vec<T> {
    let mut lines = lines.into();
    lines.sort();
    lines
}

/// The number that a line holds where the pattern has its group.
pub fn number(pattern: &str, line: &str) -> f64 {
    let captures = Regex::new(pattern).unwrap().captures(line);
    captures.unwrap_or_else(|| panic!("{line:?} is not {pattern}"))[1].parse().unwrap()
}
