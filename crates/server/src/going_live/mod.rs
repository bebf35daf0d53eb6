//! Going live: the guided set-up of a shop, its checklist, the VAT check, and the jobs that should recur.

mod checklist;
mod first_import;
mod guide;
mod one_stop_shop;
mod recurring;
mod vat;

use utoipa::openapi::{RefOr, Schema};

use crate::api::Api;
use crate::shapes::shape;

/// Adds the routes.
pub(crate) fn serve(api: &mut Api) {
    guide::serve(api);
    first_import::serve(api);
    checklist::serve(api);
    vat::serve(api);
    one_stop_shop::serve(api);
    recurring::serve(api);
}

/// The bodies, for the description of the API.
pub(crate) fn shapes() -> Vec<(String, RefOr<Schema>)> {
    vec![
        shape::<guide::GuideBody>(),
        shape::<guide::StepBody>(),
        shape::<guide::ProposalBody>(),
        shape::<first_import::FirstImportBody>(),
        shape::<first_import::ProductCounts>(),
        shape::<first_import::CustomerCounts>(),
        shape::<checklist::ChecklistBody>(),
        shape::<checklist::CheckBody>(),
        shape::<vat::VatCheckBody>(),
        shape::<vat::VatCountryBody>(),
        shape::<vat::VatFindingBody>(),
        shape::<one_stop_shop::OneStopShopBody>(),
        shape::<one_stop_shop::OneStopShopPlan>(),
        shape::<one_stop_shop::OneStopShopCountry>(),
        shape::<one_stop_shop::OneStopShopRow>(),
        shape::<one_stop_shop::OneStopShopMade>(),
        shape::<recurring::RecurringBody>(),
        shape::<recurring::RecurringJob>(),
    ]
}
