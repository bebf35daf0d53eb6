//! Report 30118: payments for the cash receipt journal.

use back_office::customer_ledger::entry;
use back_office::general_journal::{line, template};
use back_office::general_ledger::DocumentType;
use connector::orders::staged::transaction;
use connector::payouts::SUGGEST_PAYMENTS;
use connector::payouts::suggest_payments::used_of;
use connector::{Sync, sync};
use database::Engine;
use job_queue::{Filters, Summary, log};
use rstest::rstest;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Set};
use serde_json::{Value, json};

use super::{
    CLEARING, balance, import_and_post, journal_lines, map, pay_back_and_post, post_journal, sell, sell_by, set_rate,
    world, world_in,
};
use crate::paid_back;
use crate::store::{self, kroner, order, with};
use crate::world::{World, amount, kari};

async fn suggested(world: &World, options: Value, filters: Filters) -> Result<log::Model, connector::Error> {
    let task = Sync { options, ..world.sync(SUGGEST_PAYMENTS, filters) };
    sync(&world.connector, &world.queue, &kari(), &task).await?;
    world.work().await;
    let newest = log::Entity::find().order_by_desc(log::Column::EntryNumber);
    Ok(world.read(newest).await.remove(0))
}

async fn suggest(world: &World) -> Summary {
    let log = suggested(world, Value::Null, Filters::new()).await.unwrap();
    assert_eq!(log.error_message, "");
    log.summary().unwrap()
}

fn said(lines: &[line::Model]) -> Vec<(DocumentType, String, String)> {
    let told =
        |line: &line::Model| (line.document_type, line.amount.to_string(), line.applies_to_document_number.to_string());
    lines.iter().map(told).collect()
}

async fn open(world: &World) -> Vec<(DocumentType, String)> {
    let entries = world.read(entry::Entity::find().order_by_asc(entry::Column::EntryNumber)).await;
    let open = entries.iter().filter(|entry| entry.open);
    open.map(|entry| (entry.document_type, entry.remaining_amount.to_string())).collect()
}

async fn invoices(world: &World) -> Vec<String> {
    let entries = world.read(entry::Entity::find().order_by_asc(entry::Column::EntryNumber)).await;
    let invoices = entries.iter().filter(|entry| entry.document_type == DocumentType::Invoice);
    invoices.map(|entry| entry.document_number.to_string()).collect()
}

async fn used(world: &World) -> Vec<bool> {
    let ids = &world.all::<transaction::Entity>().await.iter().map(|one| one.id).collect::<Vec<_>>();
    let used = world.test.db.read(|r| async move { used_of(&r, ids).await }).await.unwrap();
    ids.iter().map(|id| used[id]).collect()
}

/// Example E26.
#[rstest]
#[tokio::test]
async fn a_gift_card_of_250_and_a_card_of_750_pay_an_invoice_of_1000_and_are_used_then(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    sell_by(&world, "1000.00", &[("gift_card", "250.00"), ("shopify_payments", "750.00")]).await;
    import_and_post(&world).await;
    assert_eq!(suggest(&world).await.created, 2);
    let (lines, invoice) = (journal_lines(&world).await, invoices(&world).await.remove(0));
    let payment = |of: &str| (DocumentType::Payment, of.to_owned(), invoice.clone());
    assert_eq!(said(&lines), [payment("-250"), payment("-750")]);
    let accounts: Vec<_> = lines.iter().map(|line| line.balancing_account_number.as_str()).collect();
    assert_eq!(accounts, ["MAIN", CLEARING], "the journal's own, and that on which payments wait for their payout");
    assert!(lines[0].description.starts_with("Shopify order ") && lines[0].description.ends_with("gift_card"));
    assert_eq!(suggest(&world).await, Summary::default(), "what stands in a journal is not suggested again");
    assert_eq!(used(&world).await, [false, false]);
    post_journal(&world, "CASHRCPT").await;
    assert_eq!(used(&world).await, [true, true]);
    assert_eq!(open(&world).await, []);
    assert_eq!(suggest(&world).await, Summary::default(), "and what is posted neither");
    assert_eq!(journal_lines(&world).await, []);
}

#[rstest]
#[tokio::test]
async fn a_failed_payment_pays_nothing(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    let payment = |status: &str, of: &str| json!({ "kind": "SALE", "status": status, "gateway": "shopify_payments", "amountSet": kroner(of) });
    let payments = json!({ "transactions": [payment("FAILURE", "100.00"), payment("SUCCESS", "100.00")] });
    store::place(&world.store, with(order(vec![store::line("3000", 1, "100.00")]), payments)).await;
    import_and_post(&world).await;
    assert_eq!(suggest(&world).await.created, 1);
}

