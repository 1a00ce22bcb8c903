//! Right: a thread starts the child in a process group of its own, main joins only that thread and exits; the child sleeps a second and prints.
use std::env;
use std::io::{self, Write};
use std::os::unix::process::CommandExt;
use std::process::{self, Command, Stdio};
use std::thread;
use std::time::Duration;

const BACKGROUND: &str = "--in-the-background";

struct BackgroundProcess {
    delay: Duration,
    line: &'static str,
}

impl BackgroundProcess {
    fn new() -> Self {
        BackgroundProcess { delay: Duration::from_secs(1), line: "Background Process" }
    }

    /// The parent's side: starts the process, and that is all.
    fn start(&self) -> io::Result<u32> {
        let child = Command::new(env::current_exe()?)
            .arg(BACKGROUND)
            .stdin(Stdio::null())
            .process_group(0)
            .spawn()?;
        Ok(child.id())
    }

    /// The child's side.
    fn run(&self) -> io::Result<()> {
        thread::sleep(self.delay);
        let mut out = io::stdout().lock();
        out.write_all(format!("{}\n", self.line).as_bytes())?;
        out.flush()
    }
}

fn main() {
    let process = BackgroundProcess::new();
    let result = if env::args().nth(1).is_some_and(|arg| arg == BACKGROUND) {
        process.run()
    } else {
        let starter = thread::spawn(move || process.start());
        match starter.join() {
            Ok(result) => result.map(|id| eprintln!("started {id}")),
            Err(_) => Err(io::Error::other("the starter panicked")),
        }
    };
    process::exit(match result {
        Ok(()) => 0,
        Err(error) => {
            eprintln!("{error}");
            1
        }
    });
}
