//! Orders that wait to be imported: chosen, passed over, set aside, tried again.

use connector::orders::SYNC_ORDERS;
use connector::orders::options::SetAside;
use connector::orders::to_import;
use connector::{Started, shops, skipped};
use database::Engine;
use job_queue::{Filters, Worker, WorkerOptions};
use rstest::rstest;
use serde_json::{Value, json};

use crate::spoilt;
use crate::store::{self, kroner, line, order, with};
use crate::world::{SHOP, World, kari};

fn only_paid() -> Filters {
    Filters::new().with("OrdersToImport.fullyPaid", "true")
}

async fn place(world: &World) -> String {
    store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await
}

async fn import(world: &World, ids: &[uuid::Uuid]) -> Result<Started, connector::Error> {
    let zone = chrono_tz::Europe::Oslo;
    to_import::import(&world.connector, &world.queue, &kari(), ids, None, zone).await
}

#[rstest]
#[tokio::test]
async fn chosen_orders_are_imported_whatever_the_filters_say_and_the_others_go_on_waiting(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    for _ in 0..3 {
        place(&world).await;
    }
    world.run_with(SYNC_ORDERS, only_paid()).await;
    let waiting = world.waiting().await;
    world.forget_calls();
    import(&world, &[waiting[0].id, waiting[2].id]).await.unwrap();
    world.work().await;
    let staged: Vec<_> = world.staged().await.iter().map(|order| order.shopify_order_id).collect();
    assert_eq!(staged, [waiting[0].shopify_order_id, waiting[2].shopify_order_id]);
    assert_eq!((world.waiting().await.len(), world.calls().0), (1, 1), "one call reads both");
    let refused = import(&world, &[waiting[0].id]).await.unwrap_err();
    assert!(refused.to_string().contains("does not wait to be imported any more"), "{refused}");
}

#[rstest]
#[tokio::test]
async fn in_the_foreground_chosen_orders_are_imported_at_once(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    place(&world).await;
    world.run_with(SYNC_ORDERS, only_paid()).await;
    world.set(&[("allowBackgroundSyncs", "false")]).await;
    let mut worker = Worker::new(world.queue.clone(), WorkerOptions { name: "w".into(), ..WorkerOptions::default() });
    let started = import(&world, &[world.waiting().await[0].id]).await.unwrap();
    assert!(matches!(started, Started::Foreground(_)));
    worker.work_until_idle().await.unwrap();
    assert_eq!(world.staged().await.len(), 1);
}

#[rstest]
#[tokio::test]
async fn an_order_that_two_cards_could_take_needs_the_name_of_one(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.add_shop("ABROAD").await;
    place(&world).await;
    world.run_with(SYNC_ORDERS, only_paid()).await;
    let ids = [world.waiting().await[0].id];
    let refused = import(&world, &ids).await.unwrap_err();
    assert!(refused.to_string().ends_with("name one of ABROAD, DEMO"), "{refused}");
    let (shop, zone) = (Some("ABROAD"), chrono_tz::Europe::Oslo);
    to_import::import(&world.connector, &world.queue, &kari(), &ids, shop, zone).await.unwrap();
    world.work().await;
    assert_eq!(world.staged().await[0].shop_code, "ABROAD");
}

#[rstest]
#[tokio::test]
async fn an_order_is_not_imported_by_a_shop_of_another_store(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let other = shops::NewShop {
        code: "OTHER".into(),
        domain: "other.myshopify.com".into(),
        admin_url: None,
        credentials: "token".into(),
    };
    shops::add(&world.connector, &kari(), other).await.unwrap();
    place(&world).await;
    world.run_with(SYNC_ORDERS, only_paid()).await;
    let (ids, zone) = ([world.waiting().await[0].id], chrono_tz::Europe::Oslo);
    let refused = to_import::import(&world.connector, &world.queue, &kari(), &ids, Some("OTHER"), zone).await;
    let refused = refused.unwrap_err().to_string();
    assert!(refused.ends_with("name a shop of that store"), "{refused}");
}

#[rstest]
#[tokio::test]
async fn what_is_set_aside_stays_so_when_its_import_is_refused(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    place(&world).await;
    world.run_with(SYNC_ORDERS, only_paid()).await;
    let (ids, zone) = ([world.waiting().await[0].id], chrono_tz::Europe::Oslo);
    to_import::set_aside(&world.connector, &kari(), &ids, "a test of the till").await.unwrap();
    shops::disable(&world.connector, &kari(), SHOP).await.unwrap();
    let refused = to_import::import(&world.connector, &world.queue, &kari(), &ids, Some(SHOP), zone).await;
    assert!(refused.unwrap_err().to_string().contains("is not enabled"));
    let waiting = &world.waiting().await[0];
    let aside = (waiting.set_aside, waiting.set_aside_reason.as_str());
    assert_eq!(aside, (SetAside::UntilTakenBack, "a test of the till"));
}

