//! A pseudo-terminal with a screen: keys go in, and what a person would see comes out.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::process::Child;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use pty_process::Size;
use pty_process::blocking::{Command, Pty, open};
use vt100::Parser;

/// How long to wait for the screen to show something; a machine may be busy.
const PATIENCE: Duration = Duration::from_secs(60);

pub struct Terminal {
    pty: Arc<Pty>,
    child: Child,
    output: Receiver<Vec<u8>>,
    screen: Parser,
    /// All that was written to it.
    raw: Vec<u8>,
}

impl Terminal {
    /// Starts a program in a terminal of 80 columns and 24 rows.
    pub fn start(program: &[&str], folder: &Path, environment: &[(&str, &str)]) -> Terminal {
        let (pty, its_end) = open().expect("a pseudo-terminal");
        pty.resize(Size::new(24, 80)).expect("the terminal has a size");
        let command = Command::new(program[0]).args(&program[1..]).current_dir(folder);
        let command = command.env("TERM", "xterm-256color").env_remove("NO_COLOR");
        let child = command.envs(environment.iter().copied()).spawn(its_end);
        let child = child.expect("a program in the terminal");
        let pty = Arc::new(pty);
        let reader = pty.clone();
        let (sender, output) = mpsc::channel();
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(read @ 1..) = (&*reader).read(&mut buffer) {
                if sender.send(buffer[..read].to_vec()).is_err() {
                    return;
                }
            }
        });
        let screen = Parser::new(number(24), number(80), 0);
        Terminal { pty, child, output, screen, raw: Vec::new() }
    }

    /// Types keys.
    pub fn press(&mut self, keys: &str) {
        (&*self.pty).write_all(keys.as_bytes()).expect("the terminal takes keys");
    }

    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.screen.screen_mut().set_size(number(rows), number(columns));
        self.pty.resize(Size::new(rows, columns)).expect("the terminal can be resized");
    }

    pub fn contents(&self) -> String {
        self.screen.screen().contents()
    }

    pub fn screen(&self) -> &vt100::Screen {
        self.screen.screen()
    }

    /// Waits until the screen shows a text.
    #[track_caller]
    pub fn see(&mut self, text: &str) {
        self.see_within(PATIENCE, text);
    }

    /// Waits longer, or shorter.
    #[track_caller]
    pub fn see_within(&mut self, patience: Duration, text: &str) {
        self.wait(patience, &format!("{text:?}"), |screen| screen.contents().contains(text));
    }

    /// Waits until the screen shows a text no more.
    #[track_caller]
    pub fn see_no(&mut self, text: &str) {
        self.wait(PATIENCE, &format!("no {text:?}"), |screen| !screen.contents().contains(text));
    }

    /// Waits for bytes that the screen does not show.
    #[track_caller]
    pub fn receive(&mut self, text: &str) {
        self.wait_for(PATIENCE, &format!("{text:?}"), |terminal| {
            String::from_utf8_lossy(&terminal.raw).contains(text)
        });
    }

    #[track_caller]
    fn wait(&mut self, patience: Duration, what: &str, is_so: impl Fn(&vt100::Screen) -> bool) {
        self.wait_for(patience, what, |terminal| is_so(terminal.screen.screen()));
    }

    #[track_caller]
    fn wait_for(&mut self, patience: Duration, what: &str, is_so: impl Fn(&Self) -> bool) {
        let until = Instant::now() + patience;
        while !is_so(self) {
            match self.output.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(bytes) => {
                    self.screen.process(&bytes);
                    self.raw.extend(bytes);
                }
                Err(error) => panic!("waiting for {what}: {error}\n{}", self.contents()),
            }
        }
    }

    /// Waits for the program to end, and gives its exit status.
    #[track_caller]
    pub fn status(&mut self) -> i32 {
        let status = self.child.wait().expect("the program ends").code();
        while let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(100)) {
            self.screen.process(&bytes);
            self.raw.extend(bytes);
        }
        status.expect("no signal ended it")
    }

    pub fn process_id(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn number(number: u16) -> NonZeroU16 {
    NonZeroU16::new(number).expect("a size above 0")
}
