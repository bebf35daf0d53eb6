//! What kind of document an order becomes.

use back_office::sales::DocumentType;

use crate::orders::mapping::Ground;
use crate::orders::options::FulfillmentStatus;
use crate::orders::staged::order::Model as Order;

/// The kinds, in the order in which a batch is made.
pub(super) const KINDS: [DocumentType; 2] = [DocumentType::Order, DocumentType::Invoice];

/// An order that is delivered, or that has nothing to be delivered, has only to be invoiced, where the shop card says so.
pub(super) fn kind(ground: &Ground, order: &Order) -> DocumentType {
    let is_delivered =
        matches!(order.fulfillment_status, FulfillmentStatus::Fulfilled | FulfillmentStatus::FulfillmentNotRequired);
    if ground.shop.create_invoices_from_orders && is_delivered { DocumentType::Invoice } else { DocumentType::Order }
}
