//! The places of a company.

use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::super::customer_create::filled;
use super::super::given::Given;
use super::super::part::{number, refuse_with};
use super::super::user_error::UserError;
use super::address::address;
use super::head::{company, external_id_errors, name_errors};
use super::location_input::{LocationInput, LocationUpdate, TaxSettings, location_errors, taken, terms, terms_errors};
use crate::store::State;
use crate::store::company::{Company, CompanyLocation};

/// A company, and the place of a location in it.
type OfLocation = (Arc<Company>, usize);

/// The company of a location, as a working copy, and the location's place in it.
pub(super) fn of_location(state: &State, id: &str, field: &str) -> Result<(Company, usize), Vec<UserError>> {
    let found = number(id, "CompanyLocation").and_then(|number| state.company_of(number));
    match found {
        Some((company, place)) => Ok((Company::clone(company), place)),
        None => refuse_with("RESOURCE_NOT_FOUND", &[field], "Resource requested does not exist."),
    }
}

/// A new location as its input says, which is called like its address or its company where the input gives it no name.
pub(super) fn placed(state: &mut State, input: LocationInput, of_company: &str, now: DateTime<Utc>) -> CompanyLocation {
    let payment_terms = terms(input.buyer_experience_configuration.as_ref());
    let experience = input.buyer_experience_configuration.unwrap_or_default();
    let billing = if input.billing_same_as_shipping { input.shipping_address.clone() } else { input.billing_address };
    let billing = billing.map(|given| address(given, &mut state.ids, now));
    let shipping = input.shipping_address.map(|given| address(given, &mut state.ids, now));
    CompanyLocation {
        id: state.ids.next(),
        created_at: now,
        updated_at: now,
        name: filled(input.name).unwrap_or_else(|| of_company.to_owned()),
        external_id: filled(input.external_id),
        locale: filled(input.locale),
        note: filled(input.note),
        phone: filled(input.phone),
        billing,
        shipping,
        tax_registration_id: filled(input.tax_registration_id),
        tax_exempt: input.tax_exempt,
        tax_exemptions: input.tax_exemptions,
        payment_terms,
        checkout_to_draft: experience.checkout_to_draft.unwrap_or_default(),
        editable_shipping_address: experience.editable_shipping_address.unwrap_or_default(),
    }
}

/// `companyLocationCreate`.
pub(crate) fn location_create(
    state: &mut State,
    id: &str,
    input: LocationInput,
    now: DateTime<Utc>,
) -> Result<OfLocation, Vec<UserError>> {
    let mut company = company(state, id)?;
    let errors = location_errors(state, &input, &["input"]);
    if !errors.is_empty() {
        return Err(errors);
    }
    let name = company.name.clone();
    company.locations.push(placed(state, input, &name, now));
    company.updated_at = now;
    let place = company.locations.len() - 1;
    Ok((state.put_company(company), place))
}

/// `companyLocationUpdate`: what is left out stays.
pub(crate) fn location_update(
    state: &mut State,
    id: &str,
    input: LocationUpdate,
    now: DateTime<Utc>,
) -> Result<OfLocation, Vec<UserError>> {
    let (company, place) = of_location(state, id, "companyLocationId")?;
    let own = company.locations.get(place).map(|location| location.id);
    let name = input.name.value().map(String::as_str);
    let mut errors = name_errors(&["input", "name"], name, input.name == Given::Null);
    errors.extend(external_id_errors(&["input", "externalId"], input.external_id.value(), &taken(state, own)));
    errors.extend(terms_errors(input.buyer_experience_configuration.as_ref(), &["input"]));
    if !errors.is_empty() {
        return Err(errors);
    }
    Ok(changed(state, company, place, now, |location| {
        if let Given::Value(name) = input.name {
            location.name = name;
        }
        input.external_id.put_into(&mut location.external_id);
        input.locale.put_into(&mut location.locale);
        input.note.put_into(&mut location.note);
        input.phone.put_into(&mut location.phone);
        if let Some(experience) = input.buyer_experience_configuration {
            let named = terms(Some(&experience));
            if experience.payment_terms_template_id != Given::LeftOut {
                location.payment_terms = named;
            }
            location.checkout_to_draft = experience.checkout_to_draft.unwrap_or(location.checkout_to_draft);
            let editable = experience.editable_shipping_address;
            location.editable_shipping_address = editable.unwrap_or(location.editable_shipping_address);
        }
    }))
}

/// `companyLocationTaxSettingsUpdate`: what is left out stays.
pub(crate) fn tax_settings_update(
    state: &mut State,
    id: &str,
    settings: TaxSettings,
    now: DateTime<Utc>,
) -> Result<OfLocation, Vec<UserError>> {
    let (company, place) = of_location(state, id, "companyLocationId")?;
    Ok(changed(state, company, place, now, |location| {
        if settings.tax_registration_id.is_some() {
            location.tax_registration_id = filled(settings.tax_registration_id);
        }
        location.tax_exempt = settings.tax_exempt.unwrap_or(location.tax_exempt);
        location.tax_exemptions.retain(|one| !settings.remove.contains(one));
        for one in settings.assign {
            if !location.tax_exemptions.contains(&one) {
                location.tax_exemptions.push(one);
            }
        }
    }))
}

fn changed(
    state: &mut State,
    mut company: Company,
    place: usize,
    now: DateTime<Utc>,
    change: impl FnOnce(&mut CompanyLocation),
) -> OfLocation {
    if let Some(location) = company.locations.get_mut(place) {
        change(location);
        location.updated_at = now;
    }
    company.updated_at = now;
    (state.put_company(company), place)
}
