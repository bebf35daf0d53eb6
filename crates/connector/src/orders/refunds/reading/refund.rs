//! The rows of one refund.

use shopify::documents::refunds::{OrderAdjustment, Refund, RefundLineItem, RefundShippingLine};
use uuid::Uuid;
use values::Code;
use values::money::{Amount, Quantity};

use super::returned::Places;
use super::rows::Read;
use crate::orders::import::{self, Invalid, both, cut, number, option, or_blank, price};
use crate::orders::options::DifferenceReason;
use crate::orders::refunds::options::{RefundDocument, RestockType};
use crate::orders::refunds::staged::{Refunded, adjustment, refund, refund_line, refund_shipping_line};
use crate::orders::staged::transaction::{Kind, Status};

pub(super) fn rows(
    ground: &import::Ground<'_>,
    read: Read<'_>,
    places: &[Places],
    said: &Refund,
) -> Result<Refunded, Invalid> {
    let mut header = header(ground, read, said)?;
    let ids = (header.id, header.shopify_refund_id);
    let money_went = !header.total_refunded_amount.is_zero() || header.pending;
    let is_credited =
        |restock: &RestockType| header.shopify_return_id != 0 || money_went || *restock == RestockType::Return;
    let places = places.iter().find(|places| places.shopify_return_id == header.shopify_return_id);
    let line = |said: &RefundLineItem| {
        let mut line = line(ground, read, ids, said)?;
        line.can_create_credit_memo = is_credited(&line.restock_type);
        if line.location_id == 0 {
            line.location_id = places.map_or(0, |places| places.of_line(line.order_line_id));
        }
        Ok(line)
    };
    let lines = said.refund_line_items.nodes.iter().map(line).collect::<Result<Vec<_>, _>>()?;
    let shipping = said.refund_shipping_lines.nodes.iter().map(|said| shipping_line(ground, ids, said));
    let shipping_lines = shipping.collect::<Result<Vec<_>, _>>()?;
    let adjustments = said.order_adjustments.nodes.iter().map(|said| adjustment(ground, ids.0, said));
    let adjustments = adjustments.collect::<Result<Vec<_>, _>>()?;
    let all_came_back = !lines.is_empty() && lines.iter().all(|line| line.can_create_credit_memo);
    header.can_create_credit_memo = header.shopify_return_id != 0 || money_went || all_came_back;
    Ok(Refunded { refund: header, lines, shipping_lines, adjustments })
}

fn header(ground: &import::Ground<'_>, read: Read<'_>, said: &Refund) -> Result<refund::Model, Invalid> {
    let order = &read.sale.order;
    let shopify_refund_id = number(&said.id);
    let (total, presentment_total) = both("totalRefundedSet", &said.total_refunded_set)?;
    let of_it: Vec<i64> = said.transactions.nodes.iter().map(|transaction| number(&transaction.id)).collect();
    let is_on_its_way = |status: &Status| matches!(status, Status::Pending | Status::AwaitingResponse);
    let pending = read.transactions.iter().any(|transaction| {
        of_it.contains(&transaction.transaction_id)
            && transaction.kind == Kind::Refund
            && is_on_its_way(&transaction.status)
    });
    let fresh = refund::Model {
        id: ground.random.id(ground.now),
        store: order.store.clone(),
        shopify_refund_id,
        order_id: order.id,
        shopify_order_id: order.shopify_order_id,
        shopify_order_number: order.shopify_order_number.clone(),
        shop_code: order.shop_code.clone(),
        shopify_return_id: said.of_return.as_ref().map_or(0, |returned| number(&returned.id)),
        created_at: said.created_at.unwrap_or(said.processed_at),
        updated_at: said.updated_at,
        processed_at: said.processed_at,
        note: cut(or_blank(said.note.as_ref()), 10_000),
        currency_code: order.currency_code.clone(),
        presentment_currency_code: order.presentment_currency_code.clone(),
        total_refunded_amount: total,
        presentment_total_refunded_amount: presentment_total,
        pending,
        can_create_credit_memo: false,
        is_processed: false,
        sales_document_type: RefundDocument::Blank,
        sales_document_number: Code::blank(),
        has_processing_error: false,
        last_error_description: String::new(),
        difference_amount: Amount::ZERO,
        difference_reason: DifferenceReason::Blank,
    };
    let before = read.refunds.iter().find(|before| before.shopify_refund_id == shopify_refund_id);
    Ok(match before.cloned() {
        None => fresh,
        Some(before) => refund::Model {
            id: before.id,
            is_processed: before.is_processed,
            sales_document_type: before.sales_document_type,
            sales_document_number: before.sales_document_number,
            has_processing_error: before.has_processing_error,
            last_error_description: before.last_error_description,
            difference_amount: before.difference_amount,
            difference_reason: before.difference_reason,
            ..fresh
        },
    })
}