#[rstest]
#[tokio::test]
async fn an_order_that_was_passed_over_comes_back_when_it_changes_and_one_that_was_set_aside_does_not(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let (passed_over, aside) = (place(&world).await, place(&world).await);
    world.run_with(SYNC_ORDERS, only_paid()).await;
    let waiting = world.waiting().await;
    to_import::skip(&world.connector, &kari(), &[waiting[0].id]).await.unwrap();
    to_import::set_aside(&world.connector, &kari(), &[waiting[1].id], "a test of the till").await.unwrap();
    assert_eq!(world.sync_orders().await.created, 0, "nothing lets them through as they are");
    assert_eq!(world.waiting().await.len(), 2, "and they are still to be seen");

    world.advance(10);
    for id in [&passed_over, &aside] {
        store::pay(&world.store, id).await;
    }
    assert_eq!(world.sync_orders().await.created, 1);
    let waiting = world.waiting().await;
    assert_eq!((waiting.len(), waiting[0].set_aside), (1, SetAside::UntilTakenBack));
    assert!(waiting[0].fully_paid && waiting[0].set_aside_reason == "a test of the till");

    to_import::take_back(&world.connector, &kari(), &[waiting[0].id]).await.unwrap();
    assert_eq!((world.sync_orders().await.created, world.waiting().await.len()), (1, 0));
}

#[rstest]
#[tokio::test]
async fn a_single_order_that_failed_is_tried_again_as_it_is_now(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world =
        World::spoilt(engine, |text| text.replace("\"amount\":\"77.0\"", "\"amount\":\"99999999999999.0\"")).await;
    for price in ["77.00", "77.00", "50.00"] {
        store::place(&world.store, order(vec![line("1000", 1, price)])).await;
    }
    let summary = world.sync_orders().await;
    assert_eq!((summary.created, summary.failed), (1, 2));
    let failed = world.waiting().await;
    assert!(failed.iter().all(|row| row.has_error && row.shop_code == SHOP));

    world.network().answers(|text| text);
    world.forget_calls();
    let record = world.skipped().await.into_iter().find(|one| one.shopify_id == failed[0].shopify_order_id).unwrap();
    let zone = chrono_tz::Europe::Oslo;
    skipped::retry(&world.connector, &world.queue, &kari(), &record, zone).await.unwrap();
    world.work().await;
    assert_eq!((world.staged().await.len(), world.waiting().await.len(), world.skipped().await.len()), (2, 1, 1));
    assert_eq!(world.calls().0, 1, "one call reads it as it is now");

    to_import::set_aside(&world.connector, &kari(), &[failed[1].id], "never mind").await.unwrap();
    assert_eq!(world.skipped().await, [], "nobody waits for what is set aside");
    world.advance(10);
    assert_eq!(world.sync_orders().await.failed, 0);
}

#[rstest]
#[tokio::test]
async fn an_order_that_the_store_does_not_have_any_more_goes_on_waiting_with_its_reason(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::spoilt(engine, spoilt::no_single_order).await;
    place(&world).await;
    world.run_with(SYNC_ORDERS, only_paid()).await;
    import(&world, &[world.waiting().await[0].id]).await.unwrap();
    world.work().await;
    let waiting = world.waiting().await;
    assert!(waiting[0].has_error && waiting[0].error_message.contains("no such order any more"));
    assert_eq!(world.skipped().await.len(), 1);
}

