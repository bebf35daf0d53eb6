//! What the store charges beside goods and shipping.

use shopify::documents::orders::Order;
use uuid::Uuid;

use super::document::Ground;
use super::lines::tax_lines;
use super::money::both;
use super::{Invalid, text};
use crate::orders::staged::tax_line::Parent;
use crate::orders::staged::{additional_fee, tax_line};

/// The additional fees with their taxes, ascending by id.
pub(super) fn additional_fees(
    ground: &Ground<'_>,
    order_id: Uuid,
    order: &Order,
) -> Result<(Vec<additional_fee::Model>, Vec<tax_line::Model>), Invalid> {
    let mut fees = Vec::with_capacity(order.additional_fees.len());
    let mut taxes = Vec::new();
    for said in &order.additional_fees {
        let (amount, presentment_amount) = both("additionalFees.price", &said.price)?;
        let fee = additional_fee::Model {
            id: ground.random.id(ground.now),
            order_id,
            additional_fee_id: text::number(&said.id),
            name: text::cut(&said.name, 100),
            amount,
            presentment_amount,
        };
        taxes.extend(tax_lines(ground, order_id, (Parent::AdditionalFee, fee.additional_fee_id), &said.tax_lines)?);
        fees.push(fee);
    }
    fees.sort_by_key(|fee| fee.additional_fee_id);
    Ok((fees, taxes))
}