fn line(
    ground: &import::Ground<'_>,
    read: Read<'_>,
    (refund_id, shopify_refund_id): (Uuid, i64),
    said: &RefundLineItem,
) -> Result<refund_line::Model, Invalid> {
    let order_line_id = number(&said.line_item.id);
    let of_order = read.sale.lines.iter().find(|line| line.line_id == order_line_id);
    let (subtotal_amount, presentment_subtotal_amount) = both("refundLineItems.subtotalSet", &said.subtotal_set)?;
    let (total_tax_amount, presentment_total_tax_amount) = both("refundLineItems.totalTaxSet", &said.total_tax_set)?;
    Ok(refund_line::Model {
        id: ground.random.id(ground.now),
        refund_id,
        shopify_refund_id,
        refund_line_id: said.id.as_ref().map_or(0, number),
        order_line_id,
        description: of_order.map(|line| line.description.clone()).unwrap_or_default(),
        quantity: Quantity::from(said.quantity),
        restock_type: option(&said.restock_type),
        restocked: said.restocked,
        location_id: said.location.as_ref().map_or(0, |location| number(&location.id)),
        amount: price("refundLineItems.priceSet", said.price_set.shop_money.amount)?,
        presentment_amount: price("refundLineItems.priceSet", said.price_set.presentment_money.amount)?,
        subtotal_amount,
        presentment_subtotal_amount,
        total_tax_amount,
        presentment_total_tax_amount,
        can_create_credit_memo: false,
        exchange_item: false,
    })
}

fn shipping_line(
    ground: &import::Ground<'_>,
    (refund_id, shopify_refund_id): (Uuid, i64),
    said: &RefundShippingLine,
) -> Result<refund_shipping_line::Model, Invalid> {
    let (subtotal, presentment_subtotal) = both("refundShippingLines.subtotalAmountSet", &said.subtotal_amount_set)?;
    let (tax, presentment_tax) = both("refundShippingLines.taxAmountSet", &said.tax_amount_set)?;
    Ok(refund_shipping_line::Model {
        id: ground.random.id(ground.now),
        refund_id,
        shopify_refund_id,
        refund_shipping_line_id: number(&said.id),
        shipping_line_id: said.shipping_line.id.as_ref().map_or(0, number),
        title: cut(&said.shipping_line.title, 50),
        subtotal_amount: subtotal,
        presentment_subtotal_amount: presentment_subtotal,
        tax_amount: tax,
        presentment_tax_amount: presentment_tax,
    })
}

fn adjustment(
    ground: &import::Ground<'_>,
    refund_id: Uuid,
    said: &OrderAdjustment,
) -> Result<adjustment::Model, Invalid> {
    let (amount, presentment_amount) = both("orderAdjustments.amountSet", &said.amount_set)?;
    let (tax, presentment_tax) = both("orderAdjustments.taxAmountSet", &said.tax_amount_set)?;
    Ok(adjustment::Model {
        id: ground.random.id(ground.now),
        refund_id,
        adjustment_id: number(&said.id),
        reason: said
            .reason
            .as_ref()
            .map(|reason| cut(&crate::orders::options::words(&reason.0), 50))
            .unwrap_or_default(),
        amount,
        presentment_amount,
        tax_amount: tax,
        presentment_tax_amount: presentment_tax,
    })
}
