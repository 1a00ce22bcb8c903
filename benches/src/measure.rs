//! Runs the programs and keeps their times. In: the machine and where the Rust programs are. Out: a `Report`,
//! the one thing that `bench.json`, the table, the goals and the pictures are made from.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, bail, ensure};
use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;

use crate::goals::{self, Goal};
use crate::machine::Machine;
use crate::programs::{PROGRAMS, Program, Work};

const ROUNDS: usize = 5;

#[derive(Serialize)]
pub struct Report {
    pub machine: Machine,
    pub rounds: usize,
    pub programs: Vec<Measured>,
    pub goals: Vec<Goal>,
}

impl Report {
    pub fn program(&self, name: &str) -> Option<&Measured> {
        self.programs.iter().find(|program| program.name == name)
    }
}

#[derive(Serialize)]
pub struct Measured {
    pub name: &'static str,
    pub title: &'static str,
    pub work: Work,
    pub python: Option<Runs>,
    pub rust: Runs,
}

/// All runs of one program in one language.
#[derive(Default, Serialize)]
pub struct Runs {
    /// The process as seen from outside, the start of the interpreter included.
    pub whole: Times,
    /// The work itself, as timed inside the program.
    pub approaches: Vec<Approach>,
}

#[derive(Serialize)]
pub struct Approach {
    /// `threads`, or `threads 4` for a point of a curve.
    pub name: String,
    pub result: String,
    pub times: Times,
    /// Over the same work in a row: the median of the runs' own ratios.
    pub speedup: Option<f64>,
}

#[derive(Default, Serialize)]
pub struct Times {
    pub seconds: Vec<f64>,
    pub median: f64,
    pub min: f64,
    pub max: f64,
}

pub fn all(machine: Machine, release: &Path) -> anyhow::Result<Report> {
    let mut programs: Vec<_> = PROGRAMS.iter().map(Measured::new).collect();
    let progress = ProgressBar::new((ROUNDS * programs.len()) as u64)
        .with_style(ProgressStyle::with_template("{elapsed} [{bar:40}] {percent}%, {eta} to go: {msg}")?);

    for _ in 0..ROUNDS {
        for program in &mut programs {
            progress.set_message(program.title);
            if let Some(python) = &machine.python
                && program.work.has_python()
            {
                let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("python").join(program.name);
                // -B: leave no compiled timed.py behind
                let command = &mut Command::new(&python.executable);
                command.arg("-B").arg(script.with_extension("py"));
                program.python.get_or_insert_default().add(command)?;
            }
            program.rust.add(&mut Command::new(release.join(program.name)))?;
            program.check()?;
            progress.inc(1);
        }
    }
    progress.finish_and_clear();

    for program in &mut programs {
        program.rust.summarise();
        if let Some(python) = &mut program.python {
            python.summarise();
        }
    }
    let goals = goals::judge(machine.cores, &programs);
    Ok(Report { machine, rounds: ROUNDS, programs, goals })
}

impl Measured {
    fn new(program: &Program) -> Measured {
        let Program { name, title, work } = *program;
        Measured { name, title, work, python: None, rust: Runs::default() }
    }

    /// The same work must have the same result: in both languages, or by every approach of each.
    fn check(&self) -> anyhow::Result<()> {
        for (language, runs) in [("Python", self.python.as_ref()), ("Rust", Some(&self.rust))] {
            for approach in runs.iter().flat_map(|runs| &runs.approaches) {
                let twin = match self.work {
                    Work::Scaling => runs.and_then(|runs| runs.approaches.first()),
                    _ => self.rust.approach(&approach.name),
                };
                let twin = twin.with_context(|| format!("{}: no {} in Rust", self.name, approach.name))?;
                ensure!(
                    approach.result == twin.result,
                    "{}: {} in {language} comes to {}, not {}",
                    self.name,
                    approach.name,
                    approach.result,
                    twin.result
                );
            }
        }
        Ok(())
    }
}

