//! How an order is sent: by what its first shipping charge is mapped to.

use super::Ground;
use crate::orders::staged::Sale;

/// Gives the order its shipment method and its shipping agent. What is there stays.
pub fn map(ground: &Ground, sale: &mut Sale) {
    let first = sale.shipping_charges.first();
    let Some(mapped) = first.and_then(|charge| ground.mappings.shipment_method(&charge.title)) else { return };
    let order = &mut sale.order;
    if order.shipment_method_code.is_blank() {
        order.shipment_method_code = mapped.shipment_method_code.clone();
    }
    if order.shipping_agent_code.is_blank() {
        order.shipping_agent_code = mapped.shipping_agent_code.clone();
        order.shipping_agent_service_code = mapped.shipping_agent_service_code.clone();
    }
}
