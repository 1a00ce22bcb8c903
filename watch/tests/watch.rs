//! Watch mode in a real terminal: keys are pressed, files are saved, and the screen is read.

#[path = "watch/course.rs"]
mod course;
#[path = "watch/terminal.rs"]
mod terminal;

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

use course::{Course, FIRST, SECOND, THIRD, WORKSPACE, source};
use terminal::Terminal;

const LEFT: &str = "\x1b[D";
const RIGHT: &str = "\x1b[C";
const DOWN: &str = "\x1b[B";
const END: &str = "\x1b[F";
const ESCAPE: &str = "\x1b";
const ENTER: &str = "\r";
const CTRL_C: &str = "\x03";

#[test]
fn the_first_screen_shows_the_task() {
    let course = Course::new();
    let mut terminal = course.open();
    terminal.see("Numbers from a thread");
    terminal.see("0/3");
    terminal.see("not started");
    terminal.see("Right means: all the numbers come from one and the same thread");
    terminal.see("n next");
    let row = terminal.contents().lines().nth(1).unwrap_or_default().to_string();
    assert_eq!(row.trim(), source(FIRST));
    let link =
        format!("\x1b]8;;file://{}\x1b\\", course.path(&source(FIRST)).canonicalize().unwrap().display());
    terminal.receive(&link);
    assert_eq!(course.calls(), [""; 0], "what is not started needs no grade");
}

#[test]
fn a_save_is_graded_and_remembered() {
    let course = Course::new();
    let mut terminal = course.open();
    terminal.see("not started");
    course.save(FIRST, "passes");
    terminal.see("✓ passed  all 12 schedules, 0.5 s");
    terminal.see("✓ prints it");
    terminal.see("1/3");
    terminal.press("n");
    terminal.see("A shared counter");
    terminal.press("q");
    assert_eq!(terminal.status(), 0);

    let mut terminal = course.open();
    terminal.see("A shared counter");
    terminal.see("1/3");
    terminal.press("l");
    terminal.see("practice-01-thread-numbers         passed");
    terminal.press(ESCAPE);
    terminal.see("n next");
    course.save(FIRST, "passes, so it seems");
    terminal.see("practice-01-thread-numbers was saved");
    terminal.see("0/3");
    terminal.press("l");
    terminal.see("passed before the last edit");
}

#[test]
fn a_schedule_is_stepped_through() {
    let course = Course::new();
    course.save(FIRST, "fails\nlet seen = load();\nstore(seen + 1);\n");
    let mut terminal = course.open();
    terminal.see("✗ failed: no lost update  1000 schedules, 0.9 s");
    terminal.press("v");
    terminal.see("It prints 1 where 2 is expected.");
    terminal.see("line  main");
    terminal.see("▶    2");
    terminal.press(RIGHT);
    terminal.see("step 1 of 3: main starts thread 1");
    terminal.press(RIGHT);
    terminal.see("step 2 of 3: thread 1 reads 0");
    terminal.see("2 │ let seen = load();");
    terminal.press(LEFT);
    terminal.see("step 1 of 3");
    terminal.press(LEFT);
    terminal.press(&RIGHT.repeat(9));
    terminal.see("step 3 of 3: thread 2 writes 1");
    terminal.press(ESCAPE);
    terminal.see_no("step 3 of 3");
    terminal.see("✓ ends by itself");
}

#[test]
fn a_save_stops_the_grade_before() {
    let course = Course::new();
    let mut terminal = course.open();
    terminal.see("not started");
    course.save(FIRST, "slow");
    terminal.see("… Building what it needs.");
    let grader = course.read("slow").trim().to_string();
    assert!(runs(&grader));
    // No key is lost while it runs.
    terminal.press("h");
    terminal.see("Hint 1 of");
    course.save(FIRST, "passes");
    terminal.see("✓ passed");
    assert!(!runs(&grader), "the first grade goes on");
}

#[test]
fn leaving_stops_the_grade() {
    let course = Course::new();
    course.save(FIRST, "slow");
    let mut terminal = course.open();
    terminal.see("Building");
    let grader = course.read("slow").trim().to_string();
    terminal.press("q");
    assert_eq!(terminal.status(), 0);
    assert!(!runs(&grader), "the grade goes on");
}

#[test]
fn what_the_compiler_says_is_shown() {
    let course = Course::new();
    let mut terminal = course.open();
    terminal.see("not started");
    course.save(FIRST, "refused");
    terminal.see("✗ does not compile");
    terminal.see("error[E0382]: use of moved value");
}