impl Runs {
    pub fn approach(&self, name: &str) -> Option<&Approach> {
        self.approaches.iter().find(|approach| approach.name == name)
    }

    /// The names of the curves, in the order in which the program measures them.
    pub fn series(&self) -> Vec<&str> {
        let mut names = Vec::new();
        for (name, _) in self.approaches.iter().filter_map(Approach::point) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    /// The points along the curves.
    pub fn points(&self) -> Vec<u32> {
        let mut points: Vec<_> = self.approaches.iter().filter_map(Approach::point).map(|(_, x)| x).collect();
        points.dedup();
        points
    }

    /// The points of one curve: (x, approach) for every approach that is called `series x`.
    pub fn curve<'a>(&'a self, series: &'a str) -> impl Iterator<Item = (u32, &'a Approach)> {
        self.approaches.iter().filter_map(move |approach| {
            let (name, x) = approach.point()?;
            (name == series).then_some((x, approach))
        })
    }

    /// Runs the program once more.
    fn add(&mut self, command: &mut Command) -> anyhow::Result<()> {
        let start = Instant::now();
        let output =
            command.stderr(Stdio::inherit()).output().with_context(|| format!("starting {command:?}"))?;
        self.whole.seconds.push(start.elapsed().as_secs_f64());
        ensure!(output.status.success(), "{command:?} failed: {}", output.status);

        for line in String::from_utf8(output.stdout)?.lines() {
            let [name, seconds, result] = line.split('\t').collect::<Vec<_>>()[..] else {
                bail!("{command:?} printed {line:?}");
            };
            let seconds = seconds.parse().with_context(|| format!("{command:?} printed {line:?}"))?;
            match self.approaches.iter_mut().find(|approach| approach.name == name) {
                Some(approach) => {
                    ensure!(approach.result == result, "{command:?}: {} turned {result}", approach.result);
                    approach.times.seconds.push(seconds);
                }
                None => self.approaches.push(Approach {
                    name: name.to_string(),
                    result: result.to_string(),
                    times: Times { seconds: vec![seconds], ..Times::default() },
                    speedup: None,
                }),
            }
        }
        Ok(())
    }

    fn summarise(&mut self) {
        self.whole.summarise();
        let speedups: Vec<_> = self.approaches.iter().map(|approach| self.speedup(approach)).collect();
        for (approach, speedup) in self.approaches.iter_mut().zip(speedups) {
            approach.times.summarise();
            approach.speedup = speedup;
        }
    }

    fn speedup(&self, approach: &Approach) -> Option<f64> {
        let serial = match approach.point() {
            Some((_, x)) => self.approach(&format!("in a row {x}")).or_else(|| self.approach("in a row")),
            None => ["in a row", "one process", "one thread"].iter().find_map(|name| self.approach(name)),
        }?;
        let ratios = serial.times.seconds.iter().zip(&approach.times.seconds).map(|(serial, s)| serial / s);
        Some(median(&sorted(ratios)))
    }
}

impl Approach {
    /// `threads 4` is the point 4 of the series `threads`.
    fn point(&self) -> Option<(&str, u32)> {
        let (series, x) = self.name.rsplit_once(' ')?;
        Some((series, x.parse().ok()?))
    }
}

impl Times {
    fn summarise(&mut self) {
        let sorted = sorted(self.seconds.iter().copied());
        self.median = median(&sorted);
        self.min = sorted[0];
        self.max = sorted[sorted.len() - 1];
    }

    /// Half of the way from the shortest to the longest run, as a part of the median.
    pub fn spread(&self) -> f64 {
        (self.max - self.min) / 2.0 / self.median
    }
}

fn sorted(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut values: Vec<_> = values.collect();
    values.sort_by(f64::total_cmp);
    values
}

/// ROUNDS is odd: there is one in the middle.
fn median(sorted: &[f64]) -> f64 {
    sorted[sorted.len() / 2]
}
