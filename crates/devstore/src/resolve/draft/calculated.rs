use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::super::session::{Resolved, Session, not_served};
use super::line::DraftLine;
use super::offer::offer_field;
use crate::store::draft::Offer;

/// `CalculatedDraftOrder`.
pub(crate) struct CalculatedDraft<'s> {
    pub session: &'s Session,
    pub offer: Arc<Offer>,
}

impl ObjectValue for CalculatedDraft<'_> {
    fn type_name(&self) -> &str {
        "CalculatedDraftOrder"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        match info.field_name() {
            // No carrier has been asked.
            "availableShippingRates" => Ok(ResolvedValue::List(Box::new(std::iter::empty()))),
            "lineItems" => Ok(ResolvedValue::list((0..self.offer.lines.len()).map(move |place| {
                let offer = Arc::clone(&self.offer);
                ResolvedValue::object(DraftLine { session: self.session, offer, place, calculated: true })
            }))),
            _ => offer_field(self.session, &self.offer, info).unwrap_or_else(|| not_served(self, info)),
        }
    }
}