#[test]
fn a_grader_that_fails_is_told_and_can_be_asked_again() {
    let course = Course::new();
    course.save(FIRST, "broken");
    let mut terminal = course.open();
    terminal.see("the grader could not do its work");
    terminal.see("error: the disk is full, as in call 1");
    terminal.press("g");
    terminal.see("error: the disk is full, as in call 2");
    terminal.see("g tries again");
}

#[test]
fn n_and_p_walk_through_the_course() {
    let course = Course::new();
    let mut terminal = course.open();
    terminal.see("Numbers from a thread");
    terminal.press("p");
    terminal.see("This is the first one.");
    terminal.press("n");
    terminal.see("A shared counter");
    terminal.press("n");
    terminal.see(THIRD);
    terminal.press("n");
    terminal.see("This is the last one; 3 are not passed yet");
    terminal.press("p");
    terminal.see("A shared counter");
}

#[test]
fn h_shows_one_more_hint_each_time() {
    let course = Course::new();
    let mut terminal = course.open();
    terminal.see("not started");
    terminal.press("h");
    terminal.see("Hint 1 of 4");
    terminal.see("h shows one more.");
    assert!(!terminal.contents().contains("Hint 2"));
    terminal.press("h");
    terminal.see("Hint 2 of 4");
    terminal.press("hh");
    terminal.see("Hints (4)");
    terminal.press("h");
    terminal.see("There are no more hints");
    terminal.press("t");
    terminal.see("Right means");
}

#[test]
fn r_shows_the_output_as_it_is_written() {
    let course = Course::new();
    let mut terminal = course.open();
    terminal.see("not started");
    terminal.press("r");
    terminal.see("a first line");
    terminal.see("running");
    course.write("go", "");
    terminal.see("a second line");
    terminal.see("no newline");
    terminal.see("It has ended, with status 3.");
    assert!(course.calls().contains(&format!("run {FIRST}")));

    fs::remove_file(course.path("go")).unwrap();
    terminal.press("r");
    terminal.see_no("a second line");
    terminal.see("a first line");
    terminal.press(ESCAPE);
    terminal.see("It was stopped.");
}

#[test]
fn l_lists_by_topic_and_leads_to_what_is_found() {
    let course = Course::new();
    let mut terminal = course.open();
    terminal.see("not started");
    terminal.press("l");
    for text in ["threading: exercises", "multiprocessing: examples", "pools-squares", "> ○ practice-01"] {
        terminal.see(text);
    }
    terminal.press("/processes");
    terminal.see("search: processes");
    terminal.see_no(SECOND);
    terminal.see(THIRD);
    terminal.press("\x7f\x7f\x7f\x7f\x7f\x7f\x7f\x7f\x7fzzz");
    terminal.see("Nothing has such a name.");
    terminal.press(ESCAPE);
    terminal.see(SECOND);
    terminal.press(DOWN);
    terminal.press("\r");
    terminal.see("A shared counter");
    terminal.see("n next");
    terminal.press("l");
    terminal.see("/ searches");
    terminal.press("/pools-sq");
    terminal.see_no(THIRD);
    terminal.press(ENTER);
    terminal.see("an example to read");
    terminal.see("examples-pools/pools-squares/src/main.rs");
    terminal.press(ESCAPE);
    terminal.see("A shared counter");
}

#[test]
fn e_leads_to_the_example_and_back() {
    let course = Course::new();
    let mut terminal = course.open();
    terminal.see("Numbers from a thread");
    terminal.press("e");
    terminal.see("examples-threading/threading-simple/src/main.rs");
    terminal.see("fn main()");
    for key in ["h", "s", "x"] {
        terminal.press(key);
        terminal.see("xample");
    }
    terminal.press("e");
    terminal.see("Numbers from a thread");
}

#[test]
fn s_asks_before_it_shows_the_solution_of_what_is_not_passed() {
    let course = Course::new();
    let mut terminal = course.open();
    terminal.see("not started");
    terminal.press("s");
    terminal.see("press s once more");
    terminal.press("h");
    terminal.see("Hint 1");
    terminal.press("s");
    terminal.see("press s once more");
    terminal.press("s");
    terminal.see("your file");
    terminal.see("│ solution");
    course.save(FIRST, "passes");
    terminal.see("✓ passed");
    terminal.press("s");
    terminal.see("│ solution");
    terminal.press("n");
    terminal.see("A shared counter");
    assert!(!terminal.contents().contains("Solution"), "of the exercise before");
}

