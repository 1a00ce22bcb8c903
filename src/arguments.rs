//! Command lines: what they mean, which are drawn at random, which are bad.
//!
//! In: the arguments that an exercise names. Out: the values that templates and expressions see, and more command lines.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::LazyLock;

use minijinja::syntax::SyntaxConfig;
use minijinja::{Environment, Value};
use num_bigint::BigUint;

use crate::spec::{Argument, ArgumentKind, Spec};

/// A command line and the values that it gives the exercise's arguments.
#[derive(Debug, Clone)]
pub struct Bound {
    /// What is handed to the program.
    pub line: Vec<String>,
    values: BTreeMap<String, Value>,
    /// Thousands of stories ask for the same.
    known: RefCell<HashMap<String, Value>>,
}

/// Why a template or an expression in an `exercise.toml` has no value.
#[derive(Debug, thiserror::Error)]
#[error("`{text}`: {source}")]
pub struct BadExpression {
    text: String,
    source: minijinja::Error,
}

impl Bound {
    /// Gives each argument its value, from the command line or by default.
    pub fn new(spec: &Spec, line: &[String]) -> Bound {
        let mut values = BTreeMap::new();
        for (at, argument) in spec.arguments.iter().enumerate() {
            let given = if argument.list { line.get(at..) } else { line.get(at..at + 1) };
            let given = given.filter(|given| !given.is_empty()).unwrap_or(&argument.default);
            let mut given = given.iter().map(|text| value(argument.kind, text));
            let value = if argument.list { given.collect() } else { given.next().unwrap_or_default() };
            values.insert(argument.name.clone(), value);
        }
        Bound { line: line.to_vec(), values, known: RefCell::default() }
    }

    /// The same with more names: what a check has read from the output.
    pub fn with(&self, more: impl IntoIterator<Item = (String, Value)>) -> Bound {
        let mut bound = Bound { known: RefCell::default(), ..self.clone() };
        bound.values.extend(more);
        bound
    }

    /// The text of a template.
    ///
    /// # Errors
    /// When the template is wrong.
    pub fn render(&self, template: &str) -> Result<String, BadExpression> {
        let rendered = ENVIRONMENT.render_str(template, &self.values);
        rendered.map_err(|source| BadExpression { text: template.to_string(), source })
    }

    /// The value of an expression.
    ///
    /// # Errors
    /// When the expression is wrong.
    pub fn value(&self, expression: &str) -> Result<Value, BadExpression> {
        if let Some(known) = self.known.borrow().get(expression) {
            return Ok(known.clone());
        }
        let compiled = ENVIRONMENT.compile_expression(expression);
        let value = compiled.and_then(|compiled| compiled.eval(&self.values));
        let value = value.map_err(|source| BadExpression { text: expression.to_string(), source })?;
        self.known.borrow_mut().insert(expression.to_string(), value.clone());
        Ok(value)
    }

    /// The value of an expression that is a number.
    ///
    /// # Errors
    /// When the expression is wrong.
    pub fn number(&self, expression: &str) -> Result<f64, BadExpression> {
        let value = self.value(expression)?;
        f64::try_from(value).map_err(|source| BadExpression { text: expression.to_string(), source })
    }

    /// The names in an expression that stand for nothing: misspelt ones.
    ///
    /// # Errors
    /// When the expression is wrong.
    pub fn unknown_in(&self, expression: &str) -> Result<Vec<String>, BadExpression> {
        let compiled = ENVIRONMENT.compile_expression(expression);
        let names = compiled.map(|compiled| compiled.undeclared_variables(false));
        let names = names.map_err(|source| BadExpression { text: expression.to_string(), source })?;
        Ok(self.unknown(names))
    }

    /// As [`Bound::unknown_in`], for a template.
    ///
    /// # Errors
    /// When the template is wrong.
    pub fn unknown_in_template(&self, template: &str) -> Result<Vec<String>, BadExpression> {
        let compiled = ENVIRONMENT.template_from_str(template);
        let names = compiled.map(|compiled| compiled.undeclared_variables(false));
        let names = names.map_err(|source| BadExpression { text: template.to_string(), source })?;
        Ok(self.unknown(names))
    }

