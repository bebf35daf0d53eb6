//! What is said of a location of a company.

use serde::Deserialize;

use super::super::given::Given;
use super::super::part::number;
use super::super::user_error::UserError;
use super::address::{CompanyAddressInput, address_errors};
use super::head::{external_id_errors, name_errors};
use crate::store::State;
use crate::store::payment_terms::PaymentTermsTemplate;

/// `CompanyLocationInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct LocationInput {
    pub billing_address: Option<CompanyAddressInput>,
    pub billing_same_as_shipping: bool,
    pub buyer_experience_configuration: Option<Experience>,
    pub external_id: Option<String>,
    pub locale: Option<String>,
    pub name: Option<String>,
    pub note: Option<String>,
    pub phone: Option<String>,
    pub shipping_address: Option<CompanyAddressInput>,
    pub tax_exempt: bool,
    pub tax_exemptions: Vec<String>,
    pub tax_registration_id: Option<String>,
}

/// `BuyerExperienceConfigurationInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Experience {
    pub checkout_to_draft: Option<bool>,
    pub editable_shipping_address: Option<bool>,
    pub payment_terms_template_id: Given<String>,
}

/// `CompanyLocationUpdateInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct LocationUpdate {
    pub buyer_experience_configuration: Option<Experience>,
    pub external_id: Given<String>,
    pub locale: Given<String>,
    pub name: Given<String>,
    pub note: Given<String>,
    pub phone: Given<String>,
}

/// The arguments of `companyLocationTaxSettingsUpdate`; what is left out stays.
#[derive(Clone, Debug, Default)]
pub(crate) struct TaxSettings {
    pub tax_registration_id: Option<String>,
    pub tax_exempt: Option<bool>,
    pub assign: Vec<String>,
    pub remove: Vec<String>,
}

/// The number of the payment terms that an input names; nothing where it names none.
pub(super) fn terms(experience: Option<&Experience>) -> Option<u64> {
    number(experience?.payment_terms_template_id.value()?, "PaymentTermsTemplate")
}

/// Payment terms that are named and not there.
pub(super) fn terms_errors(experience: Option<&Experience>, path: &[&str]) -> Vec<UserError> {
    let Some(id) = experience.and_then(|experience| experience.payment_terms_template_id.value()) else {
        return Vec::new();
    };
    if number(id, "PaymentTermsTemplate").and_then(PaymentTermsTemplate::find).is_some() {
        return Vec::new();
    }
    let field = [path, &["buyerExperienceConfiguration", "paymentTermsTemplateId"]].concat();
    vec![UserError::new(&field, "Payment terms template does not exist").with_code("RESOURCE_NOT_FOUND")]
}

/// The ids that locations have in other systems, that one left out.
pub(super) fn taken(state: &State, but: Option<u64>) -> Vec<&str> {
    let locations = state.companies.values().flat_map(|company| &company.locations);
    let others = locations.filter(|location| Some(location.id) != but);
    others.filter_map(|location| location.external_id.as_deref()).collect()
}

/// What is wrong with a new location.
pub(super) fn location_errors(state: &State, input: &LocationInput, path: &[&str]) -> Vec<UserError> {
    let at = |field| [path, &[field]].concat();
    let mut errors = name_errors(&at("name"), input.name.as_deref().filter(|name| !name.trim().is_empty()), false);
    errors.extend(external_id_errors(&at("externalId"), input.external_id.as_ref(), &taken(state, None)));
    errors.extend(input.shipping_address.iter().flat_map(|one| address_errors(one, &at("shippingAddress"))));
    errors.extend(input.billing_address.iter().flat_map(|one| address_errors(one, &at("billingAddress"))));
    if input.billing_same_as_shipping && input.billing_address.is_some() {
        let text = "Billing address can't be given when it is the same as the shipping address";
        errors.push(UserError::new(&at("billingAddress"), text).with_code("INVALID_INPUT"));
    }
    errors.extend(terms_errors(input.buyer_experience_configuration.as_ref(), path));
    errors
}
