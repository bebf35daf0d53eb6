use values::Code;
use values::money::Percent;

use crate::posting_groups::vat_business;

/// How the codes of all of them begin.
const PREFIX: &str = "OSS-";
/// The group, and the customer template, of businesses in other member states.
const REGISTERED: &str = "EU-B2B";

/// The VAT business posting group of a member state, and the customer template of the same code.
pub(super) fn code(country: &Code<2>) -> Code<20> {
    Code::cut(&format!("{PREFIX}{country}"))
}

/// Whether the template of that code is one of those that were made for consumers. Whoever is registered for VAT is none.
pub fn is_for_consumers(template: &Code<20>) -> bool {
    template.as_str().starts_with(PREFIX)
}

/// The VAT business posting group of businesses that are registered for VAT in another member state, and the customer template
/// of the same code: the buyer accounts for the VAT.
pub fn of_registered() -> Code<20> {
    Code::cut(REGISTERED)
}

/// What that one is called.
pub(super) fn description_of_registered() -> String {
    "Businesses in other EU states (reverse charge)".to_owned()
}

/// What it is called.
pub(super) fn description(country: &Code<2>) -> String {
    format!("Consumers in {country} (EU one-stop shop)")
}

/// Lines of this identifier are rounded together: those of one state and rate.
pub(super) fn identifier(country: &Code<2>, percent: Percent) -> Code<20> {
    Code::cut(&format!("{country}{percent}"))
}

/// Whether one is there.
pub(super) fn is_there(groups: &[vat_business::Model], code: &Code<20>) -> bool {
    groups.iter().any(|group| group.code == *code)
}
