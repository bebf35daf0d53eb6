use std::collections::HashSet;

use super::change::{Change, Wrong};
use super::input::RuleInput;
use crate::store::catalog::Context;
use crate::store::price_list::{PriceBreak, QuantityRule};

impl Change<'_> {
    pub(super) fn delete_rules(&mut self, variants: &[String]) {
        for (place, id) in variants.iter().enumerate() {
            let at = ("quantityRulesToDeleteByVariantId", place);
            let Some(variant) = self.variant(id, at, "QUANTITY_RULE_DELETE_VARIANT_NOT_FOUND") else { continue };
            if self.list.rules.remove(&variant).is_none() {
                self.say(at, ("QUANTITY_RULE_DELETE_RULE_NOT_FOUND", "Quantity rule not found."));
            }
        }
    }

    pub(super) fn add_rules(&mut self, rules: &[RuleInput]) {
        let mut seen = HashSet::new();
        for (place, input) in rules.iter().enumerate() {
            let at = ("quantityRulesToAdd", place);
            let Some(variant) = self.variant(&input.variant_id, at, "QUANTITY_RULE_ADD_VARIANT_NOT_FOUND") else {
                continue;
            };
            let RuleInput { minimum, maximum, increment, .. } = *input;
            let rule = QuantityRule { minimum, maximum, increment };
            let wrong = if !seen.insert(variant) {
                let message = "Quantity rules to add inputs must be unique by variant id.";
                Some(("QUANTITY_RULE_ADD_DUPLICATE_INPUT_FOR_VARIANT", message))
            } else if self.is_for_markets() {
                Some((
                    "QUANTITY_RULE_ADD_CATALOG_CONTEXT_NOT_SUPPORTED",
                    "Quantity rule catalog context not supported.",
                ))
            } else {
                let mut breaks = self.list.breaks.iter().filter(|known| known.variant == variant);
                broken(rule).or_else(|| breaks.find_map(|known| against(rule, known)))
            };
            match wrong {
                Some(wrong) => self.say(at, wrong),
                None => {
                    self.list.rules.insert(variant, rule);
                }
            }
        }
    }

    fn is_for_markets(&self) -> bool {
        let catalog = self.list.catalog.and_then(|id| self.state.catalogs.get(&id));
        catalog.is_some_and(|catalog| matches!(catalog.context, Context::Markets(_)))
    }
}

/// What is wrong with a rule by itself.
fn broken(QuantityRule { minimum, maximum, increment }: QuantityRule) -> Option<Wrong> {
    Some(if minimum < 1 {
        ("QUANTITY_RULE_ADD_MINIMUM_IS_LESS_THAN_ONE", "Minimum is less than one")
    } else if increment < 1 {
        ("QUANTITY_RULE_ADD_INCREMENT_IS_LESS_THAN_ONE", "Increment is less than one")
    } else if maximum.is_some_and(|maximum| maximum < 1) {
        ("QUANTITY_RULE_ADD_MAXIMUM_IS_LESS_THAN_ONE", "Maximum is less than one")
    } else if increment > minimum {
        ("QUANTITY_RULE_ADD_INCREMENT_IS_GREATER_THAN_MINIMUM", "Increment is greater than minimum")
    } else if maximum.is_some_and(|maximum| minimum > maximum) {
        ("QUANTITY_RULE_ADD_MINIMUM_GREATER_THAN_MAXIMUM", "Minimum is greater than maximum")
    } else if minimum % increment != 0 {
        ("QUANTITY_RULE_ADD_MINIMUM_NOT_A_MULTIPLE_OF_INCREMENT", "Minimum is not a multiple of increment")
    } else if maximum.is_some_and(|maximum| maximum % increment != 0) {
        ("QUANTITY_RULE_ADD_MAXIMUM_NOT_A_MULTIPLE_OF_INCREMENT", "Maximum is not a multiple of increment")
    } else {
        return None;
    })
}

/// Why a rule does not go with a price break that is there.
fn against(QuantityRule { minimum, maximum, increment }: QuantityRule, known: &PriceBreak) -> Option<Wrong> {
    Some(if minimum > known.minimum {
        let message = "Quantity rule minimum is higher than the quantity price break minimum.";
        ("QUANTITY_RULE_ADD_MIN_HIGHER_THAN_QUANTITY_PRICE_BREAK_MIN", message)
    } else if maximum.is_some_and(|maximum| maximum < known.minimum) {
        let message = "Quantity rule maximum is less than the quantity price break minimum.";
        ("QUANTITY_RULE_ADD_MAX_LOWER_THAN_QUANTITY_PRICE_BREAK_MIN", message)
    } else if known.minimum % increment != 0 {
        let message = "Quantity rule increment must be a multiple of the quantity price break minimum.";
        ("QUANTITY_RULE_ADD_INCREMENT_NOT_A_MULTIPLE_OF_QUANTITY_PRICE_BREAK_MIN", message)
    } else {
        return None;
    })
}