    fn unknown(&self, names: HashSet<String>) -> Vec<String> {
        let is_function = |name: &String| ENVIRONMENT.globals().any(|(known, _)| known == name);
        names.into_iter().filter(|name| !self.values.contains_key(name) && !is_function(name)).collect()
    }

    /// As [`Bound::number`], for a count.
    ///
    /// # Errors
    /// When the expression is wrong.
    pub fn count(&self, expression: &str) -> Result<usize, BadExpression> {
        self.number(expression).map(|number| number.max(0.0) as usize)
    }

    /// Whether an expression holds.
    ///
    /// # Errors
    /// When the expression is wrong.
    pub fn holds(&self, expression: &str) -> Result<bool, BadExpression> {
        self.value(expression).map(|value| value.is_true())
    }

    /// As a learner would type it after the program's name.
    pub fn shown(&self) -> String {
        if self.line.is_empty() {
            return "without arguments".to_string();
        }
        let quoted = |word: &String| {
            let plain =
                !word.is_empty() && word.chars().all(|char| char.is_alphanumeric() || "-_.".contains(char));
            if plain { word.clone() } else { format!("'{word}'") }
        };
        format!("with {}", self.line.iter().map(quoted).collect::<Vec<_>>().join(" "))
    }
}

fn value(kind: ArgumentKind, text: &str) -> Value {
    match kind {
        ArgumentKind::Text => Value::from(text),
        ArgumentKind::Number | ArgumentKind::Integer => Value::from(text.parse::<i64>().unwrap_or_default()),
    }
}

/// Making one is slow, and every story of every check evaluates something.
static ENVIRONMENT: LazyLock<Environment<'static>> = LazyLock::new(|| {
    let mut environment = Environment::new();
    let syntax = SyntaxConfig::builder().keep_trailing_newline(true).build();
    environment.set_syntax(syntax.expect("the usual signs"));
    environment.add_filter("factorial", |number: u64| (1..=number).product::<BigUint>().to_string());
    environment
});

/// Command lines drawn at random within what the exercise allows.
pub fn random(spec: &Spec, random: &mut fastrand::Rng) -> Vec<String> {
    let mut line = Vec::new();
    for argument in &spec.arguments {
        let count = if argument.list { random.usize(2..=6) } else { 1 };
        line.extend((0..count).map(|_| draw(argument, random)));
    }
    line
}

fn draw(argument: &Argument, random: &mut fastrand::Rng) -> String {
    match (argument.kind, argument.draw.as_slice()) {
        (ArgumentKind::Text, texts) if !texts.is_empty() => texts[random.usize(..texts.len())].clone(),
        (ArgumentKind::Text, _) => (0..12).map(|_| random.alphabetic()).collect(),
        (_, [least, most]) => {
            let bounds = (least.parse::<i64>(), most.parse::<i64>());
            random.i64(bounds.0.unwrap_or(0)..=bounds.1.unwrap_or(9)).to_string()
        }
        _ => random.i64(argument.least.max(1)..=argument.least.max(1) + 20).to_string(),
    }
}

/// Command lines that a program must refuse, each with the name of the argument that is bad in it.
pub fn bad(spec: &Spec) -> Vec<(Vec<String>, String)> {
    let mut lines = Vec::new();
    let mut before: Vec<String> = Vec::new();
    for argument in &spec.arguments {
        for bad in bad_values(argument) {
            let mut line = before.clone();
            if argument.list && bad != "x" {
                // Also where it is not the first of the list.
                line.push(argument.default[0].clone());
            }
            line.push(bad);
            lines.push((line, argument.name.clone()));
        }
        before.push(argument.default[0].clone());
    }
    lines
}

fn bad_values(argument: &Argument) -> Vec<String> {
    let mut values: Vec<String> = match argument.kind {
        ArgumentKind::Text => return Vec::new(),
        ArgumentKind::Number => ["x", "", "-1", "4294967296"].map(String::from).to_vec(),
        ArgumentKind::Integer => ["x", "", "2147483648"].map(String::from).to_vec(),
    };
    if argument.least > 0 {
        values.push((argument.least - 1).to_string());
    }
    values
}
