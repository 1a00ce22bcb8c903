//! How far a learner is: the last verdict of each exercise, with the hash of the file that earned it.
//!
//! In and out: `.threadlings/progress.json` in the course's folder, which `cargo clean` leaves alone. Watch mode writes
//! it; whoever lists exercises reads it.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use hmac_sha256::Hash;
use serde::{Deserialize, Serialize};

use crate::course::{Course, Exercise};
use crate::error::{Error, Result};
use crate::verdict::Outcome;

/// What is remembered between two sessions.
#[derive(Debug)]
pub struct Progress {
    folder: PathBuf,
    saved: Saved,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct Saved {
    current: Option<String>,
    verdicts: BTreeMap<String, Earned>,
}

/// A verdict, and the file that earned it.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Earned {
    verdict: Outcome,
    sha256: String,
}

/// Where an exercise stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Its file is as it was given.
    NotStarted,
    /// Its file has not passed.
    Failing,
    /// Its file has passed, as it is.
    Passed,
    /// Its file passed, and was edited afterwards.
    PassedBefore,
}

impl Progress {
    /// Reads what is remembered. A damaged file is set aside, and the second value says so.
    ///
    /// # Errors
    /// When the file can neither be read nor set aside.
    pub fn load(course: &Course) -> Result<(Progress, Option<String>)> {
        let folder = course.root().join(".threadlings");
        let (saved, message) = read(&folder)?;
        Ok((Progress { folder, saved: saved.unwrap_or_default() }, message))
    }

    /// The exercise that was worked on last.
    pub fn current(&self) -> Option<&str> {
        self.saved.current.as_deref()
    }

    /// Remembers the exercise that is worked on.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn set_current(&mut self, exercise: &str) -> Result<()> {
        self.update(|saved| saved.current = Some(exercise.to_string()))
    }

    /// Remembers the verdict that `source`, the text of the learner's file, has earned.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn record(&mut self, exercise: &str, verdict: Outcome, source: &str) -> Result<()> {
        let earned = Earned { verdict, sha256: sha256(source) };
        self.update(|saved| {
            saved.verdicts.insert(exercise.to_string(), earned);
        })
    }

    /// Where an exercise stands, by its file as it is now.
    pub fn standing(&self, exercise: &Exercise) -> Standing {
        let text = |path: PathBuf| fs::read_to_string(path).unwrap_or_default();
        let source = text(exercise.source());
        if source.trim() == text(exercise.start()).trim() {
            return Standing::NotStarted;
        }
        match self.saved.verdicts.get(&exercise.name) {
            Some(Earned { verdict: Outcome::Passed, sha256: hash }) if *hash == sha256(&source) => {
                Standing::Passed
            }
            Some(Earned { verdict: Outcome::Passed, .. }) => Standing::PassedBefore,
            _ => Standing::Failing,
        }
    }

    /// Changes what is remembered, here and in the file. Two that do so at once take turns: no update is lost.
    fn update(&mut self, change: impl FnOnce(&mut Saved)) -> Result<()> {
        fs::create_dir_all(&self.folder).map_err(Error::file("create", &self.folder))?;
        let lock = File::open(&self.folder).map_err(Error::file("open", &self.folder))?;
        lock.lock().map_err(Error::file("lock", &self.folder))?;
        if let (Some(saved), _) = read(&self.folder)? {
            self.saved = saved;
        }
        change(&mut self.saved);
        write(&self.folder, &self.saved)
    }
}

fn file(folder: &Path) -> PathBuf {
    folder.join("progress.json")
}

/// What the file says, if there is a good one; a message, if there was a bad one.
fn read(folder: &Path) -> Result<(Option<Saved>, Option<String>)> {
    let path = file(folder);
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok((None, None)),
        Err(error) => return Err(Error::file("read", path)(error)),
    };
    match serde_json::from_slice(&bytes) {
        Ok(saved) => Ok((Some(saved), None)),
        Err(error) => {
            let mut names = (1..).map(|number| folder.join(format!("damaged-{number}.json")));
            let aside = names.find(|path| !path.exists()).expect("some number is free");
            fs::rename(&path, &aside).map_err(Error::file("set aside", &path))?;
            Ok((
                None,
                Some(format!("{} was damaged ({error}); it is kept as {}.", path.display(), aside.display())),
            ))
        }
    }
}

/// Writes a new file and puts it in the old one's place, so that there is a whole one at any time.
fn write(folder: &Path, saved: &Saved) -> Result<()> {
    let path = file(folder);
    let text = serde_json::to_string_pretty(saved).expect("names and hashes are text");
    let mut new = tempfile::NamedTempFile::new_in(folder).map_err(Error::file("write in", folder))?;
    new.write_all(text.as_bytes()).map_err(Error::file("write", new.path()))?;
    new.as_file().sync_all().map_err(Error::file("write", new.path()))?;
    new.persist(&path).map_err(|error| Error::file("write", &path)(error.error))?;
    Ok(())
}

fn sha256(text: &str) -> String {
    Hash::hash(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}
