//! What the tests of the examples have in common: a package's name goes in, the lines that it prints come out.
//!
//! `tests/threading.rs` builds the packages `threading-*`, and so on: all of its group in one call of cargo.

use std::collections::HashMap;
use std::fmt::Debug;
use std::ops::RangeBounds;
use std::path::Path;
use std::process::Command;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use regex_lite::Regex;
use serde_json::Value;

/// What cargo made of the group: the executable of each package that compiled, and what it said about the others.
struct Built {
    executables: HashMap<String, String>,
    messages: String,
}

static BUILT: LazyLock<Built> = LazyLock::new(|| {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    let output = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--keep-going", "--message-format=json-render-diagnostics"])
        .args(["--package", concat!(env!("CARGO_CRATE_NAME"), "-*")])
        .arg("--target-dir")
        .arg(target)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo starts");
    let executables = serde_json::Deserializer::from_slice(&output.stdout)
        .into_iter::<Value>()
        .map(|message| message.expect("cargo writes JSON"))
        .filter_map(|message| {
            let executable = message["executable"].as_str()?;
            Some((message["target"]["name"].as_str()?.to_owned(), executable.to_owned()))
        })
        .collect();
    Built { executables, messages: String::from_utf8_lossy(&output.stderr).into_owned() }
});

/// The example `name`, built and ready to run; it is killed after a minute.
pub fn example(name: &str) -> assert_cmd::Command {
    let path = BUILT.executables.get(name);
    let path = path.unwrap_or_else(|| panic!("cargo has built no {name}:\n{}", BUILT.messages));
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