#[rstest]
#[tokio::test]
async fn an_order_whose_document_is_not_posted_waits(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    sell(&world, "100.00").await;
    world.sync_orders().await;
    assert_eq!(suggest(&world).await, Summary::default());
}

#[rstest]
#[tokio::test]
async fn what_is_given_back_settles_its_credit_memo(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = world(engine).await;
    let id = sell(&world, "100.00").await;
    import_and_post(&world).await;
    suggest(&world).await;
    post_journal(&world, "CASHRCPT").await;
    pay_back_and_post(&world, &id, "30.00").await;
    assert_eq!(open(&world).await, [(DocumentType::CreditMemo, "-30".to_owned())]);
    assert_eq!(suggest(&world).await.created, 1);
    let lines = journal_lines(&world).await;
    assert_eq!((lines[0].document_type, lines[0].amount), (DocumentType::Refund, amount("30")));
    assert_eq!(lines[0].applies_to_document_type, DocumentType::CreditMemo);
    post_journal(&world, "CASHRCPT").await;
    assert_eq!(open(&world).await, []);
}

#[rstest]
#[tokio::test]
async fn what_was_given_back_before_the_payment_was_posted_leaves_nothing_open(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    let id = sell(&world, "100.00").await;
    import_and_post(&world).await;
    pay_back_and_post(&world, &id, "30.00").await;
    assert_eq!(open(&world).await, [(DocumentType::Invoice, "70".to_owned())], "the memo has settled the invoice");
    assert_eq!(suggest(&world).await.created, 1);
    assert_eq!(journal_lines(&world).await[0].amount, amount("-70"));
    post_journal(&world, "CASHRCPT").await;
    assert_eq!(open(&world).await, []);
}

#[rstest]
#[tokio::test]
async fn the_request_page_says_journal_day_numbers_and_which_payments(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    sell_by(&world, "100.00", &[("vipps", "100.00")]).await;
    sell(&world, "50.00").await;
    sell(&world, "60.00").await;
    import_and_post(&world).await;
    let options = json!({ "postingDate": "2026-11-29", "startingDocumentNumber": "SP-009", "newDocumentNumberPerLine": true,
        "includeOrderNumberInDescription": true, "journalTemplateName": "CASHRCPT", "journalBatchName": "DEFAULT" });
    let filters = Filters::new().with("ShopifyOrderTransaction.gateway", "shopify_payments");
    let log = suggested(&world, options, filters).await.unwrap();
    assert_eq!(log.error_message, "");
    let lines = journal_lines(&world).await;
    let numbers: Vec<_> = lines.iter().map(|line| line.document_number.to_string()).collect();
    assert_eq!(numbers, ["SP-009", "SP-010"]);
    assert!(lines.iter().all(|line| line.posting_date.to_string() == "2026-11-29"));
    assert_eq!(lines[0].description, "Shopify order #1002 shopify_payments");
}

#[rstest]
#[case(json!({ "startingDocumentNumber": "ABC" }), "has no digit")]
#[case(json!({ "journalTemplateName": "NONE" }), "there is no journal template NONE")]
#[case(json!({ "journalBatchName": "NONE" }), "there is no journal CASHRCPT NONE")]
#[tokio::test]
async fn what_can_not_be_is_refused_in_a_sentence(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] options: Value,
    #[case] sentence: &str,
) {
    let world = world(engine).await;
    let templates = world.all::<template::Entity>().await;
    assert!(templates.iter().any(|template| template.name == "CASHRCPT"));
    sell(&world, "50.00").await;
    import_and_post(&world).await;
    // What the request page shows by itself is refused before anything runs.
    let ran = suggested(&world, options, Filters::new()).await;
    let told = ran.map_or_else(|refused| refused.to_string(), |log| log.error_message);
    assert!(told.contains(sentence), "{told}");
    assert_eq!(journal_lines(&world).await, []);
}

#[rstest]
#[tokio::test]
async fn a_payment_method_with_an_account_of_its_own_balances_its_lines(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    sell(&world, "100.00").await;
    import_and_post(&world).await;
    // Nothing was paid with the document: how it is paid was said only afterwards.
    map(&world, "shopify_payments", "CARD").await;
    let account = [("balancingAccountType", "G/L Account"), ("balancingAccountNumber", CLEARING)];
    world.mend::<back_office::payment_methods::Entity>(|row| row.code == "CARD", &account).await.unwrap();
    suggest(&world).await;
    let line = journal_lines(&world).await.remove(0);
    assert_eq!((line.balancing_account_number.as_str(), line.payment_method_code.as_str()), (CLEARING, "CARD"));
}

