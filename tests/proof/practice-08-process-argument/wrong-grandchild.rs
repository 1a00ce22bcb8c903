//! The child starts another child that prints: not started by the first process.
use std::env;

fn print(city: String) {
    println!("{city}");
}

fn main() {
    procspawn::init();
    let city = env::args().nth(1).unwrap_or("Bangalore".to_string());
    procspawn::spawn(city, |city| procspawn::spawn(city, print).join().unwrap()).join().unwrap();
}
