//! A class: every submission in a folder, each graded once.
//!
//! In: `DIR/STUDENT/EXERCISE.rs` or `DIR/STUDENT/EXERCISE/src/main.rs`. Out: a verdict for each. Verdicts are kept in
//! `DIR/.threadlings.jsonl` as they are reached, so that a run which is stopped goes on where it was.

use std::collections::{BTreeMap, HashMap};
use std::fs::{self, File, TryLockError};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context, bail, ensure};
use hmac_sha256::Hash;
use indicatif::ProgressBar;
use serde::{Deserialize, Serialize};

use super::grade::{Format, Options};
use super::{InOrder, Job, STRONG, bar, grade_all, grader, reason, shown, style, told};
use crate::error::suggest;
use crate::{Checked, Course, Exercise, Outcome, Verdict, nearest, report};

/// A file that a student has handed in.
struct Submission<'a> {
    student: String,
    exercise: &'a Exercise,
    path: PathBuf,
}

pub fn grade(course: &Course, dir: &Path, options: &Options) -> anyhow::Result<ExitCode> {
    let exercises = super::exercises(course, &options.names)?;
    let found = Found::in_folder(course, dir, &exercises)?;
    let mut stderr = anstream::stderr();
    for strange in &found.strange {
        writeln!(stderr, "not graded: {strange}")?;
    }
    ensure!(
        !found.submissions.is_empty(),
        "{} has no submissions: they are called STUDENT/EXERCISE.rs or STUDENT/EXERCISE/src/main.rs in it",
        dir.display()
    );
    let mut results = Results::open(dir, options.fresh)?;
    let grader = grader(course)?;
    let mut output = Output::new(options.format, &found.submissions);
    let mut jobs = Vec::new();
    let mut places = Vec::new();
    for (at, submission) in found.submissions.iter().enumerate() {
        if let Some(link) = link(dir, &submission.path) {
            let why = format!("{} is a symbolic link: hand in the file itself", shown(&link));
            output.put(at, Origin::Refused, refused(submission, why))?;
            continue;
        }
        let hash = hash(submission, grader.kit());
        if let Some(verdict) = hash.as_ref().and_then(|hash| results.known.get(hash)) {
            output.put(at, Origin::Known, verdict.clone())?;
            continue;
        }
        jobs.push(Job { exercise: submission.exercise, source: submission.path.clone() });
        places.push((at, hash));
    }
    grade_all(&grader, &jobs, |job, verdict| {
        let (at, hash) = &places[job];
        let submission = &found.submissions[*at];
        match verdict {
            Ok(verdict) => {
                if let Some(hash) = hash {
                    results.keep(submission, hash, &verdict)?;
                }
                output.put(*at, Origin::Graded, verdict)
            }
            // Whatever is the matter with this one, the others are graded.
            Err(error) => output.put(*at, Origin::Refused, refused(submission, told(&error))),
        }
    })?;
    output.finish(&exercises)?;
    let (graded, known) = (output.count(Origin::Graded), output.count(Origin::Known));
    let not_graded = output.count(Origin::Refused) + found.strange.len();
    writeln!(stderr, "{graded} graded, {known} known from before, {not_graded} not graded")?;
    let all = not_graded == 0 && output.rows.iter().all(|(_, verdict)| verdict.passed());
    Ok(if all { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// What lies in a class's folder.
struct Found<'a> {
    submissions: Vec<Submission<'a>>,
    /// What looks like a submission and is none: a sentence for each.
    strange: Vec<String>,
}

impl<'a> Found<'a> {
    fn in_folder(course: &Course, dir: &Path, exercises: &'a [Exercise]) -> anyhow::Result<Found<'a>> {
        let names = course.exercise_names()?;
        let mut found = Found { submissions: Vec::new(), strange: Vec::new() };
        for student in
            entries(dir).with_context(|| format!("reading the submissions in {}", dir.display()))?
        {
            let path = dir.join(&student);
            if path.is_symlink() {
                found.strange.push(format!("{student}: it is a symbolic link"));
            } else if path.is_dir() {
                match entries(&path) {
                    Ok(inside) => found.of_student(&student, &path, inside, exercises, &names),
                    Err(error) => found.strange.push(format!("{student}: {error}")),
                }
            } else if student.ends_with(".rs") {
                found.strange.push(format!("{student}: it lies in no student's folder"));
            }
        }
        Ok(found)
    }

    fn of_student(
        &mut self,
        student: &str,
        dir: &Path,
        inside: Vec<String>,
        all: &'a [Exercise],
        names: &[String],
    ) {
        let mut answers: BTreeMap<&str, PathBuf> = BTreeMap::new();
        for entry in &inside {
            let path = dir.join(entry);
            let (name, path) = match entry.strip_suffix(".rs") {
                Some(name) => (name, path),
                None if path.is_dir() && entry != "target" => (entry.as_str(), path.join("src/main.rs")),
                None => continue,
            };
            if !names.iter().any(|known| known == name) {
                let meant = suggest(&nearest(name, names));
                self.strange.push(format!("{student}/{entry}: there is no exercise {name:?}{meant}"));
            } else if let Some(first) = answers.get(name) {
                self.strange.push(format!("{student}/{entry}: {} answers the same exercise", shown(first)));
            } else {
                answers.insert(name, path);
            }
        }
        let of = |exercise: &'a Exercise| {
            let path = answers.remove(exercise.name.as_str())?;
            Some(Submission { student: student.to_string(), exercise, path })
        };
        self.submissions.extend(all.iter().filter_map(of));
    }
}

/// The names in a folder in order, hidden ones left out.
fn entries(dir: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(dir)? {
        names.push(entry?.file_name().to_string_lossy().into_owned());
    }
    names.retain(|name| !name.starts_with('.'));
    names.sort();
    Ok(names)
}

/// The symbolic link on the way from the class's folder to a submission: it could lead anywhere.
fn link(dir: &Path, path: &Path) -> Option<PathBuf> {
    path.ancestors().take_while(|above| *above != dir).find(|above| above.is_symlink()).map(Path::to_path_buf)
}

/// What decides a verdict: the submission, what the exercise asks for, and the grader. None where the file is no answer
/// at all.
fn hash(submission: &Submission, kit: &Path) -> Option<String> {
    /// As large as a source file may be; the grader says so where one is larger.
    const MOST: u64 = 1 << 20;
    let file = fs::metadata(&submission.path).ok()?;
    if !file.is_file() || file.len() > MOST {
        return None;
    }
    let mut hasher = Hash::new();
    hasher.update(env!("CARGO_PKG_VERSION"));
    hasher.update(kit.as_os_str().as_encoded_bytes());
    let asked = [submission.exercise.dir.join("exercise.toml"), submission.exercise.start()];
    for path in [&submission.path, &asked[0], &asked[1]] {
        let bytes = fs::read(path).ok()?;
        hasher.update(bytes.len().to_le_bytes());
        hasher.update(&bytes);
    }
    Some(hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

/// The verdict on what could not be graded.
fn refused(submission: &Submission, message: String) -> Verdict {
    let check = Checked { name: "can be graded".to_string(), passed: false, message, witness: None };
    Verdict {
        exercise: submission.exercise.name.clone(),
        outcome: Outcome::Failed,
        checks: vec![check],
        schedules: 0,
        exhaustive: false,
        elapsed: Duration::ZERO,
    }
}

/// The verdicts that are known, by the hash of what decides them, and the file that keeps them.
struct Results {
    file: File,
    known: HashMap<String, Verdict>,
}

/// A line of that file.
#[derive(Serialize, Deserialize)]
struct Line {
    student: String,
    exercise: String,
    hash: String,
    verdict: Verdict,
}

impl Results {
    fn open(dir: &Path, fresh: bool) -> anyhow::Result<Results> {
        let path = dir.join(".threadlings.jsonl");
        let open = File::options().read(true).write(true).create(true).truncate(false).open(&path);
        let mut file =
            open.with_context(|| format!("opening {}, which keeps the verdicts", path.display()))?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                bail!("{} is being graded already: wait for that to end", dir.display())
            }
            Err(TryLockError::Error(error)) => return Err(error).context("locking .threadlings.jsonl"),
        }
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        // A line that was being written when the grader was stopped is none.
        let whole = bytes.iter().rposition(|byte| *byte == b'\n').map_or(0, |end| end + 1);
        let kept = if fresh { 0 } else { whole };
        file.set_len(kept as u64)?;
        file.seek(SeekFrom::End(0))?;
        let lines =
            bytes[..kept].split(|byte| *byte == b'\n').filter_map(|line| serde_json::from_slice(line).ok());
        let known = lines.map(|line: Line| (line.hash, line.verdict)).collect();
        Ok(Results { file, known })
    }

    fn keep(&mut self, submission: &Submission, hash: &str, verdict: &Verdict) -> anyhow::Result<()> {
        let line = Line {
            student: submission.student.clone(),
            exercise: submission.exercise.name.clone(),
            hash: hash.to_string(),
            verdict: verdict.clone(),
        };
        let text = format!("{}\n", serde_json::to_string(&line)?);
        self.file.write_all(text.as_bytes()).context("writing .threadlings.jsonl")
    }
}

/// Where a verdict comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Origin {
    Graded,
    Known,
    /// The file is no answer at all.
    Refused,
}

/// Prints verdicts, in the order of the submissions, under a progress bar.
struct Output<'a> {
    format: Format,
    submissions: &'a [Submission<'a>],
    bar: ProgressBar,
    in_order: InOrder<(Origin, Verdict)>,
    rows: Vec<(Origin, Verdict)>,
}

