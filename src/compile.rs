//! From a source file to programs: one call of `rustc` for each world.
//!
//! In: a submission's text and the [`Kit`]. Out: a program, or the compiler's message.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::error::{Error, Result};
use crate::kit::{Kit, Libraries};

/// How a compilation ended.
#[derive(Debug, Clone)]
pub enum Compiled {
    /// Here is the program.
    Program(PathBuf),
    /// The compiler refuses it; its message, as for a terminal.
    Refused(String),
}

/// The appended entry: the double takes the place of the runtime that calls `main`. The attribute in front of the
/// first line leaves every line where it was.
const ENTRY_ATTRIBUTE: &str = "#![no_main] ";
const ENTRY: &str = r#"
#[unsafe(export_name = "main")]
extern "C" fn __main_of_the_double() -> i32 { ::std::runtime::start(main) }
"#;

/// Compiles a submission as it is. `unsafe` in it is refused: no schedule of the double shows a data race.
///
/// # Errors
/// When the compiler cannot be started or files cannot be written.
pub fn real(source: &str, kit: &Kit, scratch: &Path) -> Result<Compiled> {
    let dir = scratch.join("real");
    rustc(&kit.rustc, source, &dir, &kit.real, &["-Funsafe_code"])
}

/// Compiles a submission against the double.
///
/// # Errors
/// As [`real`].
pub fn doubled(source: &str, kit: &Kit, scratch: &Path) -> Result<Compiled> {
    let dir = scratch.join("doubled");
    let source = match source.strip_prefix("#!") {
        // A shebang line, which must stay the first.
        Some(rest) if !rest.trim_start().starts_with('[') => {
            let end = source.find('\n').map_or(source.len(), |end| end + 1);
            format!("{}{ENTRY_ATTRIBUTE}{}{ENTRY}", &source[..end], &source[end..])
        }
        _ => format!("{ENTRY_ATTRIBUTE}{}{ENTRY}", source.strip_prefix('\u{feff}').unwrap_or(source)),
    };
    // Also what the submission itself forbids is allowed here: the entry below needs it.
    rustc(&kit.rustc, &source, &dir, &kit.doubled, &["--cap-lints=allow", "-Clink-arg=-Wl,-z,now"])
}

/// A compiler that takes longer than this is stopped.
const LIMIT: Duration = Duration::from_secs(20);

fn rustc(rustc: &Path, source: &str, dir: &Path, libraries: &Libraries, flags: &[&str]) -> Result<Compiled> {
    fs::create_dir_all(dir).map_err(Error::file("create", dir))?;
    let file = dir.join("main.rs");
    fs::write(&file, source).map_err(Error::file("write", &file))?;
    let program = dir.join("submission");
    let mut command = Command::new(rustc);
    command.current_dir(dir).args([
        "--edition=2024",
        "--crate-name=submission",
        "--crate-type=bin",
        "main.rs",
    ]);
    command.args(["-Cdebug-assertions=on", "-Coverflow-checks=on", "-o", "submission"]);
    // A learner waits for this: nothing is compiled or linked that is of no use here.
    command.args(["-Cdebuginfo=0", "-Cstrip=debuginfo", "-Ccodegen-units=1"]);
    command.args(flags);
    for folder in &libraries.search {
        command.arg("-L").arg(format!("dependency={}", folder.display()));
    }
    for (name, path) in &libraries.externs {
        command.arg("--extern").arg(format!("{name}={}", path.display()));
    }
    let output = bounded(command, dir)?;
    match output {
        Ok(()) => Ok(Compiled::Program(program)),
        Err(message) => Ok(Compiled::Refused(message)),
    }
}

/// Linking does not depend on a submission in safe Rust.
fn failed_to_link(message: &str) -> bool {
    message.contains("could not exec the linker") || message.contains("error: linking with")
}

/// Runs the compiler, which may take long (a constant that is computed for ever), with its message in a file.
fn bounded(mut command: Command, dir: &Path) -> Result<std::result::Result<(), String>> {
    let path = dir.join("compiler.txt");
    let messages = fs::File::create(&path).map_err(Error::file("create", &path))?;
    command.stdin(std::process::Stdio::null()).stdout(std::process::Stdio::null()).stderr(messages);
    let mut compiler = command.spawn().map_err(Error::file("start", "rustc"))?;
    use wait_timeout::ChildExt;
    let status = compiler.wait_timeout(LIMIT).map_err(Error::file("wait for", "rustc"))?;
    let message =
        || fs::read(&path).map(|text| String::from_utf8_lossy(&text).into_owned()).unwrap_or_default();
    Ok(match status {
        Some(status) if status.success() => Ok(()),
        // 1 says that the program is wrong; all else (no memory, no process left for the linker) that this failed.
        Some(status) if status.code() == Some(1) && !failed_to_link(&message()) => Err(message()),
        Some(status) => {
            let text = format!("{status}: {}", message());
            return Err(Error::file("run", "rustc")(std::io::Error::other(text)));
        }
        None => {
            // It may have ended just now; then there is nothing to stop.
            let _ = compiler.kill();
            let _ = compiler.wait();
            Err(format!("the compiler was stopped after {} seconds\n{}", LIMIT.as_secs(), message()))
        }
    })
}
