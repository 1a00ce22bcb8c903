//! What submissions are linked with: the six crates of the course, once as they are and once over the doubles.
//!
//! In: the workspace. Out: [`Kit`], the arguments that make `rustc` find everything; built once and kept in
//! `target/threadlings`, in a folder named after a hash of what it is built of: a grader that is at work keeps its kit
//! when another one builds a newer.

use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use serde::{Deserialize, Serialize};

use crate::course::Course;
use crate::error::{Error, Result};

/// The libraries of both worlds, and the supervisor that submissions run under.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Kit {
    /// Against the real `std`.
    pub real: Libraries,
    /// Against the double.
    pub doubled: Libraries,
    /// The program that bounds a run.
    pub supervisor: PathBuf,
    /// The compiler itself, without the launcher that chooses it.
    pub rustc: PathBuf,
}

/// Where `rustc` finds what a submission uses.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Libraries {
    /// `--extern name=path`.
    pub externs: Vec<(String, PathBuf)>,
    /// `-L dependency=path`.
    pub search: PathBuf,
}

/// What every exercise has at hand.
const CRATES: [&str; 6] = ["anyhow", "crossbeam_channel", "num_bigint", "parking_lot", "procspawn", "rayon"];

impl Kit {
    /// The kit of a course, built where it is missing or old; `progress` is told so.
    ///
    /// # Errors
    /// [`Error::Kit`] with cargo's message.
    pub fn ready(course: &Course, progress: &dyn Fn(&str)) -> Result<Kit> {
        let folder = course.root().join(format!("target/threadlings/kit-{:016x}", stamp(course.root())?));
        let file = folder.join("kit.json");
        if let Some(kit) = read(&file) {
            return Ok(kit);
        }
        fs::create_dir_all(&folder).map_err(Error::file("create", &folder))?;
        let lock_path = folder.join("kit.lock");
        let lock = fs::File::create(&lock_path).map_err(Error::file("create", &lock_path))?;
        // Several graders may start at once: one builds, the others wait here and then find it built.
        lock.lock().map_err(Error::file("lock", &lock_path))?;
        if let Some(kit) = read(&file) {
            return Ok(kit);
        }
        progress("Building what submissions are linked with; this happens once and takes about a minute.");
        let kit = build(course.root(), &folder, progress)?;
        let text = serde_json::to_string(&kit).expect("paths of a workspace are text");
        fs::write(&file, text).map_err(Error::file("write", &file))?;
        Ok(kit)
    }
}

fn read(file: &Path) -> Option<Kit> {
    let kit: Kit = serde_json::from_str(&fs::read_to_string(file).ok()?).ok()?;
    let built = |libraries: &Libraries| libraries.externs.iter().all(|(_, path)| path.exists());
    (built(&kit.real) && built(&kit.doubled) && kit.supervisor.exists() && kit.rustc.exists()).then_some(kit)
}

/// A hash of all that the kit is built of, but for the registry's crates: `cargo update` needs a `cargo clean` after it.
fn stamp(root: &Path) -> Result<u64> {
    let mut hasher = DefaultHasher::new();
    let mut paths = vec![root.join("supervisor"), root.join("std-doubles")];
    while let Some(path) = paths.pop() {
        if path.is_dir() {
            let entries = fs::read_dir(&path).map_err(Error::file("read", &path))?;
            let mut inside: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
            inside.sort();
            paths.append(&mut inside);
        } else {
            path.hash(&mut hasher);
            fs::read(&path).map_err(Error::file("read", &path))?.hash(&mut hasher);
        }
    }
    Ok(hasher.finish())
}

