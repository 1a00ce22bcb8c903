//! The terminal: taken over for a session, and left as it was found, also after a panic or a signal.

use std::io::{self, IsTerminal, Write, stdout};
use std::path::Path;
use std::sync::mpsc::SyncSender;
use std::thread;

use anyhow::{Context, ensure};
use crossterm::cursor::MoveTo;
use crossterm::event::{self, Event as Input, KeyEventKind};
use crossterm::style::{Attribute, Print, SetAttribute};
use crossterm::terminal::{BeginSynchronizedUpdate, EndSynchronizedUpdate};
use crossterm::{execute, queue};
use ratatui::DefaultTerminal;
use ratatui::layout::Size;
use signal_hook::consts::{SIGHUP, SIGINT, SIGTERM};
use signal_hook::iterator::Signals;

use super::state::{Event, State};
use super::view::{self, Link};

/// The screen of a session; when it is dropped, the terminal is as it was.
pub struct Screen {
    terminal: DefaultTerminal,
    colours: bool,
}

impl Screen {
    pub fn open() -> anyhow::Result<Screen> {
        ensure!(
            stdout().is_terminal() && io::stdin().is_terminal(),
            "the course opens in a terminal, and this is none; `threadlings list` prints what there is"
        );
        let colours = anstream::AutoStream::choice(&stdout()) != anstream::ColorChoice::Never;
        let terminal = ratatui::try_init().context("taking over the terminal")?;
        Ok(Screen { terminal, colours })
    }

    pub fn size(&self) -> io::Result<Size> {
        self.terminal.size()
    }

    /// Draws, in one piece.
    pub fn draw(&mut self, state: &State, root: &Path) -> io::Result<()> {
        queue!(stdout(), BeginSynchronizedUpdate)?;
        let mut link = None;
        self.terminal.draw(|frame| link = view::draw(state, frame, self.colours))?;
        if let Some(link) = link {
            print(&link, &root.join(view::path(state)))?;
        }
        execute!(stdout(), EndSynchronizedUpdate)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        let _ = self.terminal.show_cursor();
        // In a panic it was restored before the message was printed.
        if !thread::panicking() {
            ratatui::restore();
        }
    }
}

/// Prints a text that leads to a file (OSC 8); what does not know such links shows the text.
fn print(link: &Link, file: &Path) -> io::Result<()> {
    let text = format!("\x1b]8;;{}\x1b\\{}\x1b]8;;\x1b\\", url(file), link.text);
    queue!(
        stdout(),
        MoveTo(link.at.x, link.at.y),
        SetAttribute(Attribute::Underlined),
        Print(text),
        SetAttribute(Attribute::Reset)
    )?;
    stdout().flush()
}

fn url(file: &Path) -> String {
    let escape = |byte: u8| match byte {
        b'/' | b'-' | b'.' | b'_' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    };
    format!("file://{}", file.as_os_str().as_encoded_bytes().iter().copied().map(escape).collect::<String>())
}

/// Sends keys, new sizes and the signals that ask this program to end.
pub fn listen(events: &SyncSender<Event>) -> io::Result<()> {
    let mut signals = Signals::new([SIGHUP, SIGINT, SIGTERM])?;
    let sender = events.clone();
    thread::spawn(move || {
        for _ in signals.forever() {
            let _ = sender.send(Event::Terminated);
        }
    });
    let sender = events.clone();
    thread::spawn(move || {
        loop {
            let event = match event::read() {
                Ok(Input::Key(key)) if key.kind != KeyEventKind::Release => Event::Key(key),
                Ok(Input::Resize(width, height)) => Event::Resized(Size { width, height }),
                Ok(_) => continue,
                Err(_) => Event::Terminated,
            };
            let is_last = matches!(event, Event::Terminated);
            if sender.send(event).is_err() || is_last {
                return;
            }
        }
    });
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_survives_any_path() {
        assert_eq!(url(Path::new("/home/a b/é.rs")), "file:///home/a%20b/%C3%A9.rs");
    }
}
