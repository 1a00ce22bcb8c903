//! The command line: what each command prints, what it refuses, and its exit status (0 well, 1 not all is, 2 the call
//! was wrong).
//!
//! Most tests work on a course of two exercises in a folder of their own; the few that grade use the real one.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use predicates::prelude::*;
use predicates::str::{contains, ends_with, starts_with};
use regex_lite::Regex;
use tempfile::TempDir;

/// `threadlings`, started in a folder.
fn threadlings(dir: &Path) -> Command {
    let mut command = assert_cmd::cargo::cargo_bin_cmd!("threadlings");
    command.current_dir(dir).env_remove("NO_COLOR");
    command
}

/// The regular expression is found in a text.
fn matches(pattern: &str) -> impl Predicate<str> + use<> {
    let regex = Regex::new(pattern).unwrap();
    predicate::function(move |text: &str| regex.is_match(text))
}

fn real_course() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A course with an example and the exercises practice-02 and practice-04, not started.
struct Course(TempDir);

const HELLO: &str = "practice-02-hello-process";
const COUNTER: &str = "practice-04-shared-counter";

impl Course {
    fn new() -> Course {
        let course = Course(TempDir::new().unwrap());
        course.write("Cargo.toml", "[workspace]\nresolver = \"3\"\nmembers = [\"examples-threading/*\"]\n");
        for exercise in [HELLO, COUNTER] {
            for file in ["Cargo.toml", "README.md", "exercise.toml", "start.rs"] {
                let path = format!("exercises/{exercise}/{file}");
                course.write(&path, &fs::read_to_string(real_course().join(&path)).unwrap());
            }
            let start = course.read(&format!("exercises/{exercise}/start.rs"));
            course.write(&format!("exercises/{exercise}/src/main.rs"), &start);
            for file in ["Cargo.toml", "src/main.rs"] {
                let path = format!("solutions/{exercise}/{file}");
                course.write(&path, &fs::read_to_string(real_course().join(&path)).unwrap());
            }
        }
        course.example("examples-threading/threading-lock", "//! Look at the lock.\nfn main() {}\n");
        course.example(
            "examples-multiprocessing/multiprocessing-simple",
            "//! Look at the child.\nfn main() {}\n",
        );
        fs::create_dir(course.path("examples-pools")).unwrap();
        course
    }

    fn example(&self, folder: &str, program: &str) {
        let name = folder.rsplit('/').next().unwrap();
        self.write(
            &format!("{folder}/Cargo.toml"),
            &format!("[package]\nname = \"{name}\"\nedition = \"2024\"\n"),
        );
        self.write(&format!("{folder}/src/main.rs"), program);
    }

