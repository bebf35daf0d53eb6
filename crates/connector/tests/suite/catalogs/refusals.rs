//! Catalogs that get no prices, and prices that Shopify does not take: each with a cause and a remedy.

use back_office::currencies;
use connector::catalogs::SYNC_CATALOG_PRICES;
use connector::catalogs::staged::catalog;
use connector::links::variant;
use connector::skipped::{self, Kind};
use database::Engine;
use job_queue::{Filters, Outcome};
use rstest::rstest;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use serde_json::json;
use values::Code;

use super::shelf::{self, done, fixed, number, staged_prices, sync_catalogs, sync_prices};
use crate::spoilt;
use crate::world::{World, kari};

/// Of example 20 of the worked examples.
#[rstest]
#[tokio::test]
async fn a_price_list_in_another_currency_gets_no_prices_and_no_call(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.remove::<currencies::Entity>(|currency| currency.code.as_str() == "USD").await.unwrap();
    let (catalog, prices) = shelf::priced(&world, "Export", "USD").await;
    shelf::mapped(&world, 1, "1000").await;
    sync_catalogs(&world).await;
    shelf::turn_on(&world, "Export").await;
    let summary = sync_prices(&world).await;
    assert_eq!((summary.skipped, summary.updated, summary.calls), (1, 0, 0), "there is no currency USD here");
    assert_eq!(fixed(&world, &prices).await, []);
    let skipped = world.skipped().await.remove(0);
    assert_eq!((skipped.kind, skipped.shopify_id), (Kind::Catalog, number(&catalog)));
    assert_eq!(skipped.cause, "The price list of the catalog Export is in USD, but its prices are in NOK here.");
    assert!(skipped.remedy.contains("Set up the currency USD"), "{}", skipped.remedy);

    // The price list is in another currency than it was when the catalogs were read.
    let row = catalog::ActiveModel {
        price_list_currency: Set(Code::cut("EUR")),
        currency_code: Set(Code::cut("EUR")),
        ..Default::default()
    };
    let update = &catalog::Entity::update_many().set(row).filter(catalog::Column::Name.eq("Export"));
    let write = |tx| async move { Ok::<_, connector::Error>(update.clone().exec(&tx).await?) };
    world.test.db.write(write).await.unwrap();
    let summary = sync_prices(&world).await;
    assert_eq!((summary.skipped, world.calls_of("PriceListFixedPricesUpdate")), (1, 0));
    let cause = world.skipped().await.remove(0).cause;
    assert_eq!(cause, "The price list of the catalog Export is in USD, but its prices are in EUR here.");
}

#[rstest]
#[tokio::test]
async fn a_catalog_that_is_gone_or_has_no_price_list_is_told(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let (catalog, _) = shelf::priced(&world, "Nord AS", "NOK").await;
    let (_, location) = shelf::company(&world, "Vest AS").await;
    shelf::of_companies(&world, "Vest AS", &[&location]).await;
    shelf::mapped(&world, 1, "1000").await;
    sync_catalogs(&world).await;
    shelf::turn_on(&world, "Nord AS").await;
    shelf::turn_on(&world, "Vest AS").await;
    let delete =
        "mutation($id: ID!) { catalogDelete(id: $id, deleteDependentResources: true) { userErrors { message } } }";
    done(&world, delete, "catalogDelete", json!({ "id": catalog })).await;
    let log = world.log_of(SYNC_CATALOG_PRICES, Filters::new()).await;
    assert_eq!((log.result, log.summary().unwrap().skipped), (Outcome::PartialSuccess, 2));
    let causes: Vec<_> = world.skipped().await.into_iter().map(|one| one.cause).collect();
    assert_eq!(causes[0], "Shopify does not have the catalog Nord AS any more.");
    assert_eq!(causes[1], "The catalog Vest AS has no price list in Shopify.");

    sync_catalogs(&world).await;
    assert_eq!(sync_prices(&world).await.calls, 0, "it is known that it is gone");
    shelf::set(&world, "Nord AS", &[("syncPrices", "false")]).await.unwrap();
    shelf::price_list(&world, &shelf::catalogs(&world).await[1].global_id.clone().into(), "NOK").await;
    sync_catalogs(&world).await;
    assert_eq!(sync_prices(&world).await.updated, 1);
    assert_eq!(world.skipped().await, [], "one catalog has its prices, and the other gets none any more");
}

