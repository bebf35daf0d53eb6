use chrono::{DateTime, Utc};
use rust_decimal::Decimal;
use serde::Deserialize;
use std::sync::Arc;

use super::address_input::AddressInput;
use super::customer_address::twice;
use super::limits::{LONGEST, LONGEST_NOTE, too_long};
use super::user_error::UserError;
use crate::store::State;
use crate::store::customer::{Consent, Customer, CustomerState};

/// `CustomerInput`, as far as `customerCreate` takes it.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct CustomerInput {
    pub addresses: Option<Vec<AddressInput>>,
    pub email: Option<String>,
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    pub locale: Option<String>,
    pub note: Option<String>,
    pub phone: Option<String>,
    pub tags: Option<Vec<String>>,
    pub tax_exempt: Option<bool>,
}

/// `customerCreate`: e-mail addresses and phone numbers are unique in a shop.
pub(crate) fn customer_create(
    state: &mut State,
    input: CustomerInput,
    now: DateTime<Utc>,
) -> Result<Arc<Customer>, Vec<UserError>> {
    let errors = check(state, &input);
    if !errors.is_empty() {
        return Err(errors);
    }
    let id = state.ids.next();
    let addresses = input.addresses.unwrap_or_default();
    let addresses = addresses.into_iter().map(|address| address.into_address(state.ids.next())).collect();
    Ok(state.put_customer(Customer {
        id,
        created_at: now,
        updated_at: now,
        first_name: filled(input.first_name),
        last_name: filled(input.last_name),
        email: filled(input.email).map(|email| email.trim().to_lowercase()),
        phone: filled(input.phone).map(|phone| compact(&phone)),
        note: input.note,
        locale: input.locale.unwrap_or_else(|| "nb".to_owned()),
        tags: input.tags.unwrap_or_default(),
        tax_exempt: input.tax_exempt.unwrap_or_default(),
        state: CustomerState::default(),
        email_consent: Consent::default(),
        sms_consent: Consent::default(),
        addresses,
        number_of_orders: 0,
        amount_spent: Decimal::ZERO,
    }))
}

fn check(state: &State, input: &CustomerInput) -> Vec<UserError> {
    let mut errors = Vec::new();
    let given = [&input.first_name, &input.last_name, &input.email, &input.phone];
    if given.into_iter().flatten().all(|text| text.trim().is_empty()) {
        errors.push(nobody());
    }
    errors.extend(check_contact(state, input.email.as_deref(), input.phone.as_deref(), None));
    let names = [input.first_name.as_ref(), input.last_name.as_ref()];
    errors.extend(excess(names, input.note.as_ref(), input.tags.as_deref().unwrap_or_default()));
    let addresses: Vec<_> = input.addresses.iter().flatten().map(|one| one.clone().into_address(0)).collect();
    errors.extend(twice(&addresses));
    errors
}

/// A customer of whom nothing is known is none.
pub(super) fn nobody() -> UserError {
    UserError::new(&[], "A name, phone number, or email address must be present").with_code("BLANK")
}

/// An e-mail address and a phone number have their forms, and are of one customer at most.
pub(super) fn check_contact(
    state: &State,
    email: Option<&str>,
    phone: Option<&str>,
    own: Option<u64>,
) -> Vec<UserError> {
    let mut errors = Vec::new();
    let is_taken = |known: Option<&Arc<Customer>>| known.is_some_and(|known| Some(known.id) != own);
    if let Some(email) = email.map(str::trim).filter(|email| !email.is_empty()) {
        if !looks_like_email(email) {
            errors.push(UserError::new(&["email"], "Email is invalid").with_code("INVALID"));
        } else if is_taken(state.customer_by_email(email)) {
            errors.push(UserError::new(&["email"], "Email has already been taken").with_code("TAKEN"));
        }
    }
    if let Some(phone) = phone.map(compact).filter(|phone| !phone.is_empty()) {
        if !looks_like_phone(&phone) {
            errors.push(UserError::new(&["phone"], "Phone is invalid").with_code("INVALID"));
        } else if is_taken(state.customer_by_phone(&phone)) {
            errors.push(UserError::new(&["phone"], "Phone has already been taken").with_code("TAKEN"));
        }
    }
    errors
}

/// What is longer than it may be: the first and the last name, the note and the tags.
pub(super) fn excess(names: [Option<&String>; 2], note: Option<&String>, tags: &[String]) -> Vec<UserError> {
    let [first, last] = names;
    let tag = tags.iter().max_by_key(|tag| tag.chars().count());
    let texts = [
        ("firstName", "First name", first, LONGEST),
        ("lastName", "Last name", last, LONGEST),
        ("note", "Note", note, LONGEST_NOTE),
        ("tags", "Tag", tag, LONGEST),
    ];
    let long = texts.into_iter().filter(|(_, _, text, most)| text.is_some_and(|text| text.chars().count() > *most));
    long.map(|(field, name, _, most)| UserError::new(&[field], too_long(name, most)).with_code("TOO_LONG")).collect()
}

/// The text, unless it is blank.
pub(super) fn filled(text: Option<String>) -> Option<String> {
    text.filter(|text| !text.trim().is_empty())
}

/// The phone number without what people put between its digits.
pub(super) fn compact(phone: &str) -> String {
    phone.chars().filter(|c| !matches!(c, ' ' | '-' | '(' | ')')).collect()
}

/// Whether it has the form of an e-mail address.
pub(super) fn looks_like_email(email: &str) -> bool {
    match email.split_once('@') {
        Some((name, domain)) => {
            !name.is_empty()
                && domain.split('.').count() > 1
                && domain.split('.').all(|part| !part.is_empty())
                && !email.contains(char::is_whitespace)
        }
        None => false,
    }
}

/// E.164: a plus sign and 7 to 15 digits.
fn looks_like_phone(phone: &str) -> bool {
    phone
        .strip_prefix('+')
        .is_some_and(|digits| (7..=15).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit()))
}
