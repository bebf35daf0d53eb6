//! The options of dates and discounts, and those that are refused.

use back_office::invoice_discounts::{self, NewStep};
use back_office::posting::Request;
use back_office::posting_jobs::{BATCH_POST_INVOICES, BATCH_POST_ORDERS};
use back_office::sales::posted::Kind;
use back_office::sales::{DocumentType, NewDocument};
use database::Engine;
use database::testing::start;
use job_queue::Outcome;
use rstest::rstest;
use serde_json::{Value, json};

use super::work::job;
use crate::world::{World, amount, code, day, order, sold};

/// Posts an order of 2 March whose document is of 1 March; gives the posted invoice's two dates.
async fn dates_of(engine: Engine, mut options: Value) -> (String, String) {
    let world = World::new(engine).await;
    world.shirt("1").await;
    options["ship"] = true.into();
    options["invoice"] = true.into();
    let log = world.run(&job(BATCH_POST_ORDERS, options, &[])).await;
    assert_eq!(log.result, Outcome::Success, "{}", log.error_message);
    let books = world.books().await;
    assert!(books.general.iter().all(|entry| entry.posting_date == books.documents[0].posting_date));
    (books.documents[0].posting_date.to_string(), books.documents[0].document_date.to_string())
}

#[rstest]
#[tokio::test]
async fn dates_are_replaced_only_as_the_options_say(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let own = ("2026-03-02".to_owned(), "2026-03-01".to_owned());
    let cases = [
        (json!({}), ("2026-03-02", "2026-03-01")),
        (json!({ "postingDate": "2026-03-20" }), ("2026-03-02", "2026-03-01")),
        (json!({ "postingDate": "2026-03-20", "replacePostingDate": true }), ("2026-03-20", "2026-03-01")),
        (json!({ "postingDate": "2026-03-20", "replaceDocumentDate": true }), ("2026-03-02", "2026-03-01")),
        (
            json!({ "postingDate": "2026-03-20", "replacePostingDate": true, "replaceDocumentDate": true }),
            ("2026-03-20", "2026-03-20"),
        ),
        // The posting date does not change, so the document date does not either.
        (
            json!({ "postingDate": "2026-03-02", "replacePostingDate": true, "replaceDocumentDate": true }),
            ("2026-03-02", "2026-03-01"),
        ),
    ];
    for (options, (posting, document)) in cases {
        let text = options.to_string();
        assert_eq!(dates_of(engine, options).await, (posting.to_owned(), document.to_owned()), "{text}");
    }
    assert_eq!(dates_of(engine, json!({ "calcInvDiscount": false })).await, own);
}

#[rstest]
#[tokio::test]
async fn an_invoice_gets_the_day_of_the_batch(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.document(DocumentType::Invoice, &order(false, vec![sold("CUP", 1, "10.00", "0")])).await;
    let options = json!({ "postingDate": "2026-03-31", "replacePostingDate": true });
    assert_eq!(world.run(&job(BATCH_POST_INVOICES, options, &[])).await.result, Outcome::Success);
    assert!(world.books().await.documents.iter().all(|document| document.posting_date == day("2026-03-31")));
}

#[tokio::test]
async fn options_that_can_not_be_are_refused_before_anything_runs() {
    let world = World::new(Engine::Sqlite).await;
    for (options, expected) in [
        (json!({ "replacePostingDate": true }), "postingDate is missing: enter the posting date"),
        (json!({ "printDoc": true }), "there is no option 'printDoc'"),
        (json!({ "postingDate": "tomorrow" }), "the option 'postingDate' can't be that"),
    ] {
        let refused = world.enqueue(&job(BATCH_POST_ORDERS, options, &[])).await.unwrap_err().to_string();
        assert!(refused.contains(expected), "{refused}");
    }
    let ship = world.enqueue(&job(BATCH_POST_INVOICES, json!({ "ship": true }), &[])).await.unwrap_err().to_string();
    assert!(ship.contains("there is no option 'ship'"), "{ship}");
}

