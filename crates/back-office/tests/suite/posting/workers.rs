//! Several who post at the same time.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use back_office::posting::Request;
use back_office::sales::DocumentType;
use back_office::sales::posted::Kind;
use back_office::{Error, sales_setup};
use database::Engine;
use rstest::rstest;
use sea_orm::Set;

use crate::world::{World, order, sold};

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_document_is_posted_once_whoever_posts_it(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = Arc::new(World::new(engine).await);
    let id = world.document(DocumentType::Order, &order(false, vec![sold("SHIRT", 1, "100.00", "0")])).await;
    let (outcomes, mut scope) = (Arc::new(Mutex::new(Vec::new())), runtime::Scope::new());
    for _ in 0..4 {
        let (world, outcomes) = (world.clone(), outcomes.clone());
        scope.spawn(async move {
            let outcome = world.post(id, Request::SHIP_AND_INVOICE).await;
            outcomes.lock().unwrap().push(outcome);
        });
    }
    scope.join().await;
    let outcomes = std::mem::take(&mut *outcomes.lock().unwrap());
    let (posted, refused): (Vec<_>, Vec<_>) = outcomes.into_iter().partition(Result::is_ok);
    assert_eq!((posted.len(), refused.len()), (1, 3));
    for refusal in refused {
        assert!(matches!(refusal, Err(Error::Unknown { kind: "sales document", .. })), "{refusal:?}");
    }
    assert_eq!(world.books().await.numbers(Kind::Invoice), ["PI-000001"]);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn documents_posted_at_the_same_time_have_numbers_without_gaps(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = Arc::new(World::new(engine).await);
    let mut ids = Vec::new();
    for _ in 0..12 {
        ids.push(world.document(DocumentType::Order, &order(false, vec![sold("SHIRT", 1, "100.00", "0")])).await);
    }
    let mut scope = runtime::Scope::new();
    for ids in ids.chunks(3) {
        let (world, ids) = (world.clone(), ids.to_vec());
        scope.spawn(async move {
            for id in ids {
                world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
            }
        });
    }
    scope.join().await;
    let books = world.books().await;
    let expected: Vec<String> = (1..=12).map(|at| format!("PI-{at:06}")).collect();
    assert_eq!(books.numbers(Kind::Invoice), expected);
    assert_eq!(books.registers.len(), 12);
}

#[rstest]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_documents_with_one_number_of_the_buyer_one_is_posted_however_many_are_posted_at_once(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = Arc::new(World::new(engine).await);
    let mandatory = sales_setup::ActiveModel { external_document_number_mandatory: Set(true), ..Default::default() };
    world.change(mandatory).await;
    let (posted, mut scope) = (Arc::new(AtomicUsize::new(0)), runtime::Scope::new());
    for _ in 0..8 {
        let id = world.document(DocumentType::Order, &order(false, vec![sold("SHIRT", 1, "100.00", "0")])).await;
        let (world, posted) = (world.clone(), posted.clone());
        scope.spawn(async move {
            match world.post(id, Request::SHIP_AND_INVOICE).await {
                Ok(_) => drop(posted.fetch_add(1, Ordering::SeqCst)),
                Err(refusal) => assert!(refusal.to_string().contains("sales invoice PO-7 already exists"), "{refusal}"),
            }
        });
    }
    scope.join().await;
    assert_eq!(posted.load(Ordering::SeqCst), 1);
    assert_eq!(world.books().await.numbers(Kind::Invoice), ["PI-000001"]);
}
