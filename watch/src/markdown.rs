//! Markdown as lines for the terminal, and the wrapping of styled text.
//!
//! In: a README or a sentence. Out: lines of the given width. The first heading is left out: it stands above.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use ratatui::style::{Color, Modifier, Style};
use ratatui::text::{Line, Span};

const CODE: Style = Style::new().fg(Color::Cyan);
const STRONG: Style = Style::new().add_modifier(Modifier::BOLD);
const EMPHASIS: Style = Style::new().add_modifier(Modifier::ITALIC);

/// Renders a text of several blocks.
pub fn render(text: &str, width: usize) -> Vec<Line<'static>> {
    let mut page = Page { width, ..Page::default() };
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        page.take(event);
    }
    page.lines
}

#[derive(Default)]
struct Page {
    width: usize,
    lines: Vec<Line<'static>>,
    /// The text of the block that is not ended.
    spans: Vec<Span<'static>>,
    style: Style,
    /// What stands before the first line of the next block, and before its other lines.
    first: String,
    rest: String,
    /// The cells of a table, by row.
    rows: Vec<Vec<Vec<Span<'static>>>>,
    block: Block,
}

#[derive(Default, PartialEq)]
enum Block {
    #[default]
    Text,
    Title,
    Code,
}

impl Page {
    fn take(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.start(&tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) if self.block == Block::Code => {
                let code = |line: &str| Line::from(Span::styled(format!("    {line}"), CODE));
                self.lines.extend(text.lines().map(code));
            }
            Event::Text(text) => self.spans.push(Span::styled(text.to_string(), self.style)),
            Event::Code(code) => self.spans.push(Span::styled(code.to_string(), CODE)),
            Event::SoftBreak | Event::HardBreak => self.spans.push(Span::raw(" ")),
            _ => {}
        }
    }

    fn start(&mut self, tag: &Tag) {
        match tag {
            Tag::Heading { level: HeadingLevel::H1, .. } => self.block = Block::Title,
            Tag::Heading { .. } | Tag::Strong => self.style = STRONG,
            Tag::Emphasis => self.style = EMPHASIS,
            Tag::CodeBlock(_) => self.block = Block::Code,
            Tag::Item => (self.first, self.rest) = ("  • ".to_string(), "    ".to_string()),
            Tag::TableHead | Tag::TableRow => self.rows.push(Vec::new()),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(HeadingLevel::H1) => {
                self.block = Block::Text;
                self.spans.clear();
            }
            TagEnd::Strong | TagEnd::Emphasis => self.style = Style::new(),
            TagEnd::Heading(_) | TagEnd::Paragraph => {
                self.style = Style::new();
                self.flush();
                self.lines.push(Line::default());
            }
            TagEnd::Item => {
                self.flush();
                self.rest.clear();
            }
            TagEnd::CodeBlock => {
                self.block = Block::Text;
                self.lines.push(Line::default());
            }
            TagEnd::List(_) => self.lines.push(Line::default()),
            TagEnd::TableCell => {
                let cell = std::mem::take(&mut self.spans);
                self.rows.last_mut().into_iter().for_each(|row| row.push(cell.clone()));
            }
            TagEnd::Table => self.table(),
            _ => {}
        }
    }

    /// Ends a block of text.
    fn flush(&mut self) {
        let spans = std::mem::take(&mut self.spans);
        if !spans.is_empty() {
            let first = std::mem::take(&mut self.first);
            self.lines.extend(wrap(&spans, self.width, &first, &self.rest));
        }
    }

    /// Columns as wide as their widest cell; the last one is wrapped.
    fn table(&mut self) {
        let rows = std::mem::take(&mut self.rows);
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        let width = |cell: &[Span]| cell.iter().map(Span::width).sum::<usize>();
        let widest =
            |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|cell| width(cell)).max().unwrap_or(0);
        let widths: Vec<usize> = (0..columns.saturating_sub(1)).map(widest).collect();
        let indent = " ".repeat(2 + widths.iter().map(|width| width + 2).sum::<usize>());
        for (number, row) in rows.iter().enumerate() {
            let mut spans = Vec::new();
            for (at, cell) in row.iter().enumerate() {
                let style = if number == 0 { STRONG } else { Style::new() };
                spans.extend(cell.iter().map(|span| span.clone().patch_style(style)));
                if let Some(column) = widths.get(at) {
                    // No break may come between the columns.
                    spans.push(Span::raw("\u{a0}".repeat(column - width(cell) + 2)));
                }
            }
            self.lines.extend(wrap(&spans, self.width, "  ", &indent));
        }
        self.lines.push(Line::default());
    }
}

/// Breaks a styled text into lines of `width`, at its spaces where it can.
pub fn wrap(spans: &[Span], width: usize, first: &str, rest: &str) -> Vec<Line<'static>> {
    let mut lines = vec![Line::raw(first.to_string())];
    let mut used = Span::raw(first).width();
    for word in words(spans) {
        let length: usize = word.iter().map(Span::width).sum();
        let blank = word.iter().all(|span| span.content == " ");
        let full = used + length > width;
        if full && blank {
            continue;
        }
        if full && used > Span::raw(rest).width() {
            lines.push(Line::raw(rest.to_string()));
            used = Span::raw(rest).width();
        }
        let begins = used == Span::raw(rest).width() && lines.len() > 1;
        if !(blank && begins) {
            used += length;
            lines.last_mut().into_iter().for_each(|line| line.spans.extend(word.clone()));
        }
    }
    lines
}

/// Words and the spaces between them; a word may have several styles.
fn words(spans: &[Span]) -> Vec<Vec<Span<'static>>> {
    let mut words: Vec<Vec<Span>> = Vec::new();
    let mut joins = false;
    for span in spans {
        for piece in span.content.split_inclusive(' ') {
            let text = piece.trim_end_matches(' ');
            if !text.is_empty() {
                let text = Span::styled(text.to_string(), span.style);
                match words.last_mut() {
                    Some(word) if joins => word.push(text),
                    _ => words.push(vec![text]),
                }
            }
            joins = text.len() == piece.len();
            if !joins {
                words.push(vec![Span::styled(" ", span.style)]);
            }
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(lines: Vec<Line>) -> Vec<String> {
        lines.iter().map(|line| line.to_string().trim_end().to_string()).collect()
    }

    #[test]
    fn a_task_is_rendered() {
        let text = "# Title\n\nPrint **all** of\nthe `N` numbers.\n\n```text\n$ run\n1\n```\n\n- one\n- two words more\n";
        let expected = [
            "Print all of",
            "the N",
            "numbers.",
            "",
            "    $ run",
            "    1",
            "",
            "  • one",
            "  • two",
            "    words",
            "    more",
            "",
        ];
        assert_eq!(shown(render(text, 12)), expected);
    }

    #[test]
    fn a_table_has_columns() {
        let text = "| argument | default | |\n|---|---|---|\n| `N` | 5 | how many threads |\n";
        let expected =
            ["  argument  default", "  N         5        how many", "                     threads", ""];
        let lines = shown(render(text, 30));
        assert_eq!(lines.len(), expected.len(), "{lines:?}");
        assert!(lines[1].replace('\u{a0}', " ").starts_with("  N         5        how many"), "{lines:?}");
    }

    #[test]
    fn a_long_word_stands_alone() {
        assert_eq!(
            shown(wrap(&[Span::raw("a longer-than-that b")], 6, "", "")),
            ["a", "longer-than-that", "b"]
        );
    }
}
