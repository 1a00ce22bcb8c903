//! Wrong: the child cuts its settings at every `=` and takes the second piece, so a CITY with a `=` in it comes out shortened.
use std::collections::HashMap;
use std::env;
use std::process::ExitCode;

use procspawn::SpawnError;

/// Settings for a child, sent as `key=value` texts.
#[derive(Debug, Default, Clone)]
struct Settings {
    entries: HashMap<String, String>,
}

impl Settings {
    fn with(mut self, key: &str, value: impl Into<String>) -> Self {
        self.entries.insert(key.to_string(), value.into());
        self
    }

    fn get(&self, key: &str) -> Option<&str> {
        self.entries.get(key).map(String::as_str)
    }

    fn encode(&self) -> Vec<String> {
        self.entries
            .iter()
            .map(|(key, value)| format!("{key}={value}"))
            .collect()
    }
}

impl FromIterator<String> for Settings {
    fn from_iter<I: IntoIterator<Item = String>>(texts: I) -> Self {
        let entries = texts
            .into_iter()
            .filter_map(|text| {
                let mut parts = text.split('=');
                Some((parts.next()?.to_string(), parts.next()?.to_string()))
            })
            .collect();
        Settings { entries }
    }
}

fn child(texts: Vec<String>) -> Option<usize> {
    let settings: Settings = texts.into_iter().collect();
    let city = settings.get("city")?;
    let mark = settings.get("mark").unwrap_or_default();
    println!("{city}{mark}");
    Some(city.len() + mark.len())
}

fn run(settings: Settings) -> Result<Option<usize>, SpawnError> {
    procspawn::spawn(settings.encode(), child).join()
}

fn main() -> ExitCode {
    procspawn::init();

    let city = env::args().nth(1).unwrap_or_else(|| "Bangalore".into());
    let settings = Settings::default().with("city", city).with("mark", "");
    match run(settings) {
        Ok(Some(_)) => ExitCode::SUCCESS,
        Ok(None) => {
            eprintln!("the child was told no city");
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("the child failed: {error}");
            ExitCode::FAILURE
        }
    }
}
