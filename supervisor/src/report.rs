//! How a run ended, and the form in which the supervisor tells the grader: one line of words, then the captured bytes.

use std::io::{self, BufRead, Read, Write};
use std::time::Duration;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The first process exited with this code.
    Exited(i32),
    /// This signal ended the first process.
    Signalled(i32),
    /// The first process was still running when its time was up.
    TimedOut,
    /// All processes together used more memory than allowed.
    TooMuchMemory,
    /// There were more threads and processes at once than allowed.
    TooManyTasks,
}

/// The start of what a run wrote to one of its streams.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Captured {
    pub bytes: Vec<u8>,
    /// Whether there was more than was kept.
    pub cut: bool,
}

/// A run that has ended, with no process of it left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finished {
    pub end: End,
    pub stdout: Captured,
    pub stderr: Captured,
    /// From the start of the first process to its end.
    pub elapsed: Duration,
    /// How many processes had to be ended after the first process had ended by itself.
    pub left_behind: usize,
}

impl Finished {
    /// Writes the report.
    ///
    /// # Errors
    /// Those of `to`.
    pub fn write(&self, mut to: impl Write) -> io::Result<()> {
        let (end, value) = match self.end {
            End::Exited(code) => ("exited", code),
            End::Signalled(signal) => ("signalled", signal),
            End::TimedOut => ("timed-out", 0),
            End::TooMuchMemory => ("too-much-memory", 0),
            End::TooManyTasks => ("too-many-tasks", 0),
        };
        write!(to, "{end} {value} {} {}", self.elapsed.as_nanos(), self.left_behind)?;
        for Captured { bytes, cut } in [&self.stdout, &self.stderr] {
            write!(to, " {} {cut}", bytes.len())?;
        }
        writeln!(to)?;
        to.write_all(&self.stdout.bytes)?;
        to.write_all(&self.stderr.bytes)
    }

    /// Writes, in place of a report, why there is none.
    ///
    /// # Errors
    /// Those of `to`.
    pub fn write_error(error: &io::Error, mut to: impl Write) -> io::Result<()> {
        write!(to, "error\n{error}")
    }

    /// Reads a report, or why there is none; `None` if it is neither.
    pub fn read(mut report: &[u8]) -> Option<Result<Self, String>> {
        let mut line = String::new();
        report.read_line(&mut line).ok()?;
        if line == "error\n" {
            return Some(Err(String::from_utf8_lossy(report).into_owned()));
        }
        let mut words = line.split_whitespace();
        let (end, value) = (words.next()?, words.next()?.parse().ok()?);
        let end = match end {
            "exited" => End::Exited(value),
            "signalled" => End::Signalled(value),
            "timed-out" => End::TimedOut,
            "too-much-memory" => End::TooMuchMemory,
            "too-many-tasks" => End::TooManyTasks,
            _ => return None,
        };
        let elapsed = Duration::from_nanos(words.next()?.parse().ok()?);
        let left_behind = words.next()?.parse().ok()?;
        let mut captured = || {
            let mut bytes = vec![0; words.next()?.parse().ok()?];
            let cut = words.next()?.parse().ok()?;
            report.read_exact(&mut bytes).ok()?;
            Some(Captured { bytes, cut })
        };
        Some(Ok(Self { end, stdout: captured()?, stderr: captured()?, elapsed, left_behind }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_reads_back_as_it_was_written() {
        let finished = Finished {
            end: End::Exited(101),
            stdout: Captured { bytes: b"line\n".to_vec(), cut: true },
            stderr: Captured::default(),
            elapsed: Duration::from_micros(1234),
            left_behind: 2,
        };
        let mut bytes = Vec::new();
        finished.write(&mut bytes).unwrap();
        assert_eq!(Finished::read(&bytes), Some(Ok(finished)));
        assert_eq!(Finished::read(&bytes[..bytes.len() - 1]), None);
    }
}
