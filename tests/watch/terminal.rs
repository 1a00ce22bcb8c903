//! A pseudo-terminal with a screen: keys go in, and what a person would see comes out.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use vt100::Parser;

/// How long to wait for the screen to show something; a machine may be busy.
const PATIENCE: Duration = Duration::from_secs(60);

pub struct Terminal {
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    child: Box<dyn Child + Send + Sync>,
    output: Receiver<Vec<u8>>,
    screen: Parser,
    /// All that was written to it.
    raw: Vec<u8>,
}

impl Terminal {
    /// Starts a program in a terminal of 80 columns and 24 rows.
    pub fn start(program: &[&str], folder: &Path, environment: &[(&str, &str)]) -> Terminal {
        let pty = native_pty_system().openpty(size(80, 24)).expect("a pseudo-terminal");
        let mut command = CommandBuilder::new(program[0]);
        command.args(&program[1..]);
        command.cwd(folder);
        command.env("TERM", "xterm-256color");
        command.env_remove("NO_COLOR");
        for (name, value) in environment {
            command.env(name, value);
        }
        let child = pty.slave.spawn_command(command).expect("a program in the terminal");
        let mut reader = pty.master.try_clone_reader().expect("the terminal's output");
        let (sender, output) = mpsc::channel();
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(read @ 1..) = reader.read(&mut buffer) {
                if sender.send(buffer[..read].to_vec()).is_err() {
                    return;
                }
            }
        });
        let keys = pty.master.take_writer().expect("the terminal's input");
        let screen = Parser::new(number(24), number(80), 0);
        Terminal { master: pty.master, keys, child, output, screen, raw: Vec::new() }
    }

    /// Types keys.
    pub fn press(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).expect("the terminal takes keys");
    }

    pub fn resize(&mut self, columns: u16, rows: u16) {
        self.screen.screen_mut().set_size(number(rows), number(columns));
        self.master.resize(size(columns, rows)).expect("the terminal can be resized");
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
    pub fn status(&mut self) -> u32 {
        let status = self.child.wait().expect("the program ends").exit_code();
        while let Ok(bytes) = self.output.recv_timeout(Duration::from_millis(100)) {
            self.screen.process(&bytes);
            self.raw.extend(bytes);
        }
        status
    }

    pub fn process_id(&self) -> u32 {
        self.child.process_id().expect("the program runs")
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn size(cols: u16, rows: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

fn number(number: u16) -> NonZeroU16 {
    NonZeroU16::new(number).expect("a size above 0")
}