impl<'a> Output<'a> {
    fn new(format: Format, submissions: &'a [Submission<'a>]) -> Output<'a> {
        let bar = bar(submissions.len());
        Output { format, submissions, bar, in_order: InOrder::new(), rows: Vec::new() }
    }

    /// The verdict on the submission at a place.
    fn put(&mut self, at: usize, origin: Origin, verdict: Verdict) -> anyhow::Result<()> {
        self.bar.inc(1);
        for (origin, verdict) in self.in_order.put(at, (origin, verdict)) {
            let student = &self.submissions[self.rows.len()].student;
            self.bar.suspend(|| print(self.format, student, &verdict))?;
            self.rows.push((origin, verdict));
        }
        Ok(())
    }

    fn count(&self, origin: Origin) -> usize {
        self.rows.iter().filter(|(other, _)| *other == origin).count()
    }

    /// What can be said only of all of them.
    fn finish(&self, exercises: &[Exercise]) -> anyhow::Result<()> {
        self.bar.finish_and_clear();
        let students = self.submissions.iter().map(|submission| submission.student.as_str());
        let verdicts = students.zip(self.rows.iter().map(|(_, verdict)| verdict));
        let mut by_student: BTreeMap<&str, BTreeMap<&str, Outcome>> = BTreeMap::new();
        for (student, verdict) in verdicts.clone() {
            by_student.entry(student).or_default().insert(&verdict.exercise, verdict.outcome);
        }
        let passed = |row: &BTreeMap<&str, Outcome>| {
            row.values().filter(|outcome| **outcome == Outcome::Passed).count()
        };
        match self.format {
            Format::Human => {
                let mut out = anstream::stdout().lock();
                writeln!(out)?;
                for (student, row) in &by_student {
                    writeln!(out, "{STRONG}{student}{STRONG:#}: {} of {} passed", passed(row), row.len())?;
                }
            }
            Format::Json => {}
            Format::Junit => {
                let named = verdicts.map(|(student, verdict)| Verdict {
                    exercise: format!("{student}/{}", verdict.exercise),
                    ..verdict.clone()
                });
                report::junit(io::stdout().lock(), "submissions", &named.collect::<Vec<_>>())?;
            }
            Format::Csv => {
                let mut table = csv::Writer::from_writer(io::stdout().lock());
                let names = exercises.iter().map(|exercise| exercise.name.as_str());
                table.write_record(["student"].into_iter().chain(names.clone()).chain(["passed"]))?;
                for (student, row) in &by_student {
                    let cells =
                        names.clone().map(|name| row.get(name).map_or("", |outcome| report::word(*outcome)));
                    let passed = passed(row).to_string();
                    table.write_record([*student].into_iter().chain(cells).chain([passed.as_str()]))?;
                }
                table.flush()?;
            }
        }
        Ok(())
    }
}

fn print(format: Format, student: &str, verdict: &Verdict) -> anyhow::Result<()> {
    match format {
        Format::Human => {
            let style = style(verdict.outcome);
            let word = report::word(verdict.outcome);
            let line =
                format!("{style}{word:16}{style:#} {student}/{} {}", verdict.exercise, reason(verdict));
            writeln!(anstream::stdout().lock(), "{}", line.trim_end())?;
        }
        Format::Json => {
            let mut line = report::json(verdict);
            line["student"] = student.into();
            writeln!(io::stdout().lock(), "{line}")?;
        }
        Format::Junit | Format::Csv => {}
    }
    Ok(())
}
