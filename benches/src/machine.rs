//! What the figures were measured on. `look` asks the machine once; the table and the pictures print it.

use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;
use std::{env, fmt, fs, thread};

use anyhow::Context;
use serde::Serialize;

#[derive(Serialize)]
pub struct Machine {
    pub cores: usize,
    pub processor: Option<String>,
    pub system: String,
    pub rustc: String,
    pub python: Option<Python>,
    /// The part of the cores' time that other programs took just before: a busy machine spoils the figures.
    pub busy: Option<f64>,
}

#[derive(Serialize)]
pub struct Python {
    pub version: String,
    /// The interpreter itself: what is called `python3` can be a script that looks for it.
    #[serde(skip)]
    pub executable: PathBuf,
}

impl Machine {
    pub fn look() -> anyhow::Result<Machine> {
        let rustc = env::var_os("RUSTC").unwrap_or("rustc".into());
        let version =
            Command::new(rustc).arg("--version").output().context("asking rustc for its version")?;
        let version = String::from_utf8(version.stdout)?;
        Ok(Machine {
            cores: thread::available_parallelism()?.get(),
            processor: processor(),
            system: system(),
            rustc: version.split(' ').nth(1).unwrap_or("of unknown version").to_string(),
            python: ["python3", "python"].into_iter().find_map(python),
            busy: busy(),
        })
    }
}

impl fmt::Display for Machine {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{} cores", self.cores)?;
        if let Some(processor) = &self.processor {
            write!(f, " ({processor})")?;
        }
        write!(f, ", {}, rustc {}", self.system, self.rustc)?;
        match &self.python {
            Some(python) => write!(f, ", Python {}", python.version)?,
            None => write!(f, ", no Python")?,
        }
        match self.busy {
            Some(busy) if busy > 0.1 => write!(f, ", {:.0} % BUSY with other work", busy * 100.0),
            _ => Ok(()),
        }
    }
}

fn python(name: &str) -> Option<Python> {
    let question = "import sys; print(sys.executable); print(*sys.version_info[:3], sep='.')";
    let answer = Command::new(name).args(["-c", question]).output().ok()?;
    let answer = String::from_utf8(answer.stdout).ok()?;
    let (executable, version) = answer.trim_end().split_once('\n')?;
    version
        .starts_with("3.")
        .then(|| Python { version: version.trim().to_string(), executable: executable.trim().into() })
}

fn processor() -> Option<String> {
    let cpuinfo = fs::read_to_string("/proc/cpuinfo").ok()?;
    let line = cpuinfo.lines().find(|line| line.starts_with("model name"))?;
    Some(line.split_once(':')?.1.trim().to_string())
}

fn system() -> String {
    let Ok(release) = fs::read_to_string("/proc/sys/kernel/osrelease") else {
        return env::consts::OS.to_string();
    };
    let number = release.split(['-', '\n']).next().unwrap_or_default();
    format!("Linux {number}")
}

fn busy() -> Option<f64> {
    let (idle_before, all_before) = core_time()?;
    thread::sleep(Duration::from_secs(1));
    let (idle, all) = core_time()?;
    Some(1.0 - (idle - idle_before) / (all - all_before))
}

/// The time since the start of the system that the cores were idle, and all of it.
fn core_time() -> Option<(f64, f64)> {
    let stat = fs::read_to_string("/proc/stat").ok()?;
    let numbers: Vec<f64> = stat.lines().next()?.split_whitespace().filter_map(|n| n.parse().ok()).collect();
    // user, nice, system, idle, waiting for I/O, …
    Some((numbers.get(3)? + numbers.get(4)?, numbers.iter().sum()))
}
