//! What the course consists of: the folders of the workspace, read when they are asked for.
//!
//! In: a path inside the workspace. Out: [`Course`], with its examples and exercises by name.

use std::fs;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::spec::Spec;

/// The workspace.
#[derive(Debug, Clone)]
pub struct Course {
    root: PathBuf,
}

/// One exercise: a folder in `exercises/`.
#[derive(Debug, Clone)]
pub struct Exercise {
    /// Its name, which is its folder's and its package's.
    pub name: String,
    /// Its folder.
    pub dir: PathBuf,
    /// What its `exercise.toml` says.
    pub spec: Spec,
}

/// One example: a folder in one of the `examples-*`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// Its name, which is its folder's and its package's.
    pub name: String,
    /// `threading`, `multiprocessing` or `pools`.
    pub topic: String,
    /// Its folder.
    pub dir: PathBuf,
}

impl Course {
    /// Finds the course that `inside` belongs to.
    ///
    /// # Errors
    /// [`Error::NoCourse`].
    pub fn find(inside: &Path) -> Result<Course> {
        let is_course = |dir: &&Path| dir.join("exercises").is_dir() && dir.join("Cargo.toml").is_file();
        let root = inside.ancestors().find(is_course).ok_or_else(|| Error::NoCourse(inside.to_path_buf()))?;
        Ok(Course { root: root.to_path_buf() })
    }

    /// The course that this crate was built in.
    ///
    /// # Errors
    /// [`Error::NoCourse`] when that folder is gone.
    ///
    /// ```
    /// let course = threadlings::Course::built_in()?;
    /// assert_eq!(course.exercise("practice-04-shared-counter")?.spec.read_first, "threading-lock");
    /// # Ok::<(), threadlings::Error>(())
    /// ```
    pub fn built_in() -> Result<Course> {
        Course::find(Path::new(env!("CARGO_MANIFEST_DIR")))
    }

    /// The workspace's folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The names of all exercises, in the order of the course: practice, challenge, extra.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn exercise_names(&self) -> Result<Vec<String>> {
        let mut names = folders(&self.root.join("exercises"))?;
        let rank = |name: &str| match name.split('-').next() {
            Some("practice") => 0,
            Some("challenge") => 1,
            Some("extra") => 2,
            _ => 3,
        };
        names.sort_by_key(|name| (rank(name), name.clone()));
        Ok(names)
    }

    /// All exercises, in order.
    ///
    /// # Errors
    /// When a folder or an `exercise.toml` cannot be read.
    pub fn exercises(&self) -> Result<Vec<Exercise>> {
        self.exercise_names()?.into_iter().map(|name| self.read_exercise(name)).collect()
    }

    /// The exercise of this name, of which the beginning is enough: `practice-04`.
    ///
    /// # Errors
    /// [`Error::Unknown`] with the nearest names, or when its `exercise.toml` cannot be read.
    pub fn exercise(&self, name: &str) -> Result<Exercise> {
        let names = self.exercise_names()?;
        self.read_exercise(meant("exercise", name, &names)?.clone())
    }

    fn read_exercise(&self, name: String) -> Result<Exercise> {
        let dir = self.root.join("exercises").join(&name);
        let spec = Spec::read(&dir.join("exercise.toml"))?;
        Ok(Exercise { name, dir, spec })
    }

    /// All examples, by topic.
    ///
    /// # Errors
    /// When a folder cannot be read.
    pub fn examples(&self) -> Result<Vec<Example>> {
        let mut examples = Vec::new();
        for topic in ["threading", "multiprocessing", "pools"] {
            let group = self.root.join(format!("examples-{topic}"));
            let mut names = folders(&group)?;
            names.sort();
            let example = |name: String| Example { dir: group.join(&name), topic: topic.to_string(), name };
            examples.extend(names.into_iter().map(example));
        }
        Ok(examples)
    }
}

impl Exercise {
    /// The file that the learner edits.
    pub fn source(&self) -> PathBuf {
        self.dir.join("src/main.rs")
    }

    /// The file as it was given.
    pub fn start(&self) -> PathBuf {
        self.dir.join("start.rs")
    }

    /// The task.
    pub fn readme(&self) -> PathBuf {
        self.dir.join("README.md")
    }

    /// The answer.
    pub fn solution(&self) -> PathBuf {
        self.dir.join("../../solutions").join(&self.name).join("src/main.rs")
    }
}

/// The folders of a folder that are packages.
fn folders(dir: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(dir).map_err(Error::file("read", dir))?;
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry.map_err(Error::file("read", dir))?;
        if entry.path().join("Cargo.toml").is_file() {
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    Ok(names)
}

/// The name that is meant by `name`: itself, or the only one that goes on with a hyphen after it.
///
/// # Errors
/// [`Error::Unknown`], which calls what is named a `kind`.
pub fn meant<'a>(kind: &'static str, name: &str, names: &'a [String]) -> Result<&'a String> {
    let goes_on = |known: &&String| known.strip_prefix(name).is_some_and(|rest| rest.starts_with('-'));
    let itself = names.iter().find(|known| *known == name);
    let mut longer = names.iter().filter(goes_on);
    match (itself, longer.next(), longer.next()) {
        (Some(name), ..) | (None, Some(name), None) => Ok(name),
        _ => Err(Error::Unknown { kind, name: name.to_string(), nearest: nearest(name, names) }),
    }
}

/// Names that somebody who typed `name` may have meant: those that contain it, else those that are spelt alike.
pub fn nearest(name: &str, names: &[String]) -> Vec<String> {
    let contain: Vec<String> = names.iter().filter(|known| known.contains(name)).cloned().collect();
    if !contain.is_empty() && !name.is_empty() {
        return contain;
    }
    let mut alike: Vec<(f64, &String)> = names
        .iter()
        .map(|known| (strsim::jaro_winkler(name, known), known))
        .filter(|(like, _)| *like > 0.8)
        .collect();
    alike.sort_by(|(a, _), (b, _)| b.total_cmp(a));
    alike.into_iter().take(3).map(|(_, known)| known.clone()).collect()
}
