use std::collections::HashSet;

use super::super::super::variants::cents;
use super::super::fixed_prices::PriceInput;
use super::change::Change;
use crate::store::price_list::FixedPrice;

impl Change<'_> {
    pub(super) fn delete_prices(&mut self, variants: &[String]) {
        for (place, id) in variants.iter().enumerate() {
            let at = ("pricesToDeleteByVariantId", place);
            let Some(variant) = self.variant(id, at, "PRICE_DELETE_VARIANT_NOT_FOUND") else { continue };
            if self.list.fixed.contains_key(&variant) {
                self.list.unfix(variant);
            } else {
                self.say(at, ("PRICE_DELETE_PRICE_NOT_FIXED", "Price is not fixed."));
            }
        }
    }

    pub(super) fn add_prices(&mut self, prices: &[PriceInput]) {
        let mut seen = HashSet::new();
        for (place, input) in prices.iter().enumerate() {
            let at = ("pricesToAdd", place);
            let Some(variant) = self.variant(&input.variant_id, at, "PRICE_ADD_VARIANT_NOT_FOUND") else { continue };
            let currency = &self.list.currency;
            let mut amounts = std::iter::once(&input.price).chain(&input.compare_at_price);
            let foreign = amounts.any(|amount| amount.currency_code != *currency);
            if !seen.insert(variant) {
                let message = "Prices to add inputs must be unique by variant id.";
                self.say(at, ("PRICE_ADD_DUPLICATE_INPUT_FOR_VARIANT", message));
            } else if foreign {
                self.say(at, ("PRICE_ADD_CURRENCY_MISMATCH", "Price list and fixed price currency mismatch."));
            } else {
                let compare_at = input.compare_at_price.as_ref().map(|amount| cents(amount.amount));
                self.list.fixed.insert(variant, FixedPrice { price: cents(input.price.amount), compare_at });
            }
        }
    }
}