#[rstest]
#[tokio::test]
async fn one_price_that_shopify_refuses_does_not_hold_the_others_back(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let (_, prices) = shelf::priced(&world, "Nord AS", "NOK").await;
    let (product, ids) = shelf::mapped(&world, 2, "1000").await;
    let gone = json!("gid://shopify/ProductVariant/99");
    shelf::map(&world, &product, std::slice::from_ref(&gone), "2000").await;
    sync_catalogs(&world).await;
    shelf::turn_on(&world, "Nord AS").await;
    let summary = sync_prices(&world).await;
    assert_eq!((summary.updated, summary.skipped), (2, 1));
    assert_eq!(world.calls_of("PriceListFixedPricesUpdate"), 2, "once with it, once without");
    assert_eq!(fixed(&world, &prices).await.len(), ids.len());
    let skipped = world.skipped().await.remove(0);
    assert_eq!(
        (skipped.kind, skipped.shopify_id, skipped.retry_object_id),
        (Kind::CatalogPrice, 99, SYNC_CATALOG_PRICES)
    );
    assert_eq!(
        skipped.cause,
        "The price of item 2000 in the catalog Nord AS was refused: Product variant ID does not exist."
    );

    world.set(&[("allowBackgroundSyncs", "true")]).await;
    skipped::retry(&world.connector, &world.queue, &kari(), &skipped, chrono_tz::Europe::Oslo).await.unwrap();
    world.work().await;
    assert_eq!(world.skipped().await[0].retries, 1, "it is sent again, and refused again");
    let remove = &variant::Entity::delete_many().filter(variant::Column::ShopifyVariantId.eq(99));
    let write = |tx| async move { Ok::<_, connector::Error>(remove.clone().exec(&tx).await?) };
    world.test.db.write(write).await.unwrap();
    assert_eq!(sync_prices(&world).await.skipped, 0);
    assert_eq!(world.skipped().await, [], "what has no price to be sent is told no more");
}

/// A store that names one mistake a call, however many there are.
#[rstest]
#[tokio::test]
async fn prices_that_are_refused_one_after_the_other_hold_none_of_the_others_back(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let only_one = |text: String| {
        spoilt::changed(text, |answer| {
            let errors = answer.pointer_mut("/data/priceListFixedPricesUpdate/userErrors");
            if let Some(errors) = errors.and_then(|errors| errors.as_array_mut()) {
                errors.truncate(1);
            }
        })
    };
    let world = World::spoilt(engine, only_one).await;
    let (_, prices) = shelf::priced(&world, "Nord AS", "NOK").await;
    let (product, ids) = shelf::mapped(&world, 2, "1000").await;
    let gone: Vec<_> = (95..100).map(|id| json!(format!("gid://shopify/ProductVariant/{id}"))).collect();
    shelf::map(&world, &product, &gone, "2000").await;
    sync_catalogs(&world).await;
    shelf::turn_on(&world, "Nord AS").await;
    let summary = sync_prices(&world).await;
    assert_eq!((summary.updated, summary.skipped, world.calls_of("PriceListFixedPricesUpdate")), (2, 5, 6));
    assert_eq!(fixed(&world, &prices).await.len(), ids.len());
    let causes: Vec<_> = world.skipped().await.into_iter().map(|one| one.cause).collect();
    assert!(causes.len() == 5 && causes.iter().all(|cause| cause.contains("does not exist")), "{causes:?}");
}

#[rstest]
#[tokio::test]
async fn a_price_that_cant_be_worked_out_is_told_with_the_reason(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    shelf::priced(&world, "Nord AS", "NOK").await;
    shelf::mapped(&world, 1, "1000").await;
    sync_catalogs(&world).await;
    shelf::set(&world, "Nord AS", &[("syncPrices", "true"), ("pricesIncludingVat", "true")]).await.unwrap();
    assert_eq!(sync_prices(&world).await.skipped, 1);
    let cause = &world.skipped().await[0].cause;
    assert!(cause.starts_with("The price of item 1000 in the catalog Nord AS can't be worked out: "), "{cause}");
    shelf::set(&world, "Nord AS", &[("syncPrices", "false")]).await.unwrap();
    sync_prices(&world).await;
    assert_eq!(world.skipped().await, [], "nobody asks for its prices any more");
    assert_eq!(staged_prices(&world, shelf::catalogs(&world).await[0].id).await[0].error_message, "");
    shelf::turn_on(&world, "Nord AS").await;
    assert_eq!(sync_prices(&world).await.updated, 1);
    assert_eq!(world.skipped().await, []);
}

