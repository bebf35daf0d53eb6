use std::collections::HashSet;

use super::super::super::part::number;
use super::super::super::variants::cents;
use super::change::{Change, Wrong};
use super::input::BreakInput;
use crate::store::price_list::{PriceBreak, QuantityRule};

/// The most price breaks of a variant.
const MOST_BREAKS: usize = 10;

impl Change<'_> {
    pub(super) fn delete_breaks(&mut self, ids: &[String]) {
        for (place, id) in ids.iter().enumerate() {
            let id = number(id, "QuantityPriceBreak");
            let Some(known) = self.list.breaks.iter().position(|known| Some(known.id) == id) else {
                let message = "Quantity price break not found.";
                self.say(("quantityPriceBreaksToDelete", place), ("QUANTITY_PRICE_BREAK_DELETE_NOT_FOUND", message));
                continue;
            };
            self.touched.insert(self.list.breaks.remove(known).variant);
        }
    }

    pub(super) fn delete_breaks_of(&mut self, variants: &[String]) {
        for (place, id) in variants.iter().enumerate() {
            let at = ("quantityPriceBreaksToDeleteByVariantId", place);
            if let Some(variant) = self.variant(id, at, "QUANTITY_PRICE_BREAK_DELETE_BY_VARIANT_ID_VARIANT_NOT_FOUND") {
                self.list.breaks.retain(|known| known.variant != variant);
            }
        }
    }

    /// Adds price breaks with these ids.
    pub(super) fn add_breaks(&mut self, inputs: &[BreakInput], ids: &[u64]) {
        let mut seen = HashSet::new();
        for ((place, input), id) in inputs.iter().enumerate().zip(ids) {
            let at = ("quantityPriceBreaksToAdd", place);
            let code = "QUANTITY_PRICE_BREAK_ADD_VARIANT_NOT_FOUND";
            let Some(variant) = self.variant(&input.variant_id, at, code) else { continue };
            let minimum = input.minimum_quantity;
            let wrong = if seen.insert((variant, minimum)) {
                self.unfit(variant, input)
            } else {
                let message = "Quantity price breaks to add inputs must be unique by variant id and minimum quantity.";
                Some(("QUANTITY_PRICE_BREAK_ADD_DUPLICATE_INPUT_FOR_VARIANT_AND_MIN", message))
            };
            if let Some(wrong) = wrong {
                self.say(at, wrong);
                continue;
            }
            self.list.breaks.retain(|known| (known.variant, known.minimum) != (variant, minimum));
            self.list.breaks.push(PriceBreak { id: *id, variant, minimum, price: cents(input.price.amount) });
        }
    }

    /// Why a price break does not go with what the list says of the variant.
    fn unfit(&self, variant: u64, input: &BreakInput) -> Option<Wrong> {
        let list = &self.list;
        let QuantityRule { minimum, maximum, increment } =
            list.rules.get(&variant).copied().unwrap_or(QuantityRule::ANY);
        let from = input.minimum_quantity;
        let others = list.breaks.iter().filter(|known| known.variant == variant && known.minimum != from).count();
        Some(if input.price.currency_code != list.currency {
            let message = "Price list and quantity price break currency mismatch.";
            ("QUANTITY_PRICE_BREAK_ADD_CURRENCY_MISMATCH", message)
        } else if !list.fixed.contains_key(&variant) {
            let message = "Quantity price break's fixed price not found.";
            ("QUANTITY_PRICE_BREAK_ADD_PRICE_LIST_PRICE_NOT_FOUND", message)
        } else if from < minimum {
            let message = "Quantity price break minimum is less than the quantity rule minimum.";
            ("QUANTITY_PRICE_BREAK_ADD_MIN_LOWER_THAN_QUANTITY_RULES_MIN", message)
        } else if maximum.is_some_and(|maximum| from > maximum) {
            let message = "Quantity price break minimum is higher than the quantity rule maximum.";
            ("QUANTITY_PRICE_BREAK_ADD_MIN_HIGHER_THAN_QUANTITY_RULES_MAX", message)
        } else if from % increment != 0 {
            let message = "Quantity price break minimum is not a multiple of the quantity rule increment.";
            ("QUANTITY_PRICE_BREAK_ADD_MIN_NOT_A_MULTIPLE_OF_QUANTITY_RULES_INCREMENT", message)
        } else if others >= MOST_BREAKS {
            let message = "Exceeded the allowed number of quantity price breaks per variant.";
            ("QUANTITY_PRICE_BREAK_ADD_LIMIT_EXCEEDED", message)
        } else {
            return None;
        })
    }
}