    fn path(&self, file: &str) -> PathBuf {
        self.0.path().join(file)
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.path(file)).unwrap()
    }

    fn write(&self, file: &str, text: &str) {
        let path = self.path(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn threadlings<const N: usize>(&self, arguments: [&str; N]) -> Command {
        let mut command = threadlings(self.0.path());
        command.args(arguments);
        command
    }
}

// The call itself.

#[test]
fn every_command_explains_itself_with_examples() {
    let course = Course::new();
    course.threadlings(["--help"]).assert().success().stdout(contains("Examples:"));
    let commands =
        ["grade", "list", "hint", "run", "solution", "reset", "next", "check-all", "quiz", "new", "verify"];
    for command in commands.into_iter().chain(["completions"]) {
        course.threadlings([command, "--help"]).assert().success().stdout(contains("Examples:\n  "));
    }
}

#[test]
fn a_wrong_call_ends_with_2_and_names_what_is_wrong() {
    let course = Course::new();
    course.threadlings(["grad"]).assert().code(2).stderr(contains("'grade'"));
    course.threadlings(["list", "--colour", "never"]).assert().code(2).stderr(contains("--color"));
    course
        .threadlings(["list", "--color", "sometimes"])
        .assert()
        .code(2)
        .stderr(contains("auto, always, never"));
    course.threadlings(["--poll", "list"]).assert().code(2).stderr(contains("--poll"));
    course.threadlings(["hint", HELLO, "first"]).assert().code(2).stderr(contains("'first'"));
    course.threadlings(["completions", "cmd"]).assert().code(2).stderr(contains("fish"));
    for command in ["grade", "hint", "run", "solution", "reset", "verify"] {
        let assert = course.threadlings([command, "practice-02-helo-process"]).assert();
        assert.code(2).stdout("").stderr(contains("did you mean practice-02-hello-process"));
    }
}

#[test]
fn without_watch_mode_it_says_what_opens_it() {
    let alone = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let program = alone.path().join("threadlings");
    // A copy could not be run while another test's child, started meanwhile, still has it open for writing.
    fs::hard_link(assert_cmd::cargo::cargo_bin!("threadlings"), &program).unwrap();
    Command::new(program).assert().code(2).stderr(contains("threadlings-watch is not built: `cargo run`"));
}

#[test]
fn colours_are_for_terminals_unless_asked_for() {
    let course = Course::new();
    let coloured = contains("\u{1b}[");
    course.threadlings(["list"]).assert().success().stdout(coloured.clone().not());
    course.threadlings(["list", "--color", "always"]).assert().success().stdout(coloured.clone());
    course.threadlings(["--color=never", "list"]).assert().success().stdout(coloured.clone().not());
    course.threadlings(["list", "--color", "always"]).env("NO_COLOR", "1").assert().stdout(coloured);
}

#[test]
fn nobody_is_told_where_nobody_reads() {
    let course = Course::new();
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let mut command = std::process::Command::new(assert_cmd::cargo::cargo_bin!("threadlings"));
    let output = command.arg("list").current_dir(course.0.path()).stdout(writer).output().unwrap();
    assert_eq!(output.status.code(), Some(141));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn outside_the_course_it_is_the_one_it_was_built_in() {
    let elsewhere = TempDir::new().unwrap();
    threadlings(elsewhere.path()).args(["hint", "extra-03-event"]).assert().success();
}

// Looking at the course.

#[test]
fn list_names_everything_with_its_state() {
    let course = Course::new();
    course.write(&format!("exercises/{COUNTER}/src/main.rs"), "fn main() {}");
    let assert = course.threadlings(["list"]).assert().success();
    let assert = assert.stdout(starts_with("threading threadlings run NAME\n  threading-lock"));
    let assert = assert.stdout(contains("Look at the child."));
    let assert = assert.stdout(matches(&format!("{HELLO} +not started +Hello from a process")));
    assert.stdout(matches(&format!("{COUNTER} +failing +A shared counter")));
}

#[test]
fn list_says_what_is_wrong_with_an_exercise_and_where() {
    let course = Course::new();
    course.write(&format!("exercises/{HELLO}/exercise.toml"), "title = 3\n");
    let assert = course.threadlings(["list"]).assert().code(2);
    assert.stderr(contains(format!("{HELLO}/exercise.toml")).and(contains("line 1")));
}

#[test]
fn hint_goes_from_the_first_to_the_last() {
    let course = Course::new();
    course.threadlings(["hint", COUNTER]).assert().success().stdout(starts_with("Hint 1 of 4: "));
    course.threadlings(["hint", COUNTER, "4"]).assert().success().stdout(starts_with("Hint 4 of 4: "));
    for level in ["0", "5"] {
        let assert = course.threadlings(["hint", COUNTER, level]).assert();
        assert.code(2).stdout("").stderr(contains("has 4 hints, ask for 1 to 4"));
    }
}

#[test]
fn solution_shows_it() {
    let course = Course::new();
    let text = course.read(&format!("solutions/{HELLO}/src/main.rs"));
    course.threadlings(["solution", HELLO]).assert().success().stdout(text);
    fs::remove_file(course.path(&format!("solutions/{HELLO}/src/main.rs"))).unwrap();
    course.threadlings(["solution", HELLO]).assert().code(2).stderr(contains("solutions/practice-02"));
}

#[test]
fn next_is_the_first_that_is_not_passed() {
    let course = Course::new();
    let assert = course.threadlings(["next"]).assert().success();
    assert.stdout(contains("practice-02-hello-process: Hello from a process (not started)"));
    let file = "exercises/practice-02-hello-process/src/main.rs\n";
    course.threadlings(["next", "--file"]).assert().success().stdout(ends_with(file));
}

#[test]
fn run_hands_arguments_and_exit_status_on() {
    let course = Course::new();
    let program = "fn main() {\n    let mut args = std::env::args().skip(1);\n    \
        let status = args.next().unwrap();\n    println!(\"{:?}\", args.collect::<Vec<_>>());\n    \
        std::process::exit(status.parse().unwrap())\n}\n";
    course.example("examples-threading/threading-status", program);
    let mut command = course.threadlings(["run", "threading-status", "7", "--", "-x", "--help", "a b"]);
    command.env_remove("CARGO_TARGET_DIR");
    command.assert().code(7).stdout("[\"--\", \"-x\", \"--help\", \"a b\"]\n");
}

#[test]
fn run_knows_examples_as_well_as_exercises() {
    let course = Course::new();
    let assert = course.threadlings(["run", "threading-luck"]).assert();
    assert.code(2).stderr(contains("no example or exercise \"threading-luck\"; did you mean threading-lock"));
}

// Starting over.

#[test]
fn reset_asks_and_keeps_what_there_was() {
    let course = Course::new();
    let file = format!("exercises/{HELLO}/src/main.rs");
    course.write(&file, "fn main() {}");
    for answer in ["", "n\n", "perhaps\n"] {
        let assert = course.threadlings(["reset", HELLO]).write_stdin(answer).assert();
        assert.code(1).stdout(contains("[y/N]").and(contains("Nothing has changed.")));
        assert_eq!(course.read(&file), "fn main() {}");
    }
    let assert = course.threadlings(["reset", HELLO]).write_stdin("y\n").assert().success();
    assert.stdout(contains("main.rs.bak-1"));
    assert_eq!(course.read(&file), course.read(&format!("exercises/{HELLO}/start.rs")));
    assert_eq!(course.read(&format!("{file}.bak-1")), "fn main() {}");

    course.write(&file, "fn main() { todo!() }");
    course.threadlings(["reset", HELLO, "--yes"]).assert().success().stdout(contains("main.rs.bak-2"));
    assert_eq!(course.read(&format!("{file}.bak-1")), "fn main() {}");
    assert_eq!(course.read(&format!("{file}.bak-2")), "fn main() { todo!() }");
}

#[test]
fn reset_gives_a_lost_file_back_and_leaves_a_new_one_alone() {
    let course = Course::new();
    let file = format!("exercises/{HELLO}/src/main.rs");
    course.threadlings(["reset", HELLO]).assert().success().stdout(contains("is as it was given"));
    fs::remove_file(course.path(&file)).unwrap();
    course.threadlings(["reset", HELLO, "-y"]).assert().success().stdout(contains("bak").not());
    assert_eq!(course.read(&file), course.read(&format!("exercises/{HELLO}/start.rs")));
}

// The quiz.

/// Takes the quiz with these answers, and gives what it printed.
fn quiz(options: &[&str], answers: &str) -> String {
    let mut command = threadlings(real_course());
    let assert = command.arg("quiz").args(options).write_stdin(answers).assert().success();
    String::from_utf8(assert.get_output().stdout.clone()).unwrap()
}

#[test]
fn quiz_explains_and_counts() {
    let first = quiz(&[], &"a\n".repeat(100));
    let mut verdicts = Vec::new();
    for line in first.lines().filter_map(|line| line.strip_prefix("> ")) {
        let letter = line.strip_prefix("No, it is ").and_then(|rest| rest.chars().next()).unwrap_or('a');
        verdicts.push(letter);
    }
    assert!(verdicts.len() >= 30, "{first}");
    let right = verdicts.iter().filter(|letter| **letter == 'a').count();
    assert!(first.ends_with(&format!("{right} of {} right\n", verdicts.len())), "{first}");

    let answers: String =
        verdicts.iter().map(|letter| format!("{}\n", letter.to_ascii_uppercase())).collect();
    let perfect = quiz(&[], &answers);
    assert!(perfect.ends_with(&format!("{0} of {0} right\n", verdicts.len())), "{perfect}");
}

#[test]
fn quiz_ends_with_the_answers_and_asks_again_after_a_bad_one() {
    assert!(quiz(&[], "").ends_with("0 of 0 right\n"));
    assert!(quiz(&[], "q\n").ends_with("0 of 0 right\n"));
    let text = quiz(&["--count", "1"], "z\n\nä\n12\na");
    assert_eq!(text.matches("Type a letter from a to d, or q to stop.").count(), 4, "{text}");
    assert!(text.ends_with(" of 1 right\n"), "{text}");
}

#[test]
fn quiz_draws_by_its_seed() {
    let drawn = |seed| quiz(&["--seed", seed, "--count", "5"], "");
    assert_eq!(drawn("7"), drawn("7"));
    assert_ne!(drawn("7"), drawn("8"));
    threadlings(real_course()).args(["quiz", "--seed", "x"]).assert().code(2);
    let assert = threadlings(real_course()).args(["quiz", "--topic", "lock"]).assert();
    assert.code(2).stderr(contains("there are some about threads, "));
}

// A course author's commands.

#[test]
fn new_makes_what_verify_finds_nothing_wrong_with() {
    let course = Course::new();
    course.example("examples-threading/threading-multiple", "fn main() {}");
    let name = "extra-09-token-ring";
    course
        .threadlings(["new", name])
        .assert()
        .success()
        .stdout(contains("threadlings verify extra-09-token-ring"));
    course.threadlings(["verify", name, "--quick"]).assert().success().stdout("✓ extra-09-token-ring\n");
    assert!(course.read(&format!("exercises/{name}/Cargo.toml")).contains("name = \"extra-09-token-ring\""));
    assert!(
        course
            .read(&format!("solutions/{name}/Cargo.toml"))
            .contains("name = \"extra-09-token-ring-solution\"")
    );
    course.threadlings(["list"]).assert().success().stdout(contains(name));
    course
        .threadlings(["new", name])
        .assert()
        .code(2)
        .stderr(contains("there is an exercise extra-09-token-ring"));
}

#[test]
fn new_refuses_bad_and_taken_names() {
    let course = Course::new();
    let lock = "version = 4\n\n[[package]]\nname = \"crossbeam-channel\"\nversion = \"0.5.15\"\n";
    course.write("Cargo.lock", lock);
    for bad in [
        "",
        "ring",
        "Extra-09",
        "../a-b",
        "a b-c",
        "extra--09",
        "extra-09-solution",
        "1-a",
        "ä-b",
        "extra_09",
        "-extra",
    ] {
        course
            .threadlings(["new", "--", bad])
            .assert()
            .code(2)
            .stderr(contains("is no name for an exercise: "));
    }
    course.threadlings(["new", "crossbeam-channel"]).assert().code(2).stderr(contains("is a package"));
    fs::create_dir(course.path("solutions/extra-09-ring")).unwrap();
    let assert = course.threadlings(["new", "extra-09-ring"]).assert().code(2);
    assert.stderr(contains("solutions/extra-09-ring is in the way"));
    assert!(!course.path("exercises/extra-09-ring").exists());
}

#[test]
fn verify_finds_what_is_missing() {
    let course = Course::new();
    course.threadlings(["verify", "--quick"]).assert().success();
    let spoil = |file: &str, from: &str, to: &str, message: &str| {
        let file = format!("exercises/{COUNTER}/{file}");
        let good = course.read(&file);
        assert!(good.contains(from), "{file} has no {from:?}");
        course.write(&file, &good.replace(from, to));
        let assert = course.threadlings(["verify", COUNTER, HELLO, "--quick"]).assert().code(1);
        assert.stdout(contains(message).and(contains(format!("✓ {HELLO}"))));
        course.write(&file, &good);
    };
    spoil("README.md", "**Right means:**", "", "README.md lacks what right means");
    spoil("README.md", "```text", "```", "README.md lacks an example of its output");
    spoil("README.md", "threading-lock", "threading-race", "README.md lacks the example of `read-first`");
    spoil("README.md", "THREADS", "COUNT", "README.md: the argument THREADS is not mentioned");
    spoil("start.rs", "THREADS", "COUNT", "start.rs: the argument THREADS is not mentioned");
    spoil(
        "start.rs",
        "todo!(",
        "unimplemented!(",
        "src/main.rs is not solved, and yet is not the same as start.rs",
    );
    spoil("Cargo.toml", COUNTER, "practice-40", "must be called \"practice-04-shared-counter\"");
    spoil("exercise.toml", "threading-lock", "threading-luck", "there is no such example");
    spoil(
        "exercise.toml",
        "{{ THREADS }}",
        "{{ THREDS }}",
        "`stdout` speaks of THREDS, which is no argument",
    );
    spoil("exercise.toml", "{{ THREADS }}", "{{ THREADS", "`stdout` cannot be rendered");
    spoil("exercise.toml", "THREADS >= 2", "THREADS >", "`when` has no value");
    spoil("exercise.toml", "THREADS >= 2", "THREADS >= 900", "it is never asked");
    spoil("exercise.toml", "all-take-part", "all-take-parts", "unknown variant `all-take-parts`");
    spoil("exercise.toml", "count = \"THREADS\"", "count = \"TREADS\"", "`count` speaks of TREADS");
    let (taking_part, ascending) = ("all-take-part\"\ncount", "ascending\"\nlines");
    spoil("exercise.toml", taking_part, ascending, "needs brackets");
    spoil("exercise.toml", "[\"300\"]", "[\"-200\"]", "-200 is not between 0 and 4294967295");
    fs::remove_file(course.path(&format!("solutions/{COUNTER}/src/main.rs"))).unwrap();
    let assert = course.threadlings(["verify", COUNTER, "--quick"]).assert().code(1);
    assert.stdout(contains("solutions/practice-04-shared-counter/src/main.rs cannot be read"));
}

#[test]
fn verify_grades_the_start_and_the_solution() {
    let text = |file: &str| fs::read(real_course().join(format!("exercises/{HELLO}/{file}"))).unwrap();
    let is_begun = text("src/main.rs") != text("start.rs");
    let mut verify = threadlings(real_course());
    let assert = verify.args(["verify", HELLO]).assert();
    // What a learner has begun is not the course's author's work.
    if !is_begun {
        assert.success().stdout(format!("✓ {HELLO}\n"));
    }
}

// Grading.

#[test]
fn grade_refuses_what_cannot_be_graded() {
    let course = real_course();
    let grade = |arguments: &[&str]| {
        let mut command = threadlings(course);
        command.arg("grade").args(arguments).assert().code(2).stdout("")
    };
    grade(&[HELLO, "--source", "no-such-file.rs"]).stderr(contains("cannot read no-such-file.rs"));
    grade(&[HELLO, "--source", "src"]).stderr(contains("it is not a file"));
    grade(&["--source", "Cargo.toml"]).stderr(contains("go with the name of one exercise"));
    grade(&[HELLO, COUNTER, "--source", "Cargo.toml"]).stderr(contains("go with the name of one exercise"));
    grade(&[HELLO, "--format", "xml"]).stderr(contains("human"));
    grade(&[HELLO, "--format", "csv"]).stderr(contains("--submissions"));
    grade(&["--fresh"]).stderr(contains("--submissions"));
    grade(&["--submissions", "no-such-folder"]).stderr(contains("no-such-folder"));
    grade(&["--submissions", ".", "--source", "x.rs"]).stderr(contains("cannot be used with"));
    grade(&[HELLO, "--replay", "x"]).stderr(contains("no schedule \"x\""));
}

#[test]
fn grade_prints_several_in_the_order_of_their_names() {
    // Not started or not, each has its verdict, and a line in order.
    let names = ["practice-08-process-argument", HELLO, "challenge-09-background-process"];
    let output =
        threadlings(real_course()).arg("grade").args(names).args(["--format", "json"]).output().unwrap();
    let lines = String::from_utf8(output.stdout).unwrap();
    let graded: Vec<serde_json::Value> =
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(graded.iter().map(|verdict| verdict["exercise"].as_str().unwrap()).collect::<Vec<_>>(), names);
    let all = graded.iter().all(|verdict| verdict["verdict"] == "passed");
    assert_eq!(output.status.code(), Some(if all { 0 } else { 1 }));
}

#[test]
fn grade_passes_a_right_file_in_the_place_of_an_exercise() {
    let source = format!("solutions/{HELLO}/src/main.rs");
    let assert = threadlings(real_course()).args(["grade", HELLO, "--source", &source]).assert().success();
    assert.stdout(starts_with(format!("passed {HELLO}")));
}

#[test]
fn check_all_sums_up() {
    let assert = threadlings(real_course()).arg("check-all").assert();
    let assert = assert.code(predicate::in_iter([0, 1]));
    assert.stdout(matches(r"\n\d+ of \d+ passed, \d+ failed, \d+ do not compile, \d+ not started\n$"));
}

/// A class of one exercise: a right answer, one that does not compile, one that is not started and much that is none.
struct Class(TempDir);

impl Class {
    fn new() -> Class {
        let class = Class(TempDir::new().unwrap());
        let folder = class.0.path();
        fs::create_dir_all(folder.join(format!("ana/{HELLO}/src"))).unwrap();
        let start = real_course().join(format!("exercises/{HELLO}/start.rs"));
        fs::copy(start, folder.join(format!("ana/{HELLO}/src/main.rs"))).unwrap();
        fs::create_dir(folder.join("ben")).unwrap();
        fs::write(folder.join(format!("ben/{HELLO}.rs")), "fn main() {").unwrap();
        class
    }

    fn grade(&self, options: &[&str]) -> Command {
        let mut command = threadlings(real_course());
        command.args(["grade", "--submissions"]).arg(self.0.path()).args(options);
        command
    }

    fn write(&self, file: &str, bytes: impl AsRef<[u8]>) {
        let path = self.0.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

#[test]
fn a_class_is_graded_once_and_printed_in_every_format() {
    let class = Class::new();
    let solution = fs::read(real_course().join(format!("solutions/{HELLO}/src/main.rs"))).unwrap();
    class.write(&format!("cy/{HELLO}.rs"), solution);
    let assert =
        class.grade(&[]).assert().code(1).stderr(contains("3 graded, 0 known from before, 0 not graded"));
    let assert = assert.stdout(contains(format!("does-not-compile ben/{HELLO} compiles: ")));
    assert.stdout(contains(format!("passed           cy/{HELLO}\n")).and(contains("cy: 1 of 1 passed")));

    let assert = class.grade(&["--format", "json"]).assert().code(1);
    let assert = assert.stderr(contains("0 graded, 3 known from before, 0 not graded"));
    let lines = String::from_utf8(assert.get_output().stdout.clone()).unwrap();
    let lines: Vec<serde_json::Value> =
        lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let seen: Vec<_> =
        lines.iter().map(|line| (line["student"].as_str(), line["verdict"].as_str())).collect();
    let expected = [("ana", "not-started"), ("ben", "does-not-compile"), ("cy", "passed")];
    assert_eq!(seen, expected.map(|(student, verdict)| (Some(student), Some(verdict))));

    let table = format!("student,{HELLO},passed\nana,not-started,0\nben,does-not-compile,0\ncy,passed,1\n");
    class.grade(&[HELLO, "--format", "csv"]).assert().code(1).stdout(table);
    let assert = class.grade(&["--format", "junit"]).assert().code(1);
    assert.stdout(contains("tests=\"3\" skipped=\"1\" failures=\"1\"").or(contains("failures=\"1\"")));

    fs::remove_dir_all(class.0.path().join("ana")).unwrap();
    fs::remove_dir_all(class.0.path().join("ben")).unwrap();
    class.grade(&[]).assert().success();
}

#[test]
fn a_class_goes_on_where_it_was_stopped() {
    let class = Class::new();
    class.grade(&[]).assert().code(1).stderr(contains("2 graded, 0 known"));
    let results = class.0.path().join(".threadlings.jsonl");
    let text = fs::read_to_string(&results).unwrap();
    // Stopped while it wrote the second line.
    fs::write(&results, &text[..text.len() - 20]).unwrap();
    class.grade(&[]).assert().code(1).stderr(contains("1 graded, 1 known"));
    class.grade(&[]).assert().code(1).stderr(contains("0 graded, 2 known"));
    class.write(&format!("ben/{HELLO}.rs"), "fn main() { }}");
    class.grade(&[]).assert().code(1).stderr(contains("1 graded, 1 known"));
    class.grade(&["--fresh"]).assert().code(1).stderr(contains("2 graded, 0 known"));

    let held = fs::File::open(&results).unwrap();
    held.lock().unwrap();
    class.grade(&[]).assert().code(2).stderr(contains("is being graded already"));
}

#[test]
fn a_broken_submission_stops_no_other() {
    let class = Class::new();
    class.write("dee/practice-01-thread-numbers.rs", b"\xff\xfe");
    class.write("dee/practice-03-task-threads.rs", vec![b' '; 2 << 20]);
    fs::create_dir(class.0.path().join("dee/practice-05-number-processes.rs")).unwrap();
    fs::create_dir(class.0.path().join("dee/practice-06-pool-squares")).unwrap();
    std::os::unix::fs::symlink("/etc/passwd", class.0.path().join("dee/practice-07-thread-argument.rs"))
        .unwrap();
    std::os::unix::fs::symlink("/etc", class.0.path().join("eve")).unwrap();
    class.write("dee/practise-02-hello-process.rs", "");
    class.write(&format!("ana/{HELLO}.rs"), "fn main() {");
    class.write("stray.rs", "");
    class.write("dee/notes.txt", "");
    let assert =
        class.grade(&[]).assert().code(1).stderr(contains("3 graded, 0 known from before, 8 not graded"));
    let assert = assert.stderr(
        contains("did you mean practice-02-hello-process").and(contains("eve: it is a symbolic link")),
    );
    let assert =
        assert.stderr(contains("answers the same exercise").and(contains("stray.rs: it lies in no")));
    let assert = assert.stdout(contains("is not UTF-8 text.\n").and(contains("is larger than 1 MiB\n")));
    let assert = assert
        .stdout(contains("it is not a file\n").and(contains("No such file").or(contains("cannot read"))));
    assert.stdout(contains("passwd").not().and(contains("07-thread-argument.rs is a symbolic link")));
}

#[test]
fn a_class_without_submissions_says_what_they_are_called() {
    let empty = TempDir::new().unwrap();
    let assert = threadlings(real_course()).args(["grade", "--submissions"]).arg(empty.path()).assert();
    assert.code(2).stderr(contains("STUDENT/EXERCISE.rs"));
}

#[test]
fn completions_are_scripts_for_the_shell() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        threadlings(real_course())
            .args(["completions", shell])
            .assert()
            .success()
            .stdout(contains("check-all"));
    }
}