#[rstest]
#[tokio::test]
async fn what_is_sold_in_a_unit_that_was_deleted_has_no_price_and_the_others_have(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let (_, prices) = shelf::priced(&world, "Nord AS", "NOK").await;
    let (_, ids) = shelf::mapped(&world, 2, "1000").await;
    let in_sets = variant::ActiveModel {
        uom_option_id: Set(1),
        option1_name: Set("Unit of Measure".into()),
        option1_value: Set("SET".into()),
        ..Default::default()
    };
    let of_second = variant::Column::ShopifyVariantId.eq(number(&ids[1]));
    let update = &variant::Entity::update_many().set(in_sets).filter(of_second);
    let write = |tx| async move { Ok::<_, connector::Error>(update.clone().exec(&tx).await?) };
    world.test.db.write(write).await.unwrap();
    sync_catalogs(&world).await;
    shelf::turn_on(&world, "Nord AS").await;
    let summary = sync_prices(&world).await;
    assert_eq!((summary.updated, summary.skipped), (1, 1));
    assert_eq!(fixed(&world, &prices).await[0].0, ids[0]);
    let skipped = &world.skipped().await[0];
    assert_eq!((skipped.kind, skipped.shopify_id), (Kind::CatalogPrice, number(&ids[1])));
    let cause = &skipped.cause;
    assert!(cause.starts_with("The price of item 1000 in the catalog Nord AS can't be worked out: "), "{cause}");
    assert!(cause.contains("SET"), "{cause}");
}

#[rstest]
#[tokio::test]
async fn a_catalog_that_does_not_hold_is_passed_over(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let (catalog, prices) = shelf::priced(&world, "Nord AS", "NOK").await;
    shelf::mapped(&world, 1, "1000").await;
    sync_catalogs(&world).await;
    shelf::turn_on(&world, "Nord AS").await;
    let update = "mutation($id: ID!, $input: CatalogUpdateInput!) { catalogUpdate(id: $id, input: $input) { userErrors { message } } }";
    let change = |status: &str| json!({ "id": catalog, "input": { "status": status } });
    done(&world, update, "catalogUpdate", change("DRAFT")).await;
    let summary = sync_prices(&world).await;
    assert_eq!((summary.updated, summary.skipped, fixed(&world, &prices).await.len()), (0, 0, 0));
    done(&world, update, "catalogUpdate", change("ACTIVE")).await;
    assert_eq!(sync_prices(&world).await.updated, 1);
}

#[tokio::test]
async fn nothing_is_sent_where_the_shop_card_forbids_it() {
    let world = World::new(Engine::Sqlite).await;
    shelf::priced(&world, "Nord AS", "NOK").await;
    sync_catalogs(&world).await;
    shelf::turn_on(&world, "Nord AS").await;
    world.set(&[("allowOutgoingRequests", "false")]).await;
    world.forget_calls();
    let log = world.log_of(SYNC_CATALOG_PRICES, Filters::new()).await;
    assert!(log.error_message.contains("turn on Allow Data Sync to Shopify"), "{}", log.error_message);
    assert_eq!(world.calls().0, 0);
}

#[tokio::test]
async fn a_run_names_its_shop() {
    let world = World::new(Engine::Sqlite).await;
    let entry = job_queue::NewEntry { user: "KARI".into(), ..job_queue::NewEntry::now(SYNC_CATALOG_PRICES) };
    let (queue, entry) = (&world.queue, &entry);
    let enqueue = |tx| async move { queue.enqueue(&tx, entry).await };
    world.test.db.write(enqueue).await.unwrap();
    world.work().await;
    let log = shelf::last_log(&world).await;
    assert!(log.error_message.contains("set a filter on the shop's code"), "{}", log.error_message);
}
