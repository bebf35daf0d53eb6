//! The payments of an order, and what became of them.

use serde_json::Value;
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
    let (card, receipt) = (card(said), receipt(said));
    let of_card = |pick: fn(&CardPaymentDetails) -> &Option<String>, limit| {
        text::cut(or_blank(card.and_then(|card| pick(card).as_ref())), limit)
    };
    Ok(transaction::Model {
        id: ground.random.id(ground.now),
        order_id,
        shopify_order_id: text::number(&order.id),
        transaction_id: text::number(&said.id),
        parent_id: said.parent_transaction.as_ref().map_or(0, |parent| text::number(&parent.id)),
        refund_id: 0,
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
        gift_card_id: gift_card_id(&receipt),
        gift_card_last_characters: text::cut(
            told(&receipt, "gift_card_last_characters").as_str().unwrap_or_default(),
            4,
        ),
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

/// The receipt of a payment. Shopify does not promise its form: it is an object, or a text with one.
fn receipt(said: &OrderTransaction) -> Value {
    let Some(receipt) = &said.receipt_json else { return Value::Null };
    let written = receipt.0.as_str().and_then(|text| serde_json::from_str(text).ok());
    written.unwrap_or_else(|| receipt.0.clone())
}

fn told<'a>(receipt: &'a Value, field: &str) -> &'a Value {
    receipt.get(field).unwrap_or(&Value::Null)
}

/// The gift card that paid, which Shopify names nowhere but in the receipt. 0 when it is not there.
fn gift_card_id(receipt: &Value) -> i64 {
    let id = told(receipt, "gift_card_id");
    id.as_i64().or_else(|| id.as_str()?.parse().ok()).unwrap_or_default()
}

/// By what most of an order is paid: the gateway of the largest payment that was made or is under way.
pub(super) fn gateway(transactions: &[transaction::Model]) -> String {
    let is_payment = |row: &&transaction::Model| {
        matches!(row.kind, Kind::Sale | Kind::Capture) && matches!(row.status, Status::Pending | Status::Success)
    };
    let largest = transactions.iter().filter(is_payment).max_by_key(|row| row.amount);
    largest.map(|row| row.gateway.clone()).unwrap_or_default()
}
