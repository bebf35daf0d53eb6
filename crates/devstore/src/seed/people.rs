//! Who buys in the demo shop.

use super::chance::Chance;
use super::places::{FIRST_NAMES, LAST_NAMES, PLACES, Place, STREETS};

/// A customer of the demo shop.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoCustomer {
    /// First name.
    pub first_name: String,
    /// Last name.
    pub last_name: String,
    /// E-mail address, under a domain that no one owns.
    pub email: String,
    /// Phone number, E.164.
    pub phone: String,
    /// Street and number.
    pub address: String,
    /// Post code.
    pub post_code: String,
    /// City.
    pub city: String,
    /// ISO country code: NO, SE or DK.
    pub country_code: String,
}

impl DemoCustomer {
    /// First and last name.
    pub fn name(&self) -> String {
        format!("{} {}", self.first_name, self.last_name)
    }
}

/// `count` customers; the same for the same `seed`, and the first ones are the same whatever `count` is.
pub fn customers(count: usize, seed: u64) -> Vec<DemoCustomer> {
    let mut chance = Chance::new(seed ^ 0x0063_7573_746f_6d65);
    (0..count).map(|index| customer(index, &mut chance)).collect()
}

/// How many customers a shop of `orders` orders has: most of them bought more than once.
pub fn customers_for(orders: usize) -> usize {
    match orders {
        0 => 0,
        orders => orders.div_ceil(4).max(8),
    }
}

fn customer(index: usize, chance: &mut Chance) -> DemoCustomer {
    let first_name = chance.pick(FIRST_NAMES).copied().unwrap_or_default();
    let last_name = chance.pick(LAST_NAMES).copied().unwrap_or_default();
    let place = place(chance);
    let street = chance.pick(STREETS).copied().unwrap_or_default();
    DemoCustomer {
        first_name: first_name.to_owned(),
        last_name: last_name.to_owned(),
        email: format!("{}.{}{}@example.com", folded(first_name), folded(last_name), index + 1),
        phone: format!("+474{:07}", 1_000_000 + index),
        address: format!("{street} {}", 1 + chance.below(98)),
        post_code: place.post_code.to_owned(),
        city: place.city.to_owned(),
        country_code: place.country.to_owned(),
    }
}

fn place(chance: &mut Chance) -> &'static Place {
    // One in twelve lives in Sweden or Denmark.
    let abroad = chance.below(12) == 0;
    let candidates: Vec<&Place> = PLACES.iter().filter(|place| (place.country != "NO") == abroad).collect();
    chance.pick(&candidates).copied().unwrap_or(&PLACES[0])
}

fn folded(name: &str) -> String {
    name.to_lowercase()
        .chars()
        .map(|c| match c {
            'æ' | 'ä' => 'e',
            'ø' | 'ö' => 'o',
            'å' => 'a',
            ' ' => '-',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn the_same_seed_makes_the_same_customers() {
        assert_eq!(customers(50, 7), customers(50, 7));
        assert_eq!(customers(10, 7), customers(50, 7)[..10]);
        assert_ne!(customers(10, 7), customers(10, 8));
    }

    #[test]
    fn no_two_customers_share_an_address_for_mail_or_a_phone() {
        let all = customers(5_000, 1);
        assert_eq!(all.iter().map(|c| &c.email).collect::<HashSet<_>>().len(), all.len());
        assert_eq!(all.iter().map(|c| &c.phone).collect::<HashSet<_>>().len(), all.len());
    }
}