#[rstest]
#[case(false, "100")]
#[case(true, "90")]
#[tokio::test]
async fn discounts_on_the_whole_are_calculated_anew_where_the_options_say_so(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] calculates: bool,
    #[case] amount_posted: &str,
) {
    let world = World::new(engine).await;
    world.groups("", "", "LOYAL").await;
    world.document(DocumentType::Invoice, &order(false, vec![sold("A", 1, "100.00", "0")])).await;
    let step = NewStep { code: code("LOYAL"), discount_percent: 10.into(), ..NewStep::default() };
    let (step, random) = (&step, &world.random);
    let add = |tx| async move { invoice_discounts::add(&tx, step, start(), random).await };
    world.test.db.write(add).await.unwrap();
    let log = world.run(&job(BATCH_POST_INVOICES, json!({ "calcInvDiscount": calculates }), &[])).await;
    assert_eq!(log.result, Outcome::Success, "{}", log.error_message);
    assert_eq!(world.books().await.documents[0].amount, amount(amount_posted));
}

/// The VAT dates of the posted documents and of the VAT entries, which are the same.
async fn vat_dates(world: &World) -> String {
    let books = world.books().await;
    let first = books.vat[0].vat_reporting_date;
    assert!(books.vat.iter().all(|entry| entry.vat_reporting_date == first));
    assert!(books.documents.iter().all(|document| document.vat_reporting_date == first));
    first.to_string()
}

#[rstest]
// VAT that has no day of its own goes with the posting date.
#[case(None, json!({}), "2026-03-02")]
#[case(None, json!({ "postingDate": "2026-03-20", "replacePostingDate": true }), "2026-03-20")]
#[case(
    None,
    json!({ "postingDate": "2026-03-20", "replacePostingDate": true, "vatDate": "2026-03-31", "replaceVatDate": true }),
    "2026-03-31"
)]
// What has one keeps it, unless it is replaced together with another posting date.
#[case(Some("2026-02-28"), json!({ "postingDate": "2026-03-20", "replacePostingDate": true }), "2026-02-28")]
#[case(
    Some("2026-02-28"),
    json!({ "postingDate": "2026-03-20", "replacePostingDate": true, "replaceVatDate": true }),
    "2026-03-20"
)]
#[case(Some("2026-02-28"), json!({ "vatDate": "2026-03-31", "replaceVatDate": true }), "2026-02-28")]
#[tokio::test]
async fn vat_belongs_to_the_day_that_document_and_options_say(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] own: Option<&str>,
    #[case] mut options: Value,
    #[case] expected: &str,
) {
    let world = World::new(engine).await;
    let new = NewDocument { vat_reporting_date: own.map(day), ..order(false, vec![sold("SHIRT", 1, "100", "0")]) };
    world.document(DocumentType::Order, &new).await;
    options["ship"] = true.into();
    options["invoice"] = true.into();
    let log = world.run(&job(BATCH_POST_ORDERS, options, &[])).await;
    assert_eq!(log.result, Outcome::Success, "{}", log.error_message);
    assert_eq!(vat_dates(&world).await, expected);
}

#[rstest]
// The VAT that has no day of its own goes on with the posting date, and what has one keeps it.
#[case(None, "2026-03-20")]
#[case(Some("2026-02-28"), "2026-02-28")]
#[tokio::test]
async fn a_vat_date_that_is_given_is_of_that_posting_alone(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] own: Option<&str>,
    #[case] kept: &str,
) {
    let world = World::new(engine).await;
    let new = NewDocument { vat_reporting_date: own.map(day), ..order(false, vec![sold("SHIRT", 1, "100", "0")]) };
    let id = world.document(DocumentType::Order, &new).await;
    let (posting_date, vat_date) = (Some(day("2026-03-20")), Some(day("2026-03-31")));
    world.post(id, Request { posting_date, vat_date, ..Request::SHIP }).await.unwrap();
    world.post(id, Request::INVOICE).await.unwrap();
    assert_eq!(vat_dates_of_invoices(&world).await, [kept]);
}

/// The VAT dates of the posted invoices.
async fn vat_dates_of_invoices(world: &World) -> Vec<String> {
    let documents = world.books().await.documents;
    let invoices = documents.into_iter().filter(|document| document.kind == Kind::Invoice);
    invoices.map(|invoice| invoice.vat_reporting_date.to_string()).collect()
}
