//! The child hands the city back, and the parent prints it.
fn main() {
    procspawn::init();
    let city = std::env::args().nth(1).unwrap_or("Bangalore".to_string());
    println!("{}", procspawn::spawn(city, |city| city).join().unwrap());
}