fn build(root: &Path, folder: &Path, progress: &dyn Fn(&str)) -> Result<Kit> {
    let wrapper = root.join("std-doubles/rustc-with-double");
    let target = folder.to_string_lossy().into_owned();
    let doubled = ["--profile", "double", "--target-dir", &target];
    let wrapped = [("RUSTC_WRAPPER", wrapper.as_path())];
    // Each of the two leaves a core idle for a while.
    let (real, double) = thread::scope(|s| {
        let real = ["build", "-p", "threadlings-kit", "-p", "threadlings-supervisor"];
        let real = s.spawn(move || cargo(root, &real, &[]));
        let double = cargo(root, &[&["build", "-p", "threadlings-std"], &doubled[..]].concat(), &wrapped);
        (real.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)), double)
    });
    let (real, std) = (real?, double?.library("threadlings_std")?);
    progress("The standard library has its double; now the crates are built over it.");
    let build = ["build", "-p", "threadlings-kit", "--no-default-features", "--features", "doubled"];
    let over =
        cargo(root, &[&build, &doubled[..]].concat(), &[wrapped[0], ("THREADLINGS_STD", std.as_path())])?;
    let mut doubled = over.libraries()?;
    doubled.externs.push(("std".to_string(), std));
    // The next build would write over cargo's.
    let supervisor = folder.join("threadlings-supervisor");
    let built = real.program("threadlings-supervisor")?;
    fs::copy(&built, &supervisor).map_err(Error::file("copy", &built))?;
    Ok(Kit { real: real.libraries()?, doubled, supervisor, rustc: rustc(root) })
}

/// The compiler of the toolchain that this folder uses; asking the launcher each time would cost a moment.
fn rustc(root: &Path) -> PathBuf {
    let sysroot = Command::new("rustc").current_dir(root).args(["--print", "sysroot"]).output();
    let sysroot = sysroot.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_string());
    let inside =
        sysroot.map(|sysroot| Path::new(&sysroot).join("bin/rustc")).ok().filter(|path| path.is_file());
    inside.unwrap_or_else(|| PathBuf::from("rustc"))
}

/// What a call of cargo has made.
struct Built(Vec<serde_json::Value>);

fn cargo(root: &Path, arguments: &[&str], environment: &[(&str, &Path)]) -> Result<Built> {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root).args(arguments).envs(environment.iter().copied());
    // What cargo told the test or program that runs this must not steer another cargo.
    command.env_remove("CARGO_TARGET_DIR").env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    command.arg("--message-format=json-render-diagnostics");
    let output = command.output().map_err(|error| Error::Kit(format!("cargo did not start: {error}")))?;
    if !output.status.success() {
        return Err(Error::Kit(String::from_utf8_lossy(&output.stderr).into_owned()));
    }
    let lines = String::from_utf8_lossy(&output.stdout);
    Ok(Built(lines.lines().filter_map(|line| serde_json::from_str(line).ok()).collect()))
}

impl Built {
    /// The library of this name; ours, where there is a registry's of the same name too.
    fn library(&self, name: &str) -> Result<PathBuf> {
        let of_name = |message: &&serde_json::Value| {
            message["target"]["name"] == name && message["target"]["kind"][0] == "lib"
        };
        let ours = |message: &&serde_json::Value| {
            message["package_id"].as_str().is_some_and(|id| id.starts_with("path+"))
        };
        let mut found = self.0.iter().filter(of_name);
        let chosen = self.0.iter().filter(of_name).find(ours).or_else(|| found.next());
        let files = chosen.and_then(|message| message["filenames"].as_array());
        let rlib = files.and_then(|files| {
            files.iter().filter_map(|file| file.as_str()).find(|file| file.ends_with(".rlib"))
        });
        rlib.map(PathBuf::from).ok_or_else(|| Error::Kit(format!("cargo built no library {name}")))
    }

    fn program(&self, name: &str) -> Result<PathBuf> {
        let program = self
            .0
            .iter()
            .find(|message| message["target"]["name"] == name && message["executable"].is_string());
        let path = program.and_then(|message| message["executable"].as_str());
        path.map(PathBuf::from).ok_or_else(|| Error::Kit(format!("cargo built no program {name}")))
    }

    fn libraries(&self) -> Result<Libraries> {
        let externs: Vec<(String, PathBuf)> =
            CRATES.iter().map(|name| Ok((name.to_string(), self.library(name)?))).collect::<Result<_>>()?;
        // A registry's crate lies among its dependencies; ours are linked one folder above.
        let search = self.library("anyhow")?.parent().map(Path::to_path_buf).unwrap_or_default();
        Ok(Libraries { externs, search })
    }
}
