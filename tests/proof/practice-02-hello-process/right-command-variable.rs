//! Command on itself with an environment variable; status() waits, and the child's code is passed on.
use std::env;
use std::io::{self, Write};
use std::process::{Command, ExitCode};

fn child() -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(b"Hello Process\n")
}

fn main() -> ExitCode {
    let result = if env::var_os("HELLO_CHILD").is_some() {
        child()
    } else {
        env::current_exe().and_then(|me| Command::new(me).env("HELLO_CHILD", "1").status()).and_then(
            |status| if status.success() { Ok(()) } else { Err(io::Error::other("the child failed")) },
        )
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(e) => {
            eprintln!("{e}");
            ExitCode::FAILURE
        }
    }
}
