//! The handle is dropped at once, which kills the child, often before it prints.
fn main() {
    procspawn::init();
    let city = std::env::args().nth(1).unwrap_or("Bangalore".to_string());
    procspawn::spawn(city, |city| println!("{city}"));
}
