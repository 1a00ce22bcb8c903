//! What every test of the examples needs: a package's name goes in, a command that runs it comes out.
//!
//! `tests/threading.rs` builds the packages `threading-*`, and so on: all of its group in one call of cargo.

use std::collections::HashMap;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::OnceLock;
use std::time::Duration;

use serde_json::Value;

/// The example `name`, built and ready to run; it is killed after a minute.
pub fn example(name: &str) -> assert_cmd::Command {
    static EXECUTABLES: OnceLock<HashMap<String, String>> = OnceLock::new();
    let path = EXECUTABLES.get_or_init(build).get(name);
    let path = path.unwrap_or_else(|| panic!("there is no example {name}, or it does not compile"));
    let mut command = assert_cmd::Command::new(path);
    command.timeout(Duration::from_secs(60));
    command
}

/// Builds the group, and gives the executable of each package that compiled.
fn build() -> HashMap<String, String> {
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap();
    let output = Command::new(env!("CARGO"))
        .args(["build", "--quiet", "--keep-going", "--message-format=json-render-diagnostics"])
        .args(["--package", concat!(env!("CARGO_CRATE_NAME"), "-*")])
        .arg("--target-dir")
        .arg(target)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stderr(Stdio::inherit())
        .output()
        .expect("cargo starts");
    serde_json::Deserializer::from_slice(&output.stdout)
        .into_iter::<Value>()
        .map(|message| message.expect("cargo writes JSON"))
        .filter_map(|message| {
            let executable = message["executable"].as_str()?;
            Some((message["target"]["name"].as_str()?.to_owned(), executable.to_owned()))
        })
        .collect()
}
