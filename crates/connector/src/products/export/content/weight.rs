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
}
