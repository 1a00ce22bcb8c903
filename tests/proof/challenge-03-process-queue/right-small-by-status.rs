//! Right: a sum from 0 to 99 comes back as the child's exit status, every other one as text on its piped stdout together with the status 100; looks like a fast path, but it is one child with line and sleep either way.
use std::env;
use std::process::{Command, ExitCode, Stdio};
use std::thread;
use std::time::Duration;

const SEE_STDOUT: u8 = 100;

fn add(a: i64, b: i64) -> ExitCode {
    eprintln!("add {a} {b}");
    thread::sleep(Duration::from_millis(100));
    let sum = a + b;
    match u8::try_from(sum) {
        Ok(code) if code < SEE_STDOUT => ExitCode::from(code),
        _ => {
            print!("{sum}");
            ExitCode::from(SEE_STDOUT)
        }
    }
}

fn number(arg: Option<&String>, default: i32, name: &str) -> Result<i32, String> {
    match arg {
        None => Ok(default),
        Some(text) => text.parse().map_err(|e| format!("{name}: {text:?}: {e}")),
    }
}

fn parent(args: &[String]) -> Result<i64, String> {
    let a = number(args.first(), 5, "A")?;
    let b = number(args.get(1), 7, "B")?;

    let exe = env::current_exe().map_err(|e| e.to_string())?;
    let output = Command::new(exe)
        .args([a.to_string(), b.to_string(), "add".to_string()])
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|e| format!("child: {e}"))?;

    match output.status.code() {
        Some(code) if code < i32::from(SEE_STDOUT) => Ok(code.into()),
        Some(code) if code == i32::from(SEE_STDOUT) => {
            let text = String::from_utf8_lossy(&output.stdout);
            text.parse().map_err(|e| format!("child says {text:?}: {e}"))
        }
        _ => Err(format!("child: {}", output.status)),
    }
}

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    if let [a, b, verb] = args.as_slice()
        && verb == "add"
    {
        return add(a.parse().unwrap(), b.parse().unwrap());
    }
    match parent(&args) {
        Ok(sum) => {
            println!("{sum}");
            ExitCode::SUCCESS
        }
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}
