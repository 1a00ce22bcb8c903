//! What submissions are linked with: the six crates of the course, once as they are and once over the doubles.
//!
//! In: the workspace. Out: [`Kit`], the arguments that make `rustc` find everything; built once and noted in
//! `target/threadlings`, in a folder named after a hash of what it is built of: a grader that is at work keeps its kit
//! when another one builds a newer.

use std::collections::BTreeSet;
use std::collections::hash_map::DefaultHasher;
use std::fs;
use std::hash::{Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

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
    /// Linked with the program that runs against the real `std`: counts what it starts, see `std-doubles/starts.rs`.
    pub starts: PathBuf,
    /// The program that bounds a run.
    pub supervisor: PathBuf,
    /// The compiler itself, without the launcher that chooses it.
    pub rustc: PathBuf,
    /// When it was installed: what another one has built is of no use to it.
    rustc_from: Option<SystemTime>,
}

/// Where `rustc` finds what a submission uses.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Libraries {
    /// `--extern name=path`.
    pub externs: Vec<(String, PathBuf)>,
    /// `-L dependency=path`: also macros are there, which are built for what compiles.
    pub search: BTreeSet<PathBuf>,
}

/// What every exercise has at hand.
const CRATES: [&str; 6] = ["anyhow", "crossbeam_channel", "num_bigint", "parking_lot", "procspawn", "rayon"];

impl Kit {
    /// The kit of a course, built where it is missing or old; `progress` is told so.
    ///
    /// # Errors
    /// [`Error::Kit`] with cargo's message.
    pub fn ready(course: &Course, progress: &dyn Fn(&str)) -> Result<Kit> {
        let stamp = stamp(course.root())?;
        let folder = course.root().join(format!("target/threadlings/kit-{stamp:016x}"));
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
        progress("Building what submissions are linked with; this happens once and takes half a minute.");
        let kit = build(course.root(), &folder, stamp, progress)?;
        let text = serde_json::to_string(&kit).expect("paths of a workspace are text");
        fs::write(&file, text).map_err(Error::file("write", &file))?;
        Ok(kit)
    }
}

fn read(file: &Path) -> Option<Kit> {
    let kit: Kit = serde_json::from_str(&fs::read_to_string(file).ok()?).ok()?;
    let built = |libraries: &Libraries| libraries.externs.iter().all(|(_, path)| path.exists());
    let is_same_rustc = installed(&kit.rustc) == kit.rustc_from;
    let is_whole = built(&kit.real) && built(&kit.doubled) && kit.supervisor.exists() && kit.starts.exists();
    (is_whole && is_same_rustc).then_some(kit)
}

fn installed(program: &Path) -> Option<SystemTime> {
    fs::metadata(program).and_then(|file| file.modified()).ok()
}

