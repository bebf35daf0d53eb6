//! How a location of a company buys and is taxed.

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::super::leaf;
use super::super::payment_terms::TemplateObject;
use super::super::session::{Resolved, not_served};
use crate::store::company::CompanyLocation;
use crate::store::payment_terms::PaymentTermsTemplate;

/// `CompanyLocationTaxSettings`.
pub(super) struct TaxSettingsObject<'o>(pub &'o CompanyLocation);

impl ObjectValue for TaxSettingsObject<'_> {
    fn type_name(&self) -> &str {
        "CompanyLocationTaxSettings"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "taxExempt" => leaf::flag(self.0.tax_exempt),
            "taxExemptions" => leaf::texts(&self.0.tax_exemptions),
            "taxRegistrationId" => leaf::optional(self.0.tax_registration_id.as_deref()),
            _ => not_served(self, info),
        }
    }
}

/// `BuyerExperienceConfiguration`.
pub(super) struct ExperienceObject<'o>(pub &'o CompanyLocation);

impl ObjectValue for ExperienceObject<'_> {
    fn type_name(&self) -> &str {
        "BuyerExperienceConfiguration"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            "checkoutToDraft" => leaf::flag(self.0.checkout_to_draft),
            "editableShippingAddress" => leaf::flag(self.0.editable_shipping_address),
            "paymentTermsTemplate" => {
                let template = self.0.payment_terms.and_then(PaymentTermsTemplate::find);
                Ok(ResolvedValue::nullable_object(template.map(TemplateObject)))
            }
            _ => not_served(self, info),
        }
    }
}
