//! The output of a program, kept within bounds.

use std::collections::VecDeque;

/// The last lines of what was written.
#[derive(Debug, Default)]
pub struct Output {
    lines: VecDeque<String>,
    /// What is not ended by a newline yet.
    rest: Vec<u8>,
}

const MOST_LINES: usize = 2000;
const LONGEST_LINE: usize = 2000;

impl Output {
    pub fn push(&mut self, bytes: &[u8]) {
        for part in bytes.split_inclusive(|byte| *byte == b'\n') {
            let room = LONGEST_LINE.saturating_sub(self.rest.len());
            let text = part.strip_suffix(b"\n").unwrap_or(part);
            self.rest.extend_from_slice(&text[..room.min(text.len())]);
            if text.len() < part.len() {
                let line = std::mem::take(&mut self.rest);
                self.lines.push_back(printable(&String::from_utf8_lossy(&line)));
                if self.lines.len() > MOST_LINES {
                    self.lines.pop_front();
                }
            }
        }
    }

    pub fn lines(&self) -> impl Iterator<Item = String> {
        let rest = printable(&String::from_utf8_lossy(&self.rest));
        self.lines.iter().cloned().chain(Some(rest).filter(|rest| !rest.is_empty()))
    }
}

/// A text without what would steer the terminal.
pub fn printable(text: &str) -> String {
    let text = anstream::adapter::strip_str(text).to_string().replace('\t', "    ");
    text.replace(|c: char| c.is_control() && c != '\n', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_bounded_and_harmless() {
        let mut output = Output::default();
        output.push(b"one\ntw");
        output.push(b"o\x1b[31m\x07\n\xff");
        assert_eq!(output.lines().collect::<Vec<_>>(), ["one", "two", "\u{fffd}"]);
        for _ in 0..5000 {
            output.push(&[b'x'; 100]);
        }
        for number in 0..5000 {
            output.push(format!("{number}\n").as_bytes());
        }
        assert_eq!(output.lines().count(), MOST_LINES);
        assert_eq!(output.lines().last().unwrap(), "4999");
    }
}
