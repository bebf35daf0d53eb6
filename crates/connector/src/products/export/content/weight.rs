use back_office::items;
use rust_decimal::Decimal;
use values::money::{DECIMALS, Quantity};

use crate::products::options::WeightUnit;

/// What one unit of an item weighs that holds so many base units; the item's own weight where that says nothing.
pub fn weight(item: &items::Model, per_unit: Quantity) -> Quantity {
    let factor = if per_unit > Quantity::ZERO { per_unit.decimal() } else { Decimal::ONE };
    let weight = item.gross_weight.decimal().checked_mul(factor).map(|weight| weight.round_dp(DECIMALS));
    weight.and_then(|weight| Quantity::new(weight).ok()).unwrap_or(item.gross_weight)
}

/// A weight in another unit, to five decimals; the same where one of the units is not known.
pub fn in_unit(weight: Quantity, from: WeightUnit, to: WeightUnit) -> Quantity {
    let (Some(from), Some(to)) = (grams(from), grams(to)) else { return weight };
    let turned = weight.decimal().checked_mul(from).and_then(|grams| grams.checked_div(to));
    turned.and_then(|turned| Quantity::new(turned.round_dp(DECIMALS)).ok()).unwrap_or(weight)
}

/// How many grams a unit is.
fn grams(unit: WeightUnit) -> Option<Decimal> {
    match unit {
        WeightUnit::Blank => None,
        WeightUnit::Grams => Some(Decimal::ONE),
        WeightUnit::Kilograms => Some(Decimal::ONE_THOUSAND),
        WeightUnit::Ounces => Some(Decimal::new(28_349_523_125, 9)),
        WeightUnit::Pounds => Some(Decimal::new(45_359_237, 5)),
    }
}

/// The name in Shopify of a unit of weights.
pub fn unit_of(unit: WeightUnit) -> &'static str {
    match unit {
        WeightUnit::Kilograms | WeightUnit::Blank => "KILOGRAMS",
        WeightUnit::Grams => "GRAMS",
        WeightUnit::Ounces => "OUNCES",
        WeightUnit::Pounds => "POUNDS",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_weighs_what_its_pieces_do() {
        let item = items::Model { gross_weight: "0.35".parse().unwrap(), ..items::Model::default() };
        assert_eq!(weight(&item, 6.into()), "2.1".parse().unwrap());
        assert_eq!(weight(&item, Quantity::ZERO), "0.35".parse().unwrap());
    }

    #[test]
    fn a_weight_is_the_same_in_every_unit() {
        let turned = |weight: &str, from, to| in_unit(weight.parse().unwrap(), from, to).to_string();
        assert_eq!(turned("0.98767", WeightUnit::Ounces, WeightUnit::Kilograms), "0.028");
        assert_eq!(turned("2", WeightUnit::Pounds, WeightUnit::Grams), "907.18474");
        assert_eq!(turned("250", WeightUnit::Grams, WeightUnit::Kilograms), "0.25");
        assert_eq!(turned("250", WeightUnit::Grams, WeightUnit::Blank), "250", "what the store weighs in is not known");
    }
}
