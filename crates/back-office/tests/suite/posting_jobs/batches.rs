//! Reports 296, 297 and 298.

use back_office::posting_jobs::result::PostingOutcome;
use back_office::posting_jobs::{BATCH_POST_CREDIT_MEMOS, BATCH_POST_INVOICES, BATCH_POST_ORDERS};
use back_office::sales::DocumentType;
use back_office::sales::posted::Kind;
use database::Engine;
use job_queue::schedule::{Schedule, Weekdays};
use job_queue::{NewEntry, Outcome};
use rstest::rstest;
use serde_json::json;

use super::work::{job, ship_and_invoice};
use crate::world::{World, order, sold};

#[rstest]
#[tokio::test]
async fn a_batch_ships_invoices_or_both_as_its_options_say(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.shirt("1").await;
    let neither = world.run(&job(BATCH_POST_ORDERS, json!({}), &[])).await;
    assert_eq!((neither.result, neither.error_message.as_str()), (Outcome::Error, "turn on ship, invoice or both"));

    let shipped = world.run(&job(BATCH_POST_ORDERS, json!({ "ship": true }), &[])).await;
    assert_eq!((shipped.result, shipped.summary().unwrap().created), (Outcome::Success, 1));
    let books = world.books().await;
    assert_eq!((books.numbers(Kind::Shipment).len(), books.numbers(Kind::Invoice).len()), (1, 0));
    assert_eq!(world.left().await, ["SO-000001"]);

    let invoiced = world.run(&job(BATCH_POST_ORDERS, json!({ "invoice": true }), &[])).await;
    assert_eq!((invoiced.result, invoiced.summary().unwrap().created), (Outcome::Success, 1));
    let books = world.books().await;
    assert_eq!((books.numbers(Kind::Shipment).len(), books.numbers(Kind::Invoice).len()), (1, 1));
    assert!(world.left().await.is_empty());
}

#[rstest]
#[tokio::test]
async fn each_batch_posts_documents_of_its_own_type(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let new = order(true, vec![sold("SHIRT", 1, "125.00", "0")]);
    for document_type in [DocumentType::Order, DocumentType::Invoice, DocumentType::CreditMemo] {
        world.document(document_type, &new).await;
    }
    for (object, posted) in [(BATCH_POST_INVOICES, Kind::Invoice), (BATCH_POST_CREDIT_MEMOS, Kind::CreditMemo)] {
        let log = world.run(&job(object, json!({}), &[])).await;
        assert_eq!((log.result, log.summary().unwrap().created), (Outcome::Success, 1), "{}", log.error_message);
        assert_eq!(world.books().await.numbers(posted).len(), 1);
    }
    assert_eq!(world.left().await, ["SO-000001"]);
    world.run(&job(BATCH_POST_ORDERS, ship_and_invoice(), &[])).await;
    assert!(world.left().await.is_empty());
}

#[rstest]
#[tokio::test]
async fn a_batch_posts_what_its_filters_let_through(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.shirt_of("A1", Some("2026-03-01")).await;
    world.shirt_of("A2", Some("2026-03-03")).await;
    world.shirt_of("B3", Some("2026-03-02")).await;
    // One without a source, and open.
    world.document(DocumentType::Order, &order(true, vec![sold("SHIRT", 1, "125.00", "0")])).await;
    type Step<'a> = (&'a [(&'a str, &'a str)], &'a [&'a str]);
    let steps: [Step<'_>; 5] = [
        (&[("webOrderNumber", "#B*")], &["SO-000001", "SO-000002", "SO-000004"]),
        (&[("webOrderNumber", "<>''"), ("postingDate", "..today")], &["SO-000002", "SO-000004"]),
        (&[("number", "SO-000003..")], &["SO-000002"]),
        (&[("status", "Open")], &["SO-000002"]),
        (&[("status", "Released"), ("totalAmountIncludingTax", "125")], &[]),
    ];
    for (filters, left) in steps {
        let log = world.run(&job(BATCH_POST_ORDERS, ship_and_invoice(), filters)).await;
        assert_eq!(log.result, Outcome::Success, "{filters:?} {}", log.error_message);
        assert_eq!(world.left().await, left, "{filters:?}");
    }
    let unknown =
        world.enqueue(&job(BATCH_POST_ORDERS, ship_and_invoice(), &[("sourceNumber", "1")])).await.unwrap_err();
    assert!(unknown.to_string().contains("webOrderNumber"), "{unknown}");
}

