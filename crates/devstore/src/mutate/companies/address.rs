//! Where a location of a company is.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use serde::Deserialize;

use super::super::customer_create::filled;
use super::super::user_error::UserError;
use super::location::of_location;
use crate::store::State;
use crate::store::company::{Company, CompanyAddress};
use crate::store::ids::Ids;

/// `CompanyAddressInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct CompanyAddressInput {
    address1: Option<String>,
    address2: Option<String>,
    city: Option<String>,
    country_code: Option<String>,
    first_name: Option<String>,
    last_name: Option<String>,
    phone: Option<String>,
    recipient: Option<String>,
    zip: Option<String>,
    zone_code: Option<String>,
}

/// What an address lacks.
pub(super) fn address_errors(input: &CompanyAddressInput, path: &[&str]) -> Vec<UserError> {
    let needed = [
        ("address1", &input.address1, "Address1 can't be blank"),
        ("countryCode", &input.country_code, "Country code can't be blank"),
    ];
    let is_blank = |text: &Option<String>| filled(text.clone()).is_none();
    let lacks = needed.into_iter().filter(|(_, text, _)| is_blank(text));
    lacks.map(|(field, _, message)| UserError::new(&[path, &[field]].concat(), message).with_code("BLANK")).collect()
}

/// An address of its own.
pub(super) fn address(input: CompanyAddressInput, ids: &mut Ids, now: DateTime<Utc>) -> CompanyAddress {
    CompanyAddress {
        id: ids.next(),
        created_at: now,
        recipient: filled(input.recipient),
        first_name: filled(input.first_name),
        last_name: filled(input.last_name),
        address1: input.address1.unwrap_or_default(),
        address2: filled(input.address2),
        city: filled(input.city),
        zip: filled(input.zip),
        zone_code: filled(input.zone_code),
        country_code: input.country_code.unwrap_or_default(),
        phone: filled(input.phone),
    }
}

/// `companyLocationAssignAddress`: a location has a new billing address, a new shipping address, or both.
pub(crate) fn assign_address(
    state: &mut State,
    id: &str,
    input: CompanyAddressInput,
    types: &[String],
    now: DateTime<Utc>,
) -> Result<Vec<(Arc<Company>, CompanyAddress)>, Vec<UserError>> {
    let (mut company, place) = of_location(state, id, "locationId")?;
    let errors = address_errors(&input, &["address"]);
    if !errors.is_empty() {
        return Err(errors);
    }
    let mut made = Vec::new();
    if let Some(location) = company.locations.get_mut(place) {
        for kind in types {
            let address = address(input.clone(), &mut state.ids, now);
            made.push(address.clone());
            *(if kind == "BILLING" { &mut location.billing } else { &mut location.shipping }) = Some(address);
        }
        location.updated_at = now;
    }
    company.updated_at = now;
    let company = state.put_company(company);
    Ok(made.into_iter().map(|address| (Arc::clone(&company), address)).collect())
}
