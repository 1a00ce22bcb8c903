//! What is remembered of a learner's work, and which exercise a learner means.

use std::path::Path;
use std::{fs, thread};

use tempfile::TempDir;
use threadlings::progress::{Progress, Standing};
use threadlings::{Course, Outcome, meant, nearest};

const NAME: &str = "practice-01-count";
const SOLVED: &str = "fn main() { println!() }";

/// A course with one exercise, which is as it was given.
fn course() -> (TempDir, Course) {
    let dir = TempDir::new().unwrap();
    let exercise = dir.path().join("exercises").join(NAME);
    fs::create_dir_all(exercise.join("src")).unwrap();
    let about = "title = \"Count\"\nread-first = \"threading-simple\"\nhints = [\"Look.\"]";
    for (name, text) in [
        ("Cargo.toml", ""),
        ("exercise.toml", about),
        ("start.rs", "fn main() {}"),
        ("src/main.rs", "fn main() {}"),
    ] {
        fs::write(exercise.join(name), text).unwrap();
    }
    fs::write(dir.path().join("Cargo.toml"), "").unwrap();
    let course = Course::find(dir.path()).unwrap();
    (dir, course)
}

fn file(dir: &TempDir, name: &str) -> impl AsRef<Path> + use<> {
    dir.path().join(".threadlings").join(name)
}

#[test]
fn a_verdict_holds_for_the_file_that_earned_it() {
    let (_dir, course) = course();
    let exercise = course.exercise(NAME).unwrap();
    let (mut progress, _) = Progress::load(&course).unwrap();
    assert_eq!(progress.standing(&exercise), Standing::NotStarted);
    fs::write(exercise.source(), SOLVED).unwrap();
    assert_eq!(progress.standing(&exercise), Standing::Failing);
    progress.record(NAME, Outcome::Passed, SOLVED).unwrap();

    let (progress, message) = Progress::load(&course).unwrap();
    assert_eq!(message, None);
    assert_eq!(progress.standing(&exercise), Standing::Passed);
    fs::write(exercise.source(), "fn main() { print!() }").unwrap();
    assert_eq!(progress.standing(&exercise), Standing::PassedBefore);
    fs::write(exercise.source(), SOLVED).unwrap();
    assert_eq!(progress.standing(&exercise), Standing::Passed);
}

#[test]
fn a_damaged_file_is_set_aside() {
    let (dir, course) = course();
    let saved = file(&dir, "progress.json");
    let (mut progress, _) = Progress::load(&course).unwrap();
    for aside in ["damaged-1.json", "damaged-2.json"] {
        progress.set_current(NAME).unwrap();
        fs::write(&saved, "{\"current\": \"practi").unwrap();
        let (loaded, message) = Progress::load(&course).unwrap();
        assert_eq!(loaded.current(), None);
        assert!(message.unwrap().contains(aside));
        assert!(file(&dir, aside).as_ref().exists());
    }
    // What a session knows, it does not lose.
    fs::write(&saved, "\u{fffd}").unwrap();
    progress.record(NAME, Outcome::Failed, "").unwrap();
    assert_eq!(Progress::load(&course).unwrap().0.current(), Some(NAME));
}

#[test]
fn no_update_is_lost() {
    let (dir, course) = course();
    thread::scope(|s| {
        for writer in 0..4 {
            let (mut progress, _) = Progress::load(&course).unwrap();
            s.spawn(move || {
                for exercise in 0..5 {
                    progress.record(&format!("{writer}-{exercise}"), Outcome::Passed, "").unwrap();
                }
            });
        }
    });
    let saved = fs::read(file(&dir, "progress.json")).unwrap();
    let saved: serde_json::Value = serde_json::from_slice(&saved).unwrap();
    assert_eq!(saved["verdicts"].as_object().unwrap().len(), 20);
}

#[test]
fn the_beginning_of_a_name_is_enough_where_no_other_has_it() {
    let names = ["extra-01".to_string(), "extra-01-latch".to_string(), "extra-02-semaphore".to_string()];
    let meant = |name| meant("exercise", name, &names).ok().map(String::as_str);
    assert_eq!(meant("extra-02"), Some("extra-02-semaphore"));
    assert_eq!(meant("extra-01"), Some("extra-01"));
    assert_eq!(meant("extra"), None);
    assert_eq!(meant("extra-0"), None);
    assert_eq!(meant(""), None);
}

#[test]
fn a_part_of_a_name_finds_it_and_a_misspelt_one_too() {
    let names = ["practice-04-shared-counter".to_string(), "extra-03-event".to_string()];
    assert_eq!(nearest("practice-04", &names), ["practice-04-shared-counter"]);
    assert_eq!(nearest("extra-3-evnt", &names), ["extra-03-event"]);
    assert_eq!(nearest("zzz", &names), Vec::<String>::new());
}