#[test]
fn s_shows_the_solution_of_what_is_passed() {
    let course = Course::new();
    let mut terminal = course.open();
    terminal.see("not started");
    course.save(FIRST, "passes");
    terminal.see("1/3");
    terminal.see("✓ passed");
    terminal.press("s");
    terminal.see("│ solution");
}

#[test]
fn x_gives_the_file_back_and_keeps_the_old_one() {
    let course = Course::new();
    let mut terminal = course.open();
    terminal.see("not started");
    terminal.press("x");
    terminal.see("The file is as it was given.");
    course.save(FIRST, "fails");
    terminal.see("✗ failed");
    terminal.press("x");
    terminal.see("y yes, n no");
    terminal.press("n");
    terminal.see("Nothing has changed.");
    assert_eq!(course.read(&source(FIRST)), "fails");
    terminal.press("x");
    terminal.see("y yes, n no");
    terminal.press("y");
    terminal.see("main.rs.bak-1");
    terminal.see("not started");
    assert_eq!(course.read(&format!("{}.bak-1", source(FIRST))), "fails");
    assert_eq!(course.read(&source(FIRST)), course.read(&format!("exercises/{FIRST}/start.rs")));
}

#[test]
fn c_checks_all() {
    let course = Course::new();
    course.save(SECOND, "passes");
    course.save(THIRD, "fails");
    let mut terminal = course.open();
    terminal.see("0/3");
    terminal.press("c");
    terminal.see("All checked: 1 passed, 1 failing, 1 not started.");
    terminal.see("1/3");
    course.save(THIRD, "slow");
    terminal.see("was saved");
    terminal.press("a");
    terminal.see("checking all: 2 of 3");
    terminal.press(ESCAPE);
    terminal.see("The check was stopped");
    terminal.see("1/3");
    terminal.press("c");
    terminal.see("checking all: 2 of 3");
    course.save(FIRST, "passes");
    terminal.see("The check of all exercises was stopped");
    terminal.see("✓ passed");
    terminal.see("2/3");
}

#[test]
fn every_tab_and_the_help_can_be_reached() {
    let course = Course::new();
    let mut terminal = course.open();
    terminal.see("Right means");
    terminal.press("\t");
    terminal.see("There is no verdict yet");
    terminal.press("\t");
    terminal.see("h shows a hint.");
    terminal.press("\x1b[Z\x1b[Z");
    terminal.see("Right means");
    terminal.press("v");
    terminal.see("There is no verdict yet");
    terminal.press("?");
    terminal.see("quit; what you have passed is remembered");
    terminal.press("?");
    terminal.see_no("is remembered");
    terminal.press("t");
    terminal.see("Right means");
}

#[test]
fn long_texts_are_scrolled() {
    let course = Course::new();
    let mut terminal = course.open();
    terminal.see("Start one thread");
    terminal.resize(80, 12);
    terminal.see("▼");
    terminal.press(END);
    terminal.see("0 prints nothing");
    terminal.see_no("Start one thread");
    terminal.press("k");
    terminal.press("\x1b[5~\x1b[5~\x1b[5~");
    terminal.see("Start one thread");
    terminal.press("jj");
    terminal.see_no("Start one thread");
}

#[test]
fn it_fits_any_size() {
    let course = Course::new();
    course.save(FIRST, "fails");
    let mut terminal = course.open();
    terminal.see("✗ failed");
    for (columns, rows, text) in
        [(120, 40, "? all keys  q quit"), (30, 9, "practice-01-thread"), (80, 24, "q quit")]
    {
        terminal.resize(columns, rows);
        terminal.see(text);
        terminal.press("v");
        terminal.see("✗ no lost update");
        terminal.press("l");
        terminal.see("/ searches");
        terminal.press(ESCAPE);
        terminal.see_no("/ searches");
    }
}

#[test]
fn a_file_that_is_renamed_into_place_is_a_save() {
    let course = Course::new();
    let mut terminal = course.open();
    terminal.see("not started");
    for (round, text) in ["fails", "passes", "fails", "passes"].into_iter().enumerate() {
        let new = course.path(&format!("exercises/{FIRST}/src/.main.rs.swp{round}"));
        fs::write(&new, text).unwrap();
        fs::rename(&new, course.path(&source(FIRST))).unwrap();
        terminal.see(if text == "passes" { "✓ passed" } else { "✗ failed" });
    }
}