#[rstest]
#[tokio::test]
async fn what_the_filter_leaves_out_pays_what_it_would_pay_without_one(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    let id = sell(&world, "100.00").await;
    import_and_post(&world).await;
    pay_back_and_post(&world, &id, "30.00").await;
    // The refund has settled 30 of the invoice: with it or without it in the journal, no more than 70 is paid.
    let filters = Filters::new().with("ShopifyOrderTransaction.type", "Sale");
    let log = suggested(&world, Value::Null, filters).await.unwrap();
    assert_eq!((log.error_message.as_str(), log.summary().unwrap().created), ("", 1));
    assert_eq!(journal_lines(&world).await[0].amount, amount("-70"));
    let filters = Filters::new().with("ShopifyOrderTransaction.type", "Refund");
    let log = suggested(&world, Value::Null, filters).await.unwrap();
    assert_eq!(log.summary().unwrap().created, 0);
}

#[rstest]
#[tokio::test]
async fn an_order_that_a_credit_memo_has_settled_is_told_where_it_was_given_back_otherwise_than_paid(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    let id = sell(&world, "100.00").await;
    import_and_post(&world).await;
    pay_back_and_post(&world, &id, "100.00").await;
    assert_eq!(open(&world).await, []);
    assert_eq!(suggest(&world).await, Summary::default(), "the same money has come and gone");
    let write = |tx| async move {
        let by_card = transaction::ActiveModel { gateway: Set("gift_card".into()), ..Default::default() };
        let refunds = transaction::Entity::update_many().set(by_card);
        refunds.filter(transaction::Column::Kind.eq(transaction::Kind::Refund)).exec(&tx).await?;
        database::Result::<_>::Ok(())
    };
    world.test.db.write(write).await.unwrap();
    assert_eq!(suggest(&world).await.created, 2);
    let lines = journal_lines(&world).await;
    let line = |kind: DocumentType, of: &str| (kind, of.to_owned(), String::new());
    assert_eq!(said(&lines), [line(DocumentType::Payment, "-100"), line(DocumentType::Refund, "100")]);
    let accounts: Vec<_> = lines.iter().map(|line| line.balancing_account_number.as_str()).collect();
    assert_eq!(accounts, [CLEARING, "MAIN"]);
    assert_eq!(suggest(&world).await, Summary::default(), "what stands in a journal is not suggested again");
    post_journal(&world, "CASHRCPT").await;
    assert_eq!(balance(&world, CLEARING).await, amount("100"));
    assert_eq!(suggest(&world).await, Summary::default(), "and what is posted neither");
}

#[rstest]
#[tokio::test]
async fn payments_and_refunds_are_in_the_money_of_the_document(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world_in(engine, "DKK").await;
    world.set(&[("currencyHandling", "Presentment Currency"), ("currencyCode", "")]).await;
    set_rate(&world, "EUR", "2020-01-01", "745").await;
    let both = json!({
        "shopMoney": { "amount": "745.00", "currencyCode": "DKK" },
        "presentmentMoney": { "amount": "100.00", "currencyCode": "EUR" },
    });
    let goods = with(store::line("3000", 1, "0"), json!({ "priceSet": both }));
    let payment = json!({ "kind": "SALE", "status": "SUCCESS", "gateway": "vipps", "amountSet": both });
    let fields = json!({ "currency": "DKK", "presentmentCurrency": "EUR", "transactions": [payment] });
    let id = store::place(&world.store, with(order(vec![goods]), fields)).await;
    import_and_post(&world).await;
    suggest(&world).await;
    let line = journal_lines(&world).await.remove(0);
    assert_eq!((line.amount, line.currency_code.as_str()), (amount("-100"), "EUR"));
    post_journal(&world, "CASHRCPT").await;
    assert_eq!(open(&world).await, []);

    let (_, payment) = paid_back::parts(&world.store, &id).await;
    let input = json!({ "orderId": id, "currency": "EUR", "transactions": [{
        "orderId": id, "parentId": payment, "kind": "REFUND", "gateway": "vipps", "amount": "30.00" }] });
    let document = "mutation($input: RefundInput!) {
        refundCreate(input: $input) @idempotent(key: \"back\") { userErrors { message } } }";
    let told = store::graphql(&world.store, document, json!({ "input": input })).await;
    assert_eq!(told["refundCreate"]["userErrors"], json!([]));
    world.advance(5);
    import_and_post(&world).await;
    assert_eq!(suggest(&world).await.created, 1);
    let line = journal_lines(&world).await.remove(0);
    assert_eq!((line.document_type, line.amount), (DocumentType::Refund, amount("30")));
    assert_eq!(line.currency_code, "EUR");
    post_journal(&world, "CASHRCPT").await;
    assert_eq!(open(&world).await, []);
}
