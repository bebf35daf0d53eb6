use std::sync::Arc;

use access::Area;
use connector::orders::staged::{
    additional_fee, attribute, fulfillment, line, line_attribute, order, risk, shipping_charge, tax_line, transaction,
};
use connector::orders::{document_links, updates};
use connector::shipments::staged::{parcel_line, shipped, waiting, waiting_line};
use connector::shipments::tracking_company;

use crate::records::{Resource, Set};
use crate::shopify_order_mapping::{OF_LINE, OF_ORDER};
use crate::shopify_payouts::USED;
use crate::shopify_refund_sets;
use crate::shopify_transactions::PAID_ORDER;

/// Shopify orders, with all that is staged of them.
pub(crate) fn assemble() -> Vec<Arc<dyn Resource>> {
    const AREA: Area = Area::Synchronization;
    let parts: Vec<Arc<dyn Resource>> = vec![
        Arc::new(Set::<line::Entity>::new(AREA).changed_by(OF_LINE).in_order(&["lineId"])),
        Arc::new(Set::<line_attribute::Entity>::new(AREA).in_order(&["lineId"])),
        Arc::new(Set::<shipping_charge::Entity>::new(AREA).in_order(&["shippingLineId"])),
        Arc::new(Set::<additional_fee::Entity>::new(AREA).in_order(&["additionalFeeId"])),
        Arc::new(Set::<tax_line::Entity>::new(AREA).in_order(&["parentType", "parentId", "lineNumber"])),
        Arc::new(
            Set::<transaction::Entity>::new(AREA).in_order(&["transactionId"]).computing(USED).computing(PAID_ORDER),
        ),
        Arc::new(Set::<fulfillment::Entity>::new(AREA).in_order(&["shopifyFulfillmentId"])),
        Arc::new(Set::<risk::Entity>::new(AREA).in_order(&["lineNumber"])),
        Arc::new(Set::<attribute::Entity>::new(AREA)),
        Arc::new(Set::<updates::Entity>::new(AREA)),
    ];
    let (refunds, returns) = (shopify_refund_sets::refunds(), shopify_refund_sets::returns());
    let parts_with_lists = || parts.iter().chain(refunds.first()).chain(returns.first());
    let orders = Set::<order::Entity>::new(AREA).changed_by(OF_ORDER);
    let orders = parts_with_lists().fold(orders, |orders, part| orders.with(part, "orderId"));
    let orders: Arc<dyn Resource> = Arc::new(orders);
    let waiting_lines: Arc<dyn Resource> =
        Arc::new(Set::<waiting_line::Entity>::new(AREA).in_order(&["shopifyFulfillmentOrderLineId"]));
    let waiting: Arc<dyn Resource> =
        Arc::new(Set::<waiting::Entity>::new(AREA).with(&waiting_lines, "fulfillmentOrderId"));
    let shipped: Arc<dyn Resource> = Arc::new(Set::<shipped::Entity>::new(AREA).in_order(&["shopifyFulfillmentId"]));
    let parcels: Arc<dyn Resource> = Arc::new(Set::<parcel_line::Entity>::new(AREA).in_order(&["lineId"]));
    let carriers: Arc<dyn Resource> = Arc::new(Set::<tracking_company::Entity>::new(Area::BackOffice));
    let sending = [waiting, waiting_lines, shipped, parcels, carriers];
    let links: Arc<dyn Resource> = Arc::new(Set::<document_links::Entity>::new(AREA).in_order(&["documentNumber"]));
    [orders, links].into_iter().chain(parts).chain(refunds).chain(returns).chain(sending).collect()
}
