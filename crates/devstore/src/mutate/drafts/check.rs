use chrono::{DateTime, Utc};
use rust_decimal::Decimal;

use super::input::{DiscountInput, DraftInput};
use crate::mutate::customer_create::looks_like_email;
use crate::mutate::user_error::UserError;

/// The longest tag, in letters.
const LONGEST_TAG: usize = 40;

/// The rules that an input breaks by itself, its lines aside.
pub(super) fn check(input: &DraftInput, currency: &str, now: DateTime<Utc>) -> Vec<UserError> {
    let mut errors = too_long(&input.tags);
    if input.line_items.is_empty() {
        errors.push(UserError::new(&[], "Add at least 1 product"));
    }
    if input.email.as_deref().is_some_and(|email| !email.is_empty() && !looks_like_email(email)) {
        errors.push(UserError::new(&["email"], "Email is invalid"));
    }
    if let Some(wanted) = input.presentment_currency_code.as_deref().filter(|wanted| *wanted != currency) {
        let message = format!("Currency {wanted} is not enabled in this shop");
        errors.push(UserError::new(&["presentmentCurrencyCode"], message));
    }
    errors.extend(input.applied_discount.as_ref().and_then(|discount| discount_error(discount, &["appliedDiscount"])));
    for (place, line) in input.line_items.iter().enumerate() {
        let field = ["lineItems", &place.to_string(), "appliedDiscount"];
        errors.extend(line.applied_discount.as_ref().and_then(|discount| discount_error(discount, &field)));
    }
    if input.reserve_inventory_until.is_some_and(|until| until < now) {
        errors.push(UserError::new(&[], "Reserve until can't be in the past"));
    }
    errors
}

/// The tags that are too long.
pub(super) fn too_long(tags: &[String]) -> Vec<UserError> {
    let long = tags.iter().enumerate().filter(|(_, tag)| tag.chars().count() > LONGEST_TAG);
    let message = || format!("Title Tag exceeds the maximum length of {LONGEST_TAG} characters");
    long.map(|(place, _)| UserError::new(&["tags", &place.to_string()], message())).collect()
}

fn discount_error(discount: &DiscountInput, field: &[&str]) -> Option<UserError> {
    if discount.value_type != "PERCENTAGE" {
        return None;
    }
    let message = if discount.value.normalize().scale() > 2 {
        "Applied discount value can have at most 2 digits after decimal point"
    } else if discount.value > Decimal::ONE_HUNDRED {
        "Applied discount value must be less than or equal to 100%"
    } else {
        return None;
    };
    Some(UserError::new(&[field, &["value"]].concat(), message))
}
