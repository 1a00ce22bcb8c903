//! procspawn::spawn with the city as its argument.
fn main() {
    procspawn::init();
    let city = std::env::args().nth(1).unwrap_or("Bangalore".to_string());
    procspawn::spawn(city, |city| println!("{city}")).join().unwrap();
}
