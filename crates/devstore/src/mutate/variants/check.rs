use rust_decimal::Decimal;

use super::super::limits::{LONGEST, too_long};
use super::super::part::number;
use super::super::user_error::UserError;
use super::input::VariantInput;
use crate::store::State;

/// Which mutation a variant's input came with: the same mistake has another code in each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::mutate) enum Asked {
    Create,
    Update,
    Set,
}

/// What kind of mistake it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mistake {
    Negative,
    TooLong,
    Invalid,
    NoLocation,
}

impl Mistake {
    const fn code(self, asked: Asked) -> &'static str {
        match (asked, self) {
            (Asked::Set, _) => "INVALID_VARIANT",
            (_, Self::Negative) => "GREATER_THAN_OR_EQUAL_TO",
            (Asked::Update, Self::TooLong) => "TOO_LONG",
            (Asked::Create, Self::TooLong) => "INVALID",
            (_, Self::NoLocation) => "TRACKED_VARIANT_LOCATION_NOT_FOUND",
            (_, Self::Invalid) => "INVALID_INPUT",
        }
    }
}

/// How many digits a code of the harmonized system has.
const HS_DIGITS: std::ops::RangeInclusive<usize> = 6..=13;

/// What is wrong with the fields of a variant, whatever its options are. `path` leads to its input.
pub(in crate::mutate) fn broken(state: &State, input: &VariantInput, path: &[&str], asked: Asked) -> Vec<UserError> {
    let mut errors = Vec::new();
    let mut say = |steps: &[&str], message: String, mistake: Mistake| {
        let field = if asked == Asked::Set { path.to_vec() } else { [path, steps].concat() };
        errors.push(UserError::new(&field, message).with_code(mistake.code(asked)));
    };
    let item = input.inventory_item.as_ref();
    let amounts: [(&[&str], &str, Option<&Decimal>); 3] = [
        (&["price"], "Price", input.price.as_ref()),
        (&["compareAtPrice"], "Compare at price", input.compare_at_price.value()),
        (&["inventoryItem", "cost"], "Cost", item.and_then(|item| item.cost.value())),
    ];
    for (steps, name, amount) in amounts {
        if amount.is_some_and(|amount| *amount < Decimal::ZERO) {
            say(steps, format!("{name} must be greater than or equal to 0"), Mistake::Negative);
        }
    }
    let longer = |text: Option<&String>| text.is_some_and(|text| text.chars().count() > LONGEST);
    if longer(input.wanted_sku().value()) {
        say(&["inventoryItem", "sku"], too_long("SKU", LONGEST), Mistake::TooLong);
    }
    if longer(input.barcode.value()) {
        say(&["barcode"], too_long("Barcode", LONGEST), Mistake::TooLong);
    }
    let code = item.and_then(|item| item.harmonized_system_code.value()).filter(|code| !code.is_empty());
    if code.is_some_and(|code| digits(code).is_none_or(|digits| !HS_DIGITS.contains(&digits.len()))) {
        let message = "Harmonized system code must be a number between 6 and 13 digits".to_owned();
        say(&["inventoryItem", "harmonizedSystemCode"], message, Mistake::Invalid);
    }
    let weight = item.and_then(|item| item.measurement.as_ref()?.weight.as_ref());
    if weight.is_some_and(|weight| weight.value < 0.0) {
        let message = "Weight must be greater than or equal to 0".to_owned();
        say(&["inventoryItem", "measurement", "weight", "value"], message, Mistake::Negative);
    }
    let mut places = input.inventory_quantities.iter().flatten().map(|entry| &entry.location_id);
    if !places.all(|id| number(id, "Location").is_some_and(|id| state.has_location(id))) {
        let message = if asked == Asked::Set {
            "Location does not exist"
        } else {
            "Quantity couldn't be set because the location was deleted."
        };
        say(&["inventoryQuantities"], message.to_owned(), Mistake::NoLocation);
    }
    errors
}

/// The digits of a code that may have points between them; none when there is something else.
pub(super) fn digits(code: &str) -> Option<String> {
    let digits: String = code.chars().filter(|c| !matches!(c, '.' | ' ')).collect();
    digits.bytes().all(|digit| digit.is_ascii_digit()).then_some(digits)
}
