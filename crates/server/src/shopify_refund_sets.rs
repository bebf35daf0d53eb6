use std::sync::Arc;

use access::Area;
use connector::orders::refunds::staged::{
    adjustment, refund, refund_line, refund_shipping_line, return_line, returned,
};

use crate::records::{Resource, Set};

/// Shopify refunds, with all that is staged of them, first.
pub(crate) fn refunds() -> Vec<Arc<dyn Resource>> {
    const AREA: Area = Area::Synchronization;
    let parts: Vec<Arc<dyn Resource>> = vec![
        Arc::new(Set::<refund_line::Entity>::new(AREA).in_order(&["refundLineId"])),
        Arc::new(Set::<refund_shipping_line::Entity>::new(AREA).in_order(&["refundShippingLineId"])),
        Arc::new(Set::<adjustment::Entity>::new(AREA).in_order(&["adjustmentId"])),
    ];
    let refunds = parts.iter().fold(Set::<refund::Entity>::new(AREA), |refunds, part| refunds.with(part, "refundId"));
    let refunds: Arc<dyn Resource> = Arc::new(refunds);
    std::iter::once(refunds).chain(parts).collect()
}

/// Shopify returns, with their lines, first.
pub(crate) fn returns() -> Vec<Arc<dyn Resource>> {
    const AREA: Area = Area::Synchronization;
    let lines: Arc<dyn Resource> = Arc::new(Set::<return_line::Entity>::new(AREA).in_order(&["returnLineId"]));
    let returns: Arc<dyn Resource> = Arc::new(Set::<returned::Entity>::new(AREA).with(&lines, "returnId"));
    vec![returns, lines]
}