#[rstest]
#[tokio::test]
async fn every_filter_of_the_request_page_lets_through_what_it_says(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let at = |country: &str| json!({ "address1": "Street 1", "city": "Town", "countryCode": country, "lastName": "N" });
    let home = json!({ "name": "#1", "tags": ["tag1", "tag3"], "shippingAddress": at("NO"), "billingAddress": at("NO"),
        "customAttributes": [{ "key": "gift", "value": "yes" }] });
    let abroad = json!({ "name": "#2", "tags": ["TAG2", "a, b"], "shippingAddress": at("SE"), "billingAddress": at("DK"),
        "test": true });
    let tax = json!({ "title": "MVA", "rate": "0.25", "priceSet": kroner("40.00"), "channelLiable": true });
    let taxed = with(line("1000", 2, "100.00"), json!({ "taxLines": [tax] }));
    let home = store::place(&world.store, with(order(vec![taxed]), home)).await;
    let abroad = store::place(&world.store, with(order(vec![line("1000", 1, "10.00")]), abroad)).await;
    store::pay(&world.store, &home).await;
    let special = json!({ "channel": "Point of Sale", "company": { "name": "Nord AS", "location": "Oslo" } });
    store::make_special(&world.store, &abroad, special).await;
    let risk = "mutation($id: ID!) { orderRiskAssessmentCreate(orderRiskAssessmentInput: { orderId: $id,
        riskLevel: HIGH, facts: [] }) { userErrors { message } } }";
    store::graphql(&world.store, risk, json!({ "id": abroad })).await;
    let cases = [
        (vec![("fullyPaid", "true")], "#1"),
        (vec![("unpaid", "true")], "#2"),
        (vec![("financialStatus", "Paid")], "#1"),
        (vec![("financialStatus", "<>Paid")], "#2"),
        (vec![("fulfillmentStatus", "Unfulfilled"), ("orderNumber", "#2")], "#2"),
        (vec![("fulfillmentStatus", "Fulfilled|'Fulfillment Not Required'")], ""),
        (vec![("confirmed", "false")], ""),
        (vec![("importAction", "Update")], ""),
        (vec![("channelName", "Point*")], "#2"),
        (vec![("channelLiableTaxes", "true")], "#1"),
        (vec![("channelLiableTaxes", "false")], "#2"),
        (vec![("highRisk", "true")], "#2"),
        (vec![("shipToCountryRegionCode", "SE")], "#2"),
        (vec![("billToCountryRegionCode", "NO")], "#1"),
        (vec![("sellToCountryRegionCode", "<>SE&<>DK")], "#1"),
        (vec![("orderAmount", ">100")], "#1"),
        (vec![("purchasingEntity", "Company")], "#2"),
        (vec![("test", "false")], "#1"),
        (vec![("hasError", "false"), ("test", "true")], "#2"),
        (vec![("createdAt", "..-1D")], ""),
        (vec![("tags", "*tag1*")], "#1"),
        (vec![("tags", "@*tag2*")], "#2"),
        (vec![("tags", "<>*tag3*")], "#2"),
        (vec![("tags", "*nothing*|*tag3*")], "#1"),
        (vec![("tags", "*[a, b]*")], "#2"),
        (vec![("attributeKeyFilter", "gift"), ("attributeKeyExists", "true")], "#1"),
        (vec![("attributeKeyFilter", "gift"), ("attributeKeyExists", "false")], "#2"),
        (vec![("vatAmount", "<>0")], "#1"),
        (vec![("vatAmount", "0")], "#2"),
    ];
    for (filters, expected) in cases {
        let all = filters
            .iter()
            .fold(Filters::new(), |all, (field, text)| all.with(format!("OrdersToImport.{field}"), *text));
        world.run_with(SYNC_ORDERS, all).await;
        let staged: Vec<_> = world.staged().await.iter().map(|order| order.shopify_order_number.clone()).collect();
        assert_eq!(staged.join(" "), expected, "{filters:?}");
        world.forget_orders().await;
    }
}

#[rstest]
#[case::failed("true", "#1001")]
#[case::not_failed("false", "#1002")]
#[tokio::test]
async fn a_filter_on_errors_asks_whether_the_last_import_has_failed(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] has_error: &str,
    #[case] found: &str,
) {
    let world =
        World::spoilt(engine, |text| text.replace("\"amount\":\"77.0\"", "\"amount\":\"99999999999999.0\"")).await;
    let too_large = store::place(&world.store, order(vec![line("1000", 1, "77.00")])).await;
    let fine = place(&world).await;
    let only_first = Filters::new().with("OrdersToImport.orderNumber", "#1001");
    let first = world.run_with(SYNC_ORDERS, only_first).await;
    assert_eq!((first.created, first.failed), (0, 1));

    world.network().answers(|text| text);
    world.advance(10);
    for id in [&too_large, &fine] {
        store::pay(&world.store, id).await;
    }
    let filters = Filters::new().with("OrdersToImport.hasError", has_error);
    assert_eq!(world.run_with(SYNC_ORDERS, filters).await.created, 1);
    assert_eq!(world.staged().await[0].shopify_order_number, found);
    let [waiting] = &world.waiting().await[..] else { panic!("the other one waits") };
    assert_eq!(waiting.has_error, waiting.order_number == "#1001", "and its error stays with it");
}

#[rstest]
#[tokio::test]
async fn only_a_tax_that_the_channel_is_said_to_pay_makes_an_order_channel_liable(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    for liable in [true.into(), false.into(), Value::Null] {
        let tax = json!({ "title": "MVA", "rate": "0.25", "channelLiable": liable });
        let taxed = with(line("1000", 1, "100.00"), json!({ "taxLines": [tax] }));
        store::place(&world.store, order(vec![taxed])).await;
    }
    place(&world).await;
    world.run_with(SYNC_ORDERS, only_paid()).await;
    let liable: Vec<_> = world.waiting().await.iter().map(|row| row.channel_liable_taxes).collect();
    assert_eq!(liable, [true, false, false, false]);
}

#[rstest]
#[tokio::test]
async fn two_cards_split_one_queue_by_the_name_of_the_channel(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.add_shop("TILL").await;
    for channel in ["Online Store", "Point of Sale", "Point of Sale"] {
        let id = place(&world).await;
        store::make_special(&world.store, &id, json!({ "channel": channel })).await;
    }
    let of = |expression: &str| Filters::new().with("OrdersToImport.channelName", expression);
    world.run_with(SYNC_ORDERS, of("<>'Point of Sale'")).await;
    world.log_on("TILL", SYNC_ORDERS, of("Point of Sale")).await;
    let shops: Vec<_> = world.staged().await.iter().map(|order| order.shop_code.to_string()).collect();
    assert_eq!(shops, [SHOP, "TILL", "TILL"]);
    let cards = world.all::<shops::Entity>().await.len();
    assert_eq!((cards, world.waiting().await.len()), (2, 0));
}
