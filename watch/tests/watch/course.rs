//! A small course in a temporary folder, with a stand-in for the grader: what a learner's file says in a comment
//! decides what its verdict is, and no time is lost with compiling.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::terminal::Terminal;

/// The real course.
pub const WORKSPACE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

pub const FIRST: &str = "practice-01-thread-numbers";
pub const SECOND: &str = "practice-04-shared-counter";
pub const THIRD: &str = "practice-05-number-processes";

const STAND_IN: &str = r#"#!/bin/sh
echo "$@" >> calls
verdict() {
    source=exercises/$1/src/main.rs
    result='"checks": [{"name": "started", "passed": false, "message": ""}], "schedules": 0, "seconds": 0.1'
    case $(cat "$source") in
        *passes*) word=passed result='"checks": [{"name": "prints it", "passed": true, "message": ""}],
            "schedules": 12, "exhaustive": true, "seconds": 0.5';;
        *fails*) word=failed result='"checks": [{"name": "ends by itself", "passed": true, "message": ""},
            {"name": "no lost update", "passed": false, "message": "It prints 1 where 2 is expected.", "schedule": [
                {"who": "main", "what": "starts thread 1", "line": 1, "decisive": false},
                {"who": "thread 1", "what": "reads 0", "line": 2, "decisive": true},
                {"who": "thread 2", "what": "writes 1", "line": 3, "decisive": true}]}],
            "schedules": 1000, "exhaustive": false, "seconds": 0.9';;
        *refused*) word=does-not-compile
            result='"checks": [{"name": "compiles", "passed": false, "message": "error[E0382]: use of moved value"}],
            "schedules": 0, "seconds": 0.2';;
        *slow*) echo $$ > slow; echo 'Building what it needs.' >&2; sleep 600;;
        *broken*) echo "error: the disk is full, as in call $(($(wc -l < calls)))" >&2; exit 2;;
        *) word=not-started;;
    esac
    echo "{\"exercise\": \"$1\", \"verdict\": \"$word\", $result}" | tr -d '\n'
    echo
}
case $1 in
    grade)
        shift
        for name; do
            [ "$name" = --format ] && exit 1
            verdict "$name"
        done;;
    run)
        echo "a first line"
        while [ ! -e go ]; do sleep 0.05; done
        printf 'a \033[31msecond\033[0m line\nno newline' >&2
        exit 3;;
    *) exec THREADLINGS "$@";;
esac
"#;

pub struct Course {
    folder: TempDir,
}

impl Course {
    /// Three exercises as they were given, and the examples to read before them.
    pub fn new() -> Course {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let course = Course { folder };
        for name in [FIRST, SECOND, THIRD] {
            let exercise = Path::new("exercises").join(name);
            for file in ["Cargo.toml", "README.md", "exercise.toml", "start.rs"] {
                course.copy(&exercise.join(file), &exercise.join(file));
            }
            course.copy(&exercise.join("start.rs"), &exercise.join("src/main.rs"));
            let solution = Path::new("solutions").join(name).join("src/main.rs");
            course.copy(&solution, &solution);
        }
        for example in [
            "threading/threading-simple",
            "threading/threading-lock",
            "multiprocessing/multiprocessing-multiple",
            "pools/pools-squares",
        ] {
            let example = PathBuf::from(format!("examples-{example}"));
            for file in ["Cargo.toml", "src/main.rs"] {
                course.copy(&example.join(file), &example.join(file));
            }
        }
        course.write("Cargo.toml", "");
        course.write("stand-in", &STAND_IN.replace("THREADLINGS", env!("CARGO_BIN_EXE_threadlings-watch")));
        fs::set_permissions(course.path("stand-in"), PermissionsExt::from_mode(0o755)).expect("a program");
        course
    }

    /// Opens the course in a terminal.
    pub fn open(&self) -> Terminal {
        self.open_with(&[], &[])
    }

    pub fn open_with(&self, options: &[&str], environment: &[(&str, &str)]) -> Terminal {
        let program = [env!("CARGO_BIN_EXE_threadlings-watch"), "--stand-in", "./stand-in"];
        Terminal::start(&[&program, options].concat(), self.folder.path(), environment)
    }

    pub fn path(&self, file: &str) -> PathBuf {
        self.folder.path().join(file)
    }

    pub fn read(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).unwrap_or_default()
    }

    pub fn write(&self, file: &str, text: &str) {
        let path = self.path(file);
        fs::create_dir_all(path.parent().expect("a file in the course")).expect("a folder");
        fs::write(path, text).expect("a file");
    }

    /// Saves a learner's file.
    pub fn save(&self, exercise: &str, text: &str) {
        self.write(&source(exercise), text);
    }

    /// What the stand-in was called with so far.
    pub fn calls(&self) -> Vec<String> {
        self.read("calls").lines().map(String::from).collect()
    }

    fn copy(&self, from: &Path, to: &Path) {
        let text = fs::read_to_string(Path::new(WORKSPACE).join(from)).expect("a file of the course");
        self.write(&to.to_string_lossy(), &text);
    }
}

pub fn source(exercise: &str) -> String {
    format!("exercises/{exercise}/src/main.rs")
}
