//! From a source file to programs: one call of `rustc` for each world.
//!
//! In: a submission's text, the name of its package and the [`Kit`]. Out: a program, or the compiler's message. What the
//! program can tell of its making is what cargo would have made: names, folders, `env!("CARGO_PKG_NAME")`.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, SystemTime};

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
pub fn real(source: &str, package: &str, kit: &Kit, scratch: &Path) -> Result<Compiled> {
    let dir = scratch.join("real");
    let starts = format!("-Clink-arg={}", kit.starts.display());
    let wrapped = "-Clink-arg=-Wl,--wrap=pthread_create,--wrap=posix_spawnp,--wrap=fork";
    rustc(&kit.rustc, source, package, &dir, &kit.real, &["-Funsafe_code", &starts, wrapped])
}

/// Compiles a submission against the double.
///
/// # Errors
/// As [`real`].
pub fn doubled(source: &str, package: &str, kit: &Kit, scratch: &Path) -> Result<Compiled> {
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
    let flags = ["--cap-lints=allow", "-Clink-arg=-Wl,-z,now"];
    rustc(&kit.rustc, &source, package, &dir, &kit.doubled, &flags)
}

/// A compiler that takes longer than this is stopped.
const LIMIT: Duration = Duration::from_secs(20);

fn rustc(
    rustc: &Path,
    source: &str,
    package: &str,
    dir: &Path,
    libraries: &Libraries,
    flags: &[&str],
) -> Result<Compiled> {
    let (file, program) = (dir.join("src/main.rs"), dir.join("target/debug").join(package));
    for file in [&file, &program] {
        let folder = file.parent().expect("both are below a folder");
        fs::create_dir_all(folder).map_err(Error::file("create", folder))?;
    }
    fs::write(&file, source).map_err(Error::file("write", &file))?;
    let name = package.replace('-', "_");
    let mut command = Command::new(rustc);
    command.current_dir(dir).envs(as_cargo_tells(package, &name, dir));
    command.args(["--edition=2024", "--crate-type=bin", "src/main.rs", "--crate-name", &name]);
    command.args(["-Cdebug-assertions=on", "-Coverflow-checks=on", "-o"]).arg(&program);
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
        Ok(()) => {
            built_long_ago(&program).map_err(Error::file("change the time of", &program))?;
            Ok(Compiled::Program(program))
        }
        Err(message) => Ok(Compiled::Refused(message)),
    }
}

/// A learner comes back to a program later: one that looks at its own age finds that this is so.
fn built_long_ago(program: &Path) -> std::io::Result<()> {
    let an_hour_ago = SystemTime::now() - Duration::from_secs(3600);
    fs::File::open(program)?.set_modified(an_hour_ago)
}

/// What `env!` finds in a crate that cargo compiles.
fn as_cargo_tells(package: &str, name: &str, dir: &Path) -> [(&'static str, OsString); 8] {
    [
        ("CARGO_PKG_NAME", package.into()),
        ("CARGO_BIN_NAME", package.into()),
        ("CARGO_CRATE_NAME", name.into()),
        ("CARGO_MANIFEST_DIR", dir.into()),
        ("CARGO_PKG_VERSION", env!("CARGO_PKG_VERSION").into()),
        ("CARGO_PKG_VERSION_MAJOR", env!("CARGO_PKG_VERSION_MAJOR").into()),
        ("CARGO_PKG_VERSION_MINOR", env!("CARGO_PKG_VERSION_MINOR").into()),
        ("CARGO_PKG_VERSION_PATCH", env!("CARGO_PKG_VERSION_PATCH").into()),
    ]
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
