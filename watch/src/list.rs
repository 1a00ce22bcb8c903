//! The list of all examples and exercises by topic, with a search.

use crossterm::event::KeyCode;
use threadlings::{Example, Exercise};

use super::state::Place;

pub struct List {
    rows: Vec<Row>,
    pub search: String,
    pub focus: Focus,
    /// Which of the visible rows is chosen.
    pub cursor: usize,
}

#[derive(Debug, Clone)]
pub enum Row {
    Topic(String),
    /// An exercise or example, its name and its title.
    Place(Place, String, String),
}

/// Where the keys go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Focus {
    Rows,
    Search,
}

/// What a key comes to.
#[derive(Debug, PartialEq)]
pub enum Answer {
    Stay,
    Close,
    Go(Place),
}

impl List {
    /// The list, with the cursor on a place.
    pub fn new(exercises: &[Exercise], examples: &[Example], at: Place) -> List {
        let mut rows = Vec::new();
        for topic in ["threading", "multiprocessing", "pools"] {
            rows.push(Row::Topic(format!("{topic}: exercises")));
            let of_topic = |exercise: &Exercise| exercise.spec.read_first.split('-').next() == Some(topic);
            let of_exercises = exercises.iter().enumerate().filter(|(_, exercise)| of_topic(exercise));
            rows.extend(of_exercises.map(|(at, exercise)| {
                Row::Place(Place::Exercise(at), exercise.name.clone(), exercise.spec.title.clone())
            }));
            rows.push(Row::Topic(format!("{topic}: examples")));
            let of_examples = examples.iter().enumerate().filter(|(_, example)| example.topic == topic);
            rows.extend(
                of_examples
                    .map(|(at, example)| Row::Place(Place::Example(at), example.name.clone(), String::new())),
            );
        }
        let mut list = List { rows, search: String::new(), focus: Focus::Rows, cursor: 0 };
        let is_at = |row: &Row| matches!(row, Row::Place(place, ..) if *place == at);
        list.cursor = list.visible().iter().position(is_at).unwrap_or(1);
        list
    }

    /// The rows that the search leaves, with their topics.
    pub fn visible(&self) -> Vec<Row> {
        let search = self.search.to_lowercase();
        let mut visible = Vec::new();
        let mut topic = None;
        for row in &self.rows {
            match row {
                Row::Topic(name) => topic = Some((name.as_str(), row)),
                Row::Place(_, name, title) => {
                    let heading = topic.map_or("", |(name, _)| name);
                    let text = format!("{heading} {name} {title}").to_lowercase();
                    if search.split_whitespace().all(|word| text.contains(word)) {
                        let new =
                            !visible.iter().any(|row| matches!(row, Row::Topic(name) if name == heading));
                        visible.extend(topic.filter(|_| new).map(|(_, row)| row.clone()));
                        visible.push(row.clone());
                    }
                }
            }
        }
        visible
    }

    pub fn key(&mut self, key: KeyCode) -> Answer {
        match (self.focus, key) {
            (_, KeyCode::Enter) => return self.chosen().map_or(Answer::Stay, Answer::Go),
            (_, KeyCode::Up) | (Focus::Rows, KeyCode::Char('k')) => self.step(-1),
            (_, KeyCode::Down) | (Focus::Rows, KeyCode::Char('j')) => self.step(1),
            (_, KeyCode::PageUp) => (0..10).for_each(|_| self.step(-1)),
            (_, KeyCode::PageDown) => (0..10).for_each(|_| self.step(1)),
            (_, KeyCode::Home) => self.first(),
            (_, KeyCode::End) => self.cursor = self.visible().len().saturating_sub(1),
            (Focus::Search, KeyCode::Esc) => {
                self.focus = Focus::Rows;
                self.search_for(String::new());
            }
            (Focus::Search, KeyCode::Char(letter)) => self.search_for(format!("{}{letter}", self.search)),
            (Focus::Search, KeyCode::Backspace) => {
                let mut search = self.search.clone();
                search.pop();
                self.search_for(search);
            }
            (Focus::Rows, KeyCode::Char('/')) => self.focus = Focus::Search,
            (Focus::Rows, KeyCode::Esc | KeyCode::Char('l' | 'q')) => return Answer::Close,
            _ => {}
        }
        Answer::Stay
    }

    fn chosen(&self) -> Option<Place> {
        match self.visible().get(self.cursor)? {
            Row::Place(place, ..) => Some(*place),
            Row::Topic(_) => None,
        }
    }

    fn search_for(&mut self, search: String) {
        self.search = search;
        self.first();
    }

    fn first(&mut self) {
        self.cursor = 1.min(self.visible().len().saturating_sub(1));
    }

    /// To the next row that is no topic.
    fn step(&mut self, way: isize) {
        let visible = self.visible();
        let mut at = self.cursor;
        while let Some(next) = at.checked_add_signed(way).filter(|next| *next < visible.len()) {
            at = next;
            if matches!(visible[at], Row::Place(..)) {
                self.cursor = at;
                return;
            }
        }
    }
}
