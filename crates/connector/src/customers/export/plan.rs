//! What is sent of a customer: no more than what Shopify does not say already. Pure.

use back_office::customers;
use serde_json::json;
use shopify::documents::customers::{AddressInput, CustomerInput};
use values::Code;

use super::reason::Reason;
use super::wanted::{Wanted, gid, wanted};
use crate::customers::phone;
use crate::customers::staged::Whole;
use crate::orders::mapping::Ground;
use crate::products::import::digest;

/// What is sent of one customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Plan {
    /// Its id in Shopify.
    pub id: i64,
    /// The customer that it is here.
    pub number: Code<20>,
    /// What changes of itself.
    pub customer: Option<CustomerInput>,
    /// What changes of its address.
    pub place: Option<Place>,
    /// All that it is to say.
    pub wanted: Wanted,
}

/// What becomes of an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// The customer has none, and gets one.
    New(AddressInput),
    /// The one of that id changes.
    Known(i64, AddressInput),
}

impl Plan {
    /// The digest of what is said, and of what Shopify says then: sent once, and not again while both stay.
    pub(crate) fn digest(&self, content_hash: &str) -> String {
        digest(&json!({ "wanted": self.wanted, "of": content_hash }))
    }
}

/// What is sent of a customer; none when Shopify says it already, or keeps what was sent before in a form of its own.
///
/// # Errors
/// Why it can't be said.
pub(crate) fn plan(ground: &Ground, whole: &Whole, customer: &customers::Model) -> Result<Option<Plan>, Reason> {
    let wanted = wanted(ground, customer)?;
    let plan = Plan {
        id: whole.customer.shopify_customer_id,
        number: customer.number.clone(),
        customer: changed(whole, &wanted),
        place: place(whole, &wanted),
        wanted,
    };
    let is_nothing = plan.customer.is_none() && plan.place.is_none();
    let was_sent = whole.customer.sent_digest == plan.digest(&whole.customer.content_hash);
    Ok((!is_nothing && !was_sent).then_some(plan))
}

/// What changes of the customer itself.
fn changed(whole: &Whole, wanted: &Wanted) -> Option<CustomerInput> {
    let staged = &whole.customer;
    let text = |now: &str, then: &str| (!then.is_empty() && now.trim() != then).then(|| then.to_owned());
    let has_other_phone = !wanted.phone.is_empty() && !same_phone(&staged.phone_number, &wanted.phone);
    let input = CustomerInput {
        id: None,
        email: Some(wanted.email.clone())
            .filter(|email| !email.is_empty() && email.to_lowercase() != staged.email.to_lowercase()),
        first_name: text(&staged.first_name, &wanted.first_name),
        last_name: last_name(&staged.last_name, wanted),
        phone: has_other_phone.then(|| wanted.phone.clone()),
    };
    (input != CustomerInput::default()).then(|| CustomerInput { id: Some(gid(staged.shopify_customer_id)), ..input })
}

/// What changes of a last name: of a person with one name the other is none.
fn last_name(now: &str, wanted: &Wanted) -> Option<String> {
    let is_named = !wanted.first_name.is_empty() || !wanted.last_name.is_empty();
    (is_named && now.trim() != wanted.last_name).then(|| wanted.last_name.clone())
}

/// What changes of the address. Whoever has none here keeps the one in Shopify: it may have been found by e-mail alone.
fn place(whole: &Whole, wanted: &Wanted) -> Option<Place> {
    if [&wanted.address1, &wanted.zip, &wanted.city].into_iter().all(|text| text.trim().is_empty()) {
        return None;
    }
    let Some(staged) = whole.address() else { return Some(Place::New(new_address(wanted))) };
    let text = |now: &str, then: &str| (now.trim() != then.trim()).then(|| then.to_owned());
    let said = |now: &str, then: &str| text(now, then).filter(|then| !then.trim().is_empty());
    // An address without a phone has that of its customer.
    let phone = if staged.phone.is_empty() { &whole.customer.phone_number } else { &staged.phone };
    let has_other_phone = !wanted.phone.is_empty() && !same_phone(phone, &wanted.phone);
    let zip = text(staged.zip.as_str(), &wanted.zip.to_uppercase()).map(|_| wanted.zip.clone());
    let country = said(staged.country_region_code.as_str(), &wanted.country);
    let province = said(staged.province_code.as_str(), &wanted.province);
    let input = AddressInput {
        company: said(&staged.company, &wanted.company),
        first_name: said(&staged.first_name, &wanted.first_name),
        last_name: last_name(&staged.last_name, wanted),
        address1: text(&staged.address1, &wanted.address1),
        address2: text(&staged.address2, &wanted.address2),
        zip,
        city: text(&staged.city, &wanted.city),
        // A province is one of its country.
        country_code: country.or_else(|| province.as_ref().map(|_| wanted.country.clone())),
        province_code: province,
        phone: has_other_phone.then(|| wanted.phone.clone()),
    };
    (input != AddressInput::default()).then_some(Place::Known(staged.shopify_address_id, input))
}

/// An address that a customer is given.
fn new_address(wanted: &Wanted) -> AddressInput {
    let said = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
    AddressInput {
        company: said(&wanted.company),
        first_name: said(&wanted.first_name),
        last_name: said(&wanted.last_name),
        address1: said(&wanted.address1),
        address2: said(&wanted.address2),
        zip: said(&wanted.zip),
        city: said(&wanted.city),
        country_code: said(&wanted.country),
        province_code: said(&wanted.province),
        phone: said(&wanted.phone),
    }
}

/// Shopify writes a phone with its country, and people without.
fn same_phone(staged: &str, wanted: &str) -> bool {
    phone::same(staged, wanted) || phone::sought(staged) == phone::sought(wanted)
}