/// A hash of all that the kit is built of.
fn stamp(root: &Path) -> Result<u64> {
    let mut hasher = DefaultHasher::new();
    let mut paths = vec![root.join("Cargo.lock"), root.join("supervisor"), root.join("std-doubles")];
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

/// Packages to name in every build: so crates get the features that they have in the grader's, and are not compiled once
/// more. What is built of these two is another matter.
pub(crate) const LIKE_GRADER: [&str; 4] = ["--package", "threadlings-watch", "--package", "threadlings-kit"];

/// The registry's crates that see the double in the place of `std`.
const OVER_THE_DOUBLE: [&str; 6] =
    ["crossbeam-utils", "crossbeam-epoch", "crossbeam-deque", "rayon-core", "rayon", "procspawn"];

fn build(root: &Path, folder: &Path, stamp: u64, progress: &dyn Fn(&str)) -> Result<Kit> {
    let double = ["threadlings-std"];
    let supervisor = ["--package", "threadlings-supervisor", "--bin", "threadlings-supervisor"];
    let first = [&["--lib", "--package", "threadlings-std"], &LIKE_GRADER[..], &supervisor].concat();
    let real = cargo(root, &first, &marked(&double, stamp), &[])?;
    let std = real.library("threadlings_std")?;
    progress("The crates are there, and the double of the standard library; now those are built over it.");
    let wrapper = root.join("std-doubles/rustc-with-double");
    let over = OVER_THE_DOUBLE.join(" ").replace('-', "_");
    let environment = [
        ("RUSTC_WRAPPER", wrapper.as_path()),
        ("THREADLINGS_STD", &std),
        ("THREADLINGS_OVER_IT", Path::new(&over)),
    ];
    let second = ["--lib", "--no-default-features", "--features", "threadlings-kit/doubled"];
    let marks = marked(&[&double[..], &OVER_THE_DOUBLE].concat(), stamp);
    let mut doubled =
        cargo(root, &[&second, &LIKE_GRADER[..]].concat(), &marks, &environment)?.libraries()?;
    doubled.externs.push(("std".to_string(), std));
    // The next build would write over cargo's.
    let supervisor = folder.join("threadlings-supervisor");
    let built = real.program("threadlings-supervisor")?;
    fs::copy(&built, &supervisor).map_err(Error::file("copy", &built))?;
    let rustc = rustc(root);
    let starts = starts(&rustc, root, folder)?;
    Ok(Kit { real: real.libraries()?, doubled, starts, supervisor, rustc_from: installed(&rustc), rustc })
}

fn starts(rustc: &Path, root: &Path, folder: &Path) -> Result<PathBuf> {
    let object = folder.join("starts.o");
    let mut command = Command::new(rustc);
    command.args([
        "--edition=2024",
        "--crate-type=lib",
        "--emit=obj",
        "-Cpanic=abort",
        "-Copt-level=2",
        "-o",
    ]);
    command.arg(&object).arg(root.join("std-doubles/starts.rs"));
    run(command, "rustc")?;
    Ok(object)
}

/// Runs cargo or rustc to its end, and gives what it wrote.
fn run(mut command: Command, name: &str) -> Result<String> {
    let output = command.output().map_err(|error| Error::Kit(format!("{name} did not start: {error}")))?;
    if !output.status.success() {
        return Err(Error::Kit(String::from_utf8_lossy(&output.stderr).into_owned()));
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Settings that keep what is built over one double apart from what is built over none or another, while all else is
/// shared. Cargo tells builds of a package apart by its profile, and the number of codegen units is what can be any
/// number there: above a few dozen it means no more than "one for each module".
fn marked(packages: &[&str], stamp: u64) -> Vec<String> {
    let units = 1_000 + stamp % 1_000_000_000;
    let setting = |package: &&str| format!("--config=profile.dev.package.{package}.codegen-units={units}");
    packages.iter().map(setting).collect()
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

fn cargo(
    root: &Path,
    arguments: &[&str],
    settings: &[String],
    environment: &[(&str, &Path)],
) -> Result<Built> {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    // What cargo told the test or program that runs this must not steer another cargo.
    command.env_remove("CARGO_TARGET_DIR").env_remove("RUSTFLAGS").env_remove("CARGO_ENCODED_RUSTFLAGS");
    command.current_dir(root).arg("build").args(arguments).args(settings);
    command.arg("--message-format=json-render-diagnostics").envs(environment.iter().copied());
    let lines = run(command, "cargo")?;
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
        // Beside the metadata lies the library under the name that no other build writes over.
        let metadata = files.and_then(|files| {
            files.iter().filter_map(|file| file.as_str()).find(|file| file.ends_with(".rmeta"))
        });
        let library = metadata.map(|file| Path::new(file).with_extension("rlib"));
        library.ok_or_else(|| Error::Kit(format!("cargo built no library {name}")))
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
        let files = self.0.iter().filter_map(|message| message["filenames"].as_array()).flatten();
        let libraries = files.filter_map(|file| file.as_str().map(Path::new));
        let libraries = libraries.filter(|file| file.extension().is_some_and(|e| e == "rmeta" || e == "so"));
        let search = libraries.filter_map(|file| Some(file.parent()?.to_path_buf())).collect();
        Ok(Libraries { externs, search })
    }
}
