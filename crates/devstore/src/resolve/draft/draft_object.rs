use std::sync::Arc;

use apollo_compiler::resolvers::{ObjectValue, ResolveInfo, ResolvedValue};

use super::super::address::address;
use super::super::attribute::attributes;
use super::super::connection::of_places;
use super::super::leaf;
use super::super::order::OrderObject;
use super::super::payment_terms::payment_terms;
use super::super::session::{Resolved, Session, not_served};
use super::line::DraftLine;
use super::offer::offer_field;
use crate::store::draft::Draft;

/// `DraftOrder`.
pub(crate) struct DraftObject<'s> {
    pub session: &'s Session,
    pub draft: Arc<Draft>,
}

impl<'s> DraftObject<'s> {
    /// The draft with this number.
    pub(crate) fn find(session: &'s Session, id: u64) -> Option<Self> {
        let draft = session.read(|state| state.drafts.get(&id).map(Arc::clone))?;
        Some(Self { session, draft })
    }

    /// Where the buyer is led by the invoice: an address that can't be guessed from outside, and is always the same.
    fn invoice_url(&self) -> String {
        const ODD: u128 = 0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835;
        let shop = self.session.shop();
        format!("https://{}/{}/invoices/{:032x}", shop.domain, shop.id, u128::from(self.draft.id).wrapping_mul(ODD))
    }
}

impl ObjectValue for DraftObject<'_> {
    fn type_name(&self) -> &str {
        "DraftOrder"
    }

    fn resolve_field<'a>(&'a self, info: &'a ResolveInfo<'a>) -> Resolved<'a> {
        let (draft, offer) = (&*self.draft, &self.draft.offer);
        let order = &offer.order;
        match info.field_name() {
            "id" => leaf::gid("DraftOrder", draft.id),
            "legacyResourceId" => leaf::legacy(draft.id),
            "name" => leaf::text(&draft.name()),
            "status" => leaf::text(draft.status()),
            // Everything is calculated at once.
            "ready" => leaf::flag(true),
            "createdAt" => leaf::time(draft.created_at),
            "updatedAt" => leaf::time(draft.updated_at),
            "completedAt" => leaf::optional_time(draft.completed_at),
            "invoiceSentAt" => leaf::optional_time(draft.invoice_sent_at),
            "invoiceUrl" => leaf::text(&self.invoice_url()),
            "order" => {
                let order = draft.order_id.and_then(|id| self.session.order(id));
                let object = order.map(|order| OrderObject { session: self.session, order });
                Ok(ResolvedValue::nullable_object(object))
            }
            "allowDiscountCodesInCheckout" => leaf::flag(offer.allow_discount_codes),
            "visibleToCustomer" => leaf::flag(offer.visible_to_customer),
            "reserveInventoryUntil" => leaf::optional_time(offer.reserve_inventory_until),
            "billingAddress" => address(order.billing_address.as_ref()),
            "shippingAddress" => address(order.shipping_address.as_ref()),
            "customAttributes" => attributes(&order.custom_attributes),
            "email" => leaf::optional(order.email.as_deref()),
            "note2" => leaf::optional(order.note.as_deref()),
            "poNumber" => leaf::optional(order.po_number.as_deref()),
            "tags" => leaf::texts(&order.tags),
            "taxExempt" => leaf::flag(order.tax_exempt),
            "totalWeight" => leaf::legacy(order.weight(|line| line.quantity)),
            "paymentTerms" => payment_terms(self.session, order),
            "lineItems" => {
                let ids = order.lines.iter().map(|line| line.id);
                of_places("DraftOrderLineItemConnection", "DraftOrderLineItemEdge", ids, info, move |place| DraftLine {
                    session: self.session,
                    offer: Arc::clone(offer),
                    place,
                    calculated: false,
                })
            }
            _ => offer_field(self.session, offer, info).unwrap_or_else(|| not_served(self, info)),
        }
    }
}
