//! Right: every number is a Task in two stages (started, then finished): all are started with a pipe for the answer before the first is read, in input order, and waited for.
use std::env;
use std::io::{self, BufRead, BufReader, PipeReader, Write};
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use num_bigint::BigUint;

const VAR: &str = "TASK_OF_A_FACTORIAL_CHILD";

trait Task {
    type Answer;
    fn finish(self: Box<Self>) -> Result<Self::Answer>;
}

struct Factorial {
    n: u32,
    child: Child,
    answer: BufReader<PipeReader>,
}

impl Factorial {
    fn start(n: u32) -> Result<Box<dyn Task<Answer = String>>> {
        let (reader, writer) = io::pipe()?;
        let child = Command::new(env::current_exe()?).arg("of").arg(n.to_string()).env(VAR, "1").stdout(writer).spawn()?;
        Ok(Box::new(Factorial { n, child, answer: BufReader::new(reader) }))
    }
}

impl Task for Factorial {
    type Answer = String;

    fn finish(mut self: Box<Self>) -> Result<String> {
        let mut digits = String::new();
        self.answer.read_line(&mut digits)?;
        let status = self.child.wait()?;
        ensure!(status.success(), "the child for {}: {status}", self.n);
        match digits.strip_suffix('\n') {
            Some(digits) => Ok(format!("{}! = {digits}", self.n)),
            None => bail!("the child for {} gave half an answer", self.n),
        }
    }
}

fn child() -> Result<()> {
    let n: u32 = env::args().nth(2).context("no number")?.parse()?;
    eprintln!("factorial {n}");
    let until = Instant::now() + Duration::from_millis(100);
    while let Some(left) = until.checked_duration_since(Instant::now()).filter(|left| !left.is_zero()) {
        std::thread::sleep(left);
    }
    let answer = (1..=n).map(BigUint::from).fold(BigUint::from(1_u32), |a, b| a * b);
    println!("{answer}");
    Ok(())
}

fn main() -> Result<()> {
    if env::var_os(VAR).is_some() {
        return child();
    }
    let mut numbers = env::args().skip(1).map(|arg| arg.parse::<u32>()).collect::<Result<Vec<_>, _>>().context("NUMBERS")?;
    if numbers.is_empty() {
        numbers = Vec::from([100, 200, 300]);
    }
    let tasks = numbers.into_iter().map(Factorial::start).collect::<Result<Vec<_>>>()?;
    for task in tasks {
        let line = task.finish()?;
        let mut out = io::stdout().lock();
        writeln!(out, "{line}")?;
    }
    Ok(())
}
