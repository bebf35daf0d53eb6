//! Shopify Payments: from the balance of a store to the bank account, and the month's end.

mod business;
mod journal;
mod month;
mod reading;
mod suggesting;
mod told_late;
mod unknown_words;

use back_office::currencies::exchange_rate;
use back_office::general_journal::{self, batch, line};
use back_office::posting::{self, Request};
use back_office::{general_ledger, payment_methods, sales};
use connector::mappings::payment_method;
use connector::payouts::SYNC_PAYOUTS;
use connector::payouts::journal::{SuggestedJournal, suggest_journal};
use connector::payouts::options::SplitSource;
use connector::payouts::staged::{payout, transaction};
use database::Engine;
use devstore::{Adjustment, PayoutChange};
use job_queue::{Filters, Summary};
use runtime::Random;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set};
use serde_json::{Value, json};
use uuid::Uuid;
use values::money::Amount;

use crate::store::{self, kroner, order, with};
use crate::world::{World, kari};

/// Where payments wait, what Shopify keeps, and the rest.
const CLEARING: &str = "1580";
const FEES: &str = "7780";
const ADJUSTMENTS: &str = "7790";

/// What the shop card says of documents.
const DOCUMENTS: [(&str, &str); 4] = [
    ("autoCreateOrders", "true"),
    ("returnAndRefundProcess", "Auto Create Sales Document"),
    ("refundAccount", "3070"),
    ("refundAccountNonRestockItems", "3070"),
];
/// And of payouts.
const ACCOUNTS: [(&str, &str); 4] = [
    ("payoutBankAccount", "MAIN"),
    ("paymentsClearingAccount", CLEARING),
    ("paymentFeesAccount", FEES),
    ("payoutAdjustmentsAccount", ADJUSTMENTS),
];

/// A world whose orders become documents by themselves, and whose payouts can be posted.
async fn world(engine: Engine) -> World {
    world_in(engine, "NOK").await
}

async fn world_in(engine: Engine, currency: &str) -> World {
    let world = World::in_currency(engine, currency).await;
    world.set(&DOCUMENTS).await;
    world.set(&ACCOUNTS).await;
    world.forget_calls();
    world
}

/// Payments by Shopify Payments, of which each is known by its gateway and amount.
fn paid_by(payments: &[(&str, &str)]) -> Value {
    let payment = |(gateway, amount): &(&str, &str)| json!({ "kind": "SALE", "status": "SUCCESS", "gateway": gateway, "amountSet": kroner(amount) });
    json!({ "transactions": payments.iter().map(payment).collect::<Vec<_>>() })
}

/// An order without tax that is paid by Shopify Payments. Gives its id.
async fn sell(world: &World, amount: &str) -> String {
    sell_by(world, amount, &[("shopify_payments", amount)]).await
}

async fn sell_by(world: &World, amount: &str, payments: &[(&str, &str)]) -> String {
    let sold = with(order(vec![store::line("3000", 1, amount)]), paid_by(payments));
    store::place(&world.store, sold).await
}

/// Pays a part of an order back by Shopify Payments.
async fn pay_back(world: &World, order: &str, amount: &str) {
    let document = "query($id: ID!) { order(id: $id) { transactions(first: 5) { id kind } } }";
    let said = store::graphql(&world.store, document, json!({ "id": order })).await;
    let payment = said["order"]["transactions"][0]["id"].clone();
    let input = json!({ "orderId": order, "transactions": [{
        "orderId": order, "parentId": payment, "kind": "REFUND", "gateway": "shopify_payments", "amount": amount }] });
    let document = "mutation($input: RefundInput!, $key: String!) {
        refundCreate(input: $input) @idempotent(key: $key) { userErrors { message } } }";
    let said = store::graphql(&world.store, document, json!({ "input": input, "key": input.to_string() })).await;
    assert_eq!(said["refundCreate"]["userErrors"], json!([]));
}

/// Pays out all that waits; gives the ids of the payouts.
fn pay_out(world: &World) -> Vec<String> {
    world.store.handle().pay_out(None).unwrap()
}

/// Pays out all that waits by one payout, which stands so then. Gives its id.
fn pay_out_as(world: &World, status: &str) -> String {
    let payout = pay_out(world).remove(0);
    becomes(world, &payout, status);
    payout
}

fn becomes(world: &World, payout: &str, status: &str) {
    let change = PayoutChange { payout: payout.into(), status: status.into(), ..PayoutChange::default() };
    world.store.handle().change_payout(&change).unwrap();
}

async fn sync_payouts(world: &World) -> Summary {
    world.run_with(SYNC_PAYOUTS, Filters::new()).await
}

async fn payouts(world: &World) -> Vec<payout::Model> {
    world.read(payout::Entity::find().order_by_asc(payout::Column::ShopifyPayoutId)).await
}

async fn transactions(world: &World) -> Vec<transaction::Model> {
    world.read(transaction::Entity::find().order_by_asc(transaction::Column::ShopifyTransactionId)).await
}

