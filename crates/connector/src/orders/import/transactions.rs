//! The payments of an order, and what became of them.

use shopify::documents::orders::{CardPaymentDetails, Order, OrderTransaction, PaymentDetails};
use uuid::Uuid;
use values::Code;

use super::Invalid;
use super::document::Ground;
use super::money::both;
use super::queue_row::option;
use super::text::{self, or_blank};
use crate::orders::staged::transaction::{self, Kind, Status};

/// The transactions, ascending by id.
pub(super) fn transactions(
    ground: &Ground<'_>,
    order_id: Uuid,
    order: &Order,
) -> Result<Vec<transaction::Model>, Invalid> {
    let rows = order.transactions.iter().map(|said| row(ground, order_id, order, said));
    let mut rows = rows.collect::<Result<Vec<_>, _>>()?;
    rows.sort_by_key(|row| row.transaction_id);
    Ok(rows)
}

fn row(
    ground: &Ground<'_>,
    order_id: Uuid,
    order: &Order,
    said: &OrderTransaction,
) -> Result<transaction::Model, Invalid> {
    let (shop, presentment) = both("transactions.amountSet", &said.amount_set)?;
    let rounding = said.amount_rounding_set.as_ref();
    let (rounding, presentment_rounding) =
        rounding.map(|set| both("transactions.amountRoundingSet", set)).transpose()?.unwrap_or_default();
    let card = card(said);
    let of_card = |pick: fn(&CardPaymentDetails) -> &Option<String>, limit| {
        text::cut(or_blank(card.and_then(|card| pick(card).as_ref())), limit)
    };
    Ok(transaction::Model {
        id: ground.random.id(ground.now),
        order_id,
        shopify_order_id: text::number(&order.id),
        transaction_id: text::number(&said.id),
        parent_id: said.parent_transaction.as_ref().map_or(0, |parent| text::number(&parent.id)),
        kind: option(&said.kind),
        status: option(&said.status),
        gateway: text::cut(or_blank(said.gateway.as_ref()), 30),
        message: text::cut(or_blank(said.formatted_gateway.as_ref()), 250),
        manual_payment_gateway: said.manual_payment_gateway,
        created_at: said.created_at,
        processed_at: said.processed_at,
        test: said.test,
        error_code: text::cut(or_blank(said.error_code.as_ref().map(|code| &code.0)), 30),
        payment_id: text::cut(or_blank(said.payment_id.as_ref()), 250),
        amount: shop,
        currency_code: Code::cut(&order.currency_code.0),
        presentment_amount: presentment,
        presentment_currency_code: Code::cut(&order.presentment_currency_code.0),
        rounding_amount: rounding,
        presentment_rounding_amount: presentment_rounding,
        gift_card_id: gift_card(said),
        credit_card_bin: of_card(|card| &card.bin, 10),
        avs_result_code: of_card(|card| &card.avs_result_code, 10),
        cvv_result_code: of_card(|card| &card.cvv_result_code, 10),
        credit_card_number: of_card(|card| &card.number, 30),
        credit_card_company: of_card(|card| &card.company, 50),
    })
}

fn card(said: &OrderTransaction) -> Option<&CardPaymentDetails> {
    match said.payment_details.as_ref()? {
        PaymentDetails::CardPaymentDetails(card) => Some(card),
        PaymentDetails::Other => None,
    }
}

/// The gift card that paid. Shopify names it nowhere but in the receipt, whose form it does not promise: an object, or
/// a text with one. 0 when it is not there.
fn gift_card(said: &OrderTransaction) -> i64 {
    let Some(receipt) = &said.receipt_json else { return 0 };
    let written = receipt.0.as_str().and_then(|text| serde_json::from_str::<serde_json::Value>(text).ok());
    let id = written.as_ref().unwrap_or(&receipt.0).get("gift_card_id");
    let number = |id: &serde_json::Value| id.as_i64().or_else(|| id.as_str()?.parse().ok());
    id.and_then(number).unwrap_or_default()
}

/// By what most of an order is paid: the gateway of the largest payment that was made or is under way.
pub(super) fn gateway(transactions: &[transaction::Model]) -> String {
    let is_payment = |row: &&transaction::Model| {
        matches!(row.kind, Kind::Sale | Kind::Capture) && matches!(row.status, Status::Pending | Status::Success)
    };
    let largest = transactions.iter().filter(is_payment).max_by_key(|row| row.amount);
    largest.map(|row| row.gateway.clone()).unwrap_or_default()
}
