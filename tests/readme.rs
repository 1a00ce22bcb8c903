//! What is written about the course is there, and what is there is written about; every question has an answer.

use std::collections::BTreeSet;

use regex_lite::Regex;
use threadlings::Course;

const README: &str = include_str!("../README.md");
const CONTRIBUTING: &str = include_str!("../CONTRIBUTING.md");
const SPEC: &str = include_str!("../src/spec.rs");
const QUESTIONS: &str = include_str!("../src/commands/quiz/questions.toml");

/// The README's tables have a row for every example and exercise, and no other.
#[test]
fn the_readme_names_every_program() {
    let course = Course::built_in().unwrap();
    let examples = course.examples().unwrap().into_iter().map(|example| example.name);
    let there: BTreeSet<String> = examples.chain(course.exercise_names().unwrap()).collect();
    let row = Regex::new(r"(?m)^\| \[`([a-z0-9-]+)`\]\(([A-Za-z0-9/.-]+)\)").unwrap();
    let rows: BTreeSet<String> = row.captures_iter(README).map(|row| row[1].to_owned()).collect();
    assert_eq!(only_in_one(&rows, &there), [""; 0]);
    for link in row.captures_iter(README).map(|row| row[2].to_owned()) {
        assert!(course.root().join(&link).is_file(), "{link} is not there");
    }
}

/// CONTRIBUTING.md has a row for every word that a check may use, and no other.
#[test]
fn every_word_of_the_checks_is_explained() {
    let words = SPEC.split_once("pub enum Word {").unwrap().1.split_once("\n}").unwrap().0;
    let variant = Regex::new(r"(?m)^    ([A-Z]\w+)").unwrap();
    let there: BTreeSet<String> =
        variant.captures_iter(words).map(|variant| kebab_case(&variant[1])).collect();

    let checks = CONTRIBUTING.split_once("### Checks").unwrap().1.split_once("\n## ").unwrap().0;
    let row = Regex::new(r"(?m)^\| `([a-z-]+)` \|").unwrap();
    let rows: BTreeSet<String> = row.captures_iter(checks).map(|row| row[1].to_owned()).collect();
    assert_eq!(only_in_one(&rows, &there), [""; 0]);
}

#[test]
fn every_question_has_one_right_answer_and_an_explanation() {
    let questions: toml::Table = toml::from_str(QUESTIONS).unwrap();
    let questions = questions["question"].as_array().unwrap();
    assert!(questions.len() >= 30, "{}", questions.len());
    for question in questions {
        let (right, wrong) = (&question["right"], question["wrong"].as_array().unwrap());
        assert!((2..=4).contains(&wrong.len()) && !wrong.contains(right), "{question}");
        assert!(!question["why"].as_str().unwrap().trim().is_empty(), "{question}");
    }
}

fn only_in_one<'a>(rows: &'a BTreeSet<String>, there: &'a BTreeSet<String>) -> Vec<&'a String> {
    rows.symmetric_difference(there).collect()
}

/// `AtOnce` is `at-once` in an `exercise.toml`.
fn kebab_case(name: &str) -> String {
    let hyphens = Regex::new(r"(\w)([A-Z])").unwrap().replace_all(name, "$1-$2").into_owned();
    hyphens.to_lowercase()
}
