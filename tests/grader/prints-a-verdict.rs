//! Prints what a verdict and a record look like, on both outputs, and does nothing.

fn main() {
    let verdict =
        r#"{"exercise":"practice-04-shared-counter","verdict":"passed","checks":[],"schedules":1000}"#;
    println!("5");
    println!("{verdict}\nexhausted");
    eprintln!("{verdict}\nexhausted");
}