#[rstest]
#[tokio::test]
async fn one_of_five_that_fails_is_named_in_the_log_and_posted_by_the_next_run(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.closed_after(Some("2026-03-31")).await;
    for at in 1..=5 {
        world.shirt_of(&at.to_string(), (at == 3).then_some("2026-04-15")).await;
    }
    let log = world.run(&job(BATCH_POST_ORDERS, ship_and_invoice(), &[])).await;
    assert_eq!((log.result, log.status), (Outcome::PartialSuccess, Outcome::Success));
    let summary = log.summary().unwrap();
    assert_eq!((summary.created, summary.failed), (4, 1));
    assert_eq!(log.error_message, "1 of 5 documents could not be posted: sales order SO-000003");
    let line = "sales order SO-000003: Posting Date 2026-04-15 is not within your range of allowed posting dates: \
                choose another day, or change the range in the set-up";
    assert_eq!(log.error_call_stack, line);
    let results = world.results().await;
    let told: Vec<_> = results.iter().map(|row| (row.document_number.as_str(), row.result)).collect();
    let (posted, failed) = (PostingOutcome::Posted, PostingOutcome::Failed);
    let numbers = ["SO-000001", "SO-000002", "SO-000003", "SO-000004", "SO-000005"];
    assert_eq!(told, numbers.iter().copied().zip([posted, posted, failed, posted, posted]).collect::<Vec<_>>());
    assert!(results.iter().all(|row| row.job_queue_log_entry_id == log.id));
    assert_eq!((results[0].invoice_number.as_str(), results[3].invoice_number.as_str()), ("PI-000001", "PI-000003"));
    assert!(results[2].message.ends_with("change the range in the set-up"), "{}", results[2].message);

    world.closed_after(None).await;
    let log = world.run(&job(BATCH_POST_ORDERS, ship_and_invoice(), &[])).await;
    assert_eq!((log.result, log.error_message.as_str()), (Outcome::Success, ""));
    assert!(world.left().await.is_empty());
    let expected: Vec<String> = (1..=5).map(|at| format!("PI-{at:06}")).collect();
    assert_eq!(world.books().await.numbers(Kind::Invoice), expected, "one that fails draws no number");
}

#[rstest]
#[tokio::test]
async fn orders_are_posted_at_four_on_weekdays_each_on_its_day(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.shirt_of("1", Some("2026-03-06")).await;
    world.shirt_of("2", Some("2026-03-07")).await;
    world.shirt_of("3", Some("2026-03-10")).await;
    // Friday at nine in the morning, in Oslo.
    world.advance_to("2026-03-06T08:00:00Z");
    let schedule = Schedule {
        starting_time: "16:00:00".parse().ok(),
        ..Schedule::every(0, Weekdays::WORKING, chrono_tz::Europe::Oslo)
    };
    let filters = [("status", "Released"), ("postingDate", "..today")];
    let recipe = NewEntry { schedule, ..job(BATCH_POST_ORDERS, ship_and_invoice(), &filters) };
    let id = world.enqueue(&recipe).await.unwrap();
    world.work().await;
    assert_eq!(world.left().await.len(), 3, "nothing before four");
    world.advance_to("2026-03-06T15:00:00Z");
    world.work().await;
    assert_eq!(world.left().await, ["SO-000002", "SO-000003"]);
    let next = world.entry(id).await.unwrap().earliest_start_date_time.unwrap();
    assert_eq!(next.to_rfc3339(), "2026-03-09T15:00:00+00:00", "the next weekday");
    world.advance_to("2026-03-09T15:00:00Z");
    world.work().await;
    assert_eq!(world.left().await, ["SO-000003"], "what was due at the weekend is posted on Monday");
    let results: Vec<_> = world.logs().await.into_iter().map(|log| log.result).collect();
    assert_eq!(results, [Outcome::Success, Outcome::Success]);
}