/// The charge of a payout that came back is in the next one, as the store may have it, and nothing says that it came back.
async fn move_on(world: &World) {
    let made = payouts(world).await;
    let [first, second] = <[_; 2]>::try_from(made).unwrap();
    let (from, to) = (first.shopify_payout_id, second.shopify_payout_id);
    let sold = &payout::ActiveModel {
        sales_amount: Set(first.sales_amount),
        fees_amount: Set(first.fees_amount),
        transfers_amount: Set(Amount::ZERO),
        split_source: Set(SplitSource::Transactions),
        ..Default::default()
    };
    let write = |tx| async move {
        use payout::Column;
        let moved = transaction::ActiveModel { shopify_payout_id: Set(to), ..Default::default() };
        let charges = transaction::Entity::update_many().set(moved).filter(transaction::Column::Kind.eq("CHARGE"));
        charges.exec(&tx).await?;
        let back = transaction::Entity::delete_many().filter(transaction::Column::Kind.eq("TRANSFER_FAILURE"));
        back.exec(&tx).await?;
        let emptied = payout::ActiveModel { split_source: Set(SplitSource::Summary), ..Default::default() };
        payout::Entity::update_many().set(emptied).filter(Column::ShopifyPayoutId.eq(from)).exec(&tx).await?;
        payout::Entity::update_many().set(sold.clone()).filter(Column::ShopifyPayoutId.eq(to)).exec(&tx).await?;
        database::Result::<_>::Ok(())
    };
    world.test.db.write(write).await.unwrap();
}

/// Imports what was sold and paid back, and posts its documents.
async fn import_and_post(world: &World) {
    world.sync_orders().await;
    post_documents(world).await;
}

/// Pays a part of an order back, and posts what comes of it.
async fn pay_back_and_post(world: &World, order: &str, amount: &str) {
    pay_back(world, order, amount).await;
    world.advance(5);
    import_and_post(world).await;
}

/// Posts every open sales document, the invoices first.
async fn post_documents(world: &World) {
    let mut documents = world.sales_orders().await;
    documents.sort_by_key(|document| (!document.document_type.sells(), document.source_number.clone()));
    for document in documents {
        post_document(world, document.id).await;
    }
}

async fn post_document(world: &World, id: Uuid) {
    let now = world.connector.clock().now();
    let cx = &sales::Context { now, random: Random::seeded(id.as_u128() as u64), user: "KARI".into() };
    let write = |tx| async move {
        let setup = posting::Setup::read(&tx).await?;
        posting::post(&tx, &setup, id, &Request::SHIP_AND_INVOICE, cx).await
    };
    world.test.db.write(write).await.unwrap();
}

/// The lines that stand in journals.
async fn journal_lines(world: &World) -> Vec<line::Model> {
    world.read(line::Entity::find().order_by_asc(line::Column::LineNumber)).await
}

/// Posts the journal of a kind.
async fn post_journal(world: &World, template: &str) {
    let found = world.all::<batch::Entity>().await.into_iter().find(|batch| batch.template_name == template).unwrap();
    let now = world.connector.clock().now();
    let cx = &sales::Context { now, random: Random::seeded(now.timestamp() as u64), user: "KARI".into() };
    let write = |tx| async move {
        let setup = posting::Setup::read(&tx).await?;
        general_journal::post(&tx, &setup, found.id, cx).await
    };
    world.test.db.write(write).await.unwrap();
}

async fn suggest(world: &World, payouts: &[payout::Model]) -> Result<SuggestedJournal, connector::Error> {
    let ids: Vec<Uuid> = payouts.iter().map(|payout| payout.id).collect();
    suggest_journal(&world.connector, &kari(), &ids, None).await
}

/// Posts the journals of all payouts.
async fn post_payouts(world: &World) {
    suggest(world, &payouts(world).await).await.unwrap();
    post_journal(world, "GENERAL").await;
}

/// What 100 of a currency are worth from a day on.
async fn set_rate(world: &World, currency: &str, from: &str, worth: &str) {
    let rate = [
        ("currencyCode", currency),
        ("startingDate", from),
        ("exchangeRateAmount", "100"),
        ("relationalExchangeRateAmount", worth),
    ];
    world.keep::<exchange_rate::Entity>(&rate).await.unwrap();
}

/// Shopify owes 20 in a currency that has no rate.
fn owe_in_sek(world: &World) {
    let credit = Adjustment { amount: 20.into(), currency: Some("SEK".into()), ..Adjustment::default() };
    world.store.handle().adjust_balance(&credit).unwrap();
}

/// What is on an account.
async fn balance(world: &World, account: &str) -> Amount {
    let entries = world.all::<general_ledger::entry::Entity>().await;
    entries.iter().filter(|entry| entry.account_number == account).map(|entry| entry.amount).sum()
}

/// Payments by a gateway are posted with their document, to the clearing account.
async fn pays_at_once(world: &World, gateway: &str) {
    let account = [("balancingAccountType", "G/L Account"), ("balancingAccountNumber", CLEARING)];
    world.mend::<payment_methods::Entity>(|row| row.code == "CARD", &account).await.unwrap();
    map(world, gateway, "CARD").await;
}

/// Says how documents are paid that are paid by a gateway.
async fn map(world: &World, gateway: &str, method: &str) {
    let known = world.all::<payment_method::Entity>().await.into_iter().any(|row| row.gateway == gateway);
    if known {
        let is_it = |row: &payment_method::Model| row.gateway == gateway;
        world.mend::<payment_method::Entity>(is_it, &[("paymentMethodCode", method)]).await.unwrap();
    } else {
        let new = [("shopCode", crate::world::SHOP), ("gateway", gateway), ("paymentMethodCode", method)];
        world.keep::<payment_method::Entity>(&new).await.unwrap();
    }
}