#[test]
fn a_save_without_a_change_is_not_graded_again() {
    let course = Course::new();
    let mut terminal = course.open();
    terminal.see("not started");
    course.save(FIRST, "passes");
    terminal.see("✓ passed");
    course.save(FIRST, "passes");
    // By the time that another file's save is noticed, this one would have been.
    course.save(SECOND, "passes");
    terminal.see("was saved");
    assert_eq!(course.calls().len(), 1);
}

#[test]
fn files_can_be_polled() {
    let course = Course::new();
    let mut terminal = course.open_with(&["--poll"], &[]);
    terminal.see("not started");
    course.save(FIRST, "passes");
    terminal.see("✓ passed");
}

#[test]
fn a_damaged_progress_file_is_set_aside() {
    let course = Course::new();
    course.write(".threadlings/progress.json", "{\"current\": ");
    let mut terminal = course.open();
    terminal.see("was damaged");
    terminal.see("Numbers from a thread");
    assert_eq!(course.read(".threadlings/damaged-1.json"), "{\"current\": ");
}

#[test]
fn colours_can_be_left_out() {
    let course = Course::new();
    course.save(FIRST, "fails");
    for (environment, coloured) in [(&[][..], true), (&[("NO_COLOR", "1")][..], false)] {
        let mut terminal = course.open_with(&[], environment);
        terminal.see("✗ failed");
        let screen = terminal.screen();
        let cells = (0..24).flat_map(|row| (0..80).filter_map(move |column| screen.cell(row, column)));
        let any = cells.into_iter().any(|cell| cell.fgcolor() != vt100::Color::Default);
        assert_eq!(any, coloured, "with {environment:?}");
    }
}

#[test]
fn the_terminal_is_left_as_it_was_found() {
    let course = Course::new();
    for way in ["q", CTRL_C, "kill"] {
        let threadlings = format!("{} --stand-in ./stand-in", env!("CARGO_BIN_EXE_threadlings-watch"));
        let script = format!("echo before; stty -g; {threadlings}; echo status $?; stty -g; echo after");
        let mut terminal = Terminal::start(&["sh", "-c", &script], course.path("").as_path(), &[]);
        terminal.see("Numbers from a thread");
        assert!(terminal.screen().alternate_screen());
        match way {
            "kill" => terminate_child_of(terminal.process_id()),
            key => terminal.press(key),
        }
        terminal.see("after");
        let contents = terminal.contents();
        let lines: Vec<&str> = contents.lines().collect();
        assert_eq!([lines[0], lines[2], lines[4]], ["before", "status 0", "after"], "after {way:?}");
        assert_eq!(lines[1], lines[3], "settings of the terminal after {way:?}");
        let screen = terminal.screen();
        assert!(
            !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste(),
            "after {way}"
        );
    }
}

#[test]
fn it_says_so_where_there_is_no_terminal() {
    let course = Course::new();
    let output =
        Command::new(env!("CARGO_BIN_EXE_threadlings-watch")).current_dir(course.path("")).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("threadlings list"));
}

#[test]
fn the_real_grader_is_behind_it() {
    let course = Course::new();
    // It grades the files of this course, in the workspace that has what they are linked with.
    let grade = format!(
        "#!/bin/sh\nsource=$PWD/exercises/$2/src/main.rs\ncd {} && exec {} grade $2 --source $source --format json\n",
        WORKSPACE,
        env!("CARGO_BIN_EXE_threadlings-watch")
    );
    course.write("stand-in", &grade);
    let mut terminal = course.open();
    terminal.see("Numbers from a thread");
    terminal.press("n");
    terminal.see("A shared counter");
    let proof = Path::new(WORKSPACE).join("tests/proof").join(SECOND);
    course.save(SECOND, &fs::read_to_string(proof.join("wrong-load-then-store.rs")).unwrap());
    // What it links with may have to be built first.
    terminal.see_within(Duration::from_secs(900), "✗ failed");
    terminal.see("thread 2");
    course.save(SECOND, &course.read(&format!("solutions/{SECOND}/src/main.rs")));
    terminal.see("✓ passed");
}

fn terminate_child_of(shell: u32) {
    let children = fs::read_to_string(format!("/proc/{shell}/task/{shell}/children")).unwrap();
    assert!(Command::new("kill").args(children.split_whitespace()).status().unwrap().success());
}

fn runs(process: &str) -> bool {
    Path::new("/proc").join(process).exists()
}
