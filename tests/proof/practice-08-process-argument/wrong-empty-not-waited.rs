//! Wrong: a child with nothing but an empty line to print is not waited for, against "The parent waits for its children"; shows with CITY "" when the child is delayed.
use std::env;
use std::process::{Child, Command};

use anyhow::{Result, bail};

struct Task {
    text: String,
    child: Option<Child>,
}

trait Run {
    fn start(&mut self) -> Result<()>;
    fn finish(self) -> Result<()>;
}

impl Run for Task {
    fn start(&mut self) -> Result<()> {
        let child = Command::new(env::current_exe()?)
            .arg(&self.text)
            .arg("print")
            .spawn()?;
        self.child = Some(child);
        Ok(())
    }

    fn finish(self) -> Result<()> {
        if self.text.is_empty() {
            return Ok(()); // nothing to come
        }
        let Some(mut child) = self.child else {
            bail!("never started")
        };
        let status = child.wait()?;
        if !status.success() {
            bail!("child ended with {status}")
        }
        Ok(())
    }
}

fn main() -> Result<()> {
    let args: Vec<String> = env::args().skip(1).collect();
    if args.len() == 2 && args[1] == "print" {
        println!("{}", args[0]);
        return Ok(());
    }

    let text = args.into_iter().next().unwrap_or_else(|| String::from("Bangalore"));
    let mut task = Task { text, child: None };
    task.start()?;
    task.finish()
}
