use values::Code;
use values::money::Percent;

use crate::posting_groups::vat_business;

/// The VAT business posting group of a member state, and the customer template of the same code.
pub(super) fn code(country: &Code<2>) -> Code<20> {
    Code::cut(&format!("OSS-{country}"))
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
