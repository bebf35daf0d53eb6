//! Locations, payment terms and ways of sending goods, as a store has set them up; and from where the goods of orders are
//! sent and come back to.

use connector::mappings::{self, payment_terms, shipment_method};
use connector::orders::staged::line as staged_line;
use connector::shops::lists::Refreshed;
use connector::{Error, locations};
use database::Engine;
use rstest::rstest;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use serde_json::json;

use crate::paid_back::{self, paid, pieces, refund};
use crate::store::{self, graphql, line, order, with};
use crate::world::{SHOP, World, kari};

pub const TORGET: &str = "Torget";

/// Adds a location to the store.
pub async fn open_location(world: &World, name: &str) -> String {
    let document = "mutation($input: LocationAddInput!) { locationAdd(input: $input) {
        location { id } userErrors { message } } }";
    let input = json!({ "name": name, "address": { "countryCode": "NO" } });
    let data = graphql(&world.store, document, json!({ "input": input })).await;
    data["locationAdd"]["location"]["id"].as_str().unwrap().to_owned()
}

/// Sends the last line of an order from another location.
async fn move_last_line(world: &World, order: &str, location: &str) {
    let document = "query($id: ID!) { order(id: $id) { fulfillmentOrders(first: 5) { nodes { id
        lineItems(first: 5) { nodes { id totalQuantity } } } } } }";
    let waiting = graphql(&world.store, document, json!({ "id": order })).await;
    let waiting = &waiting["order"]["fulfillmentOrders"]["nodes"][0];
    let last = waiting["lineItems"]["nodes"].as_array().unwrap().last().unwrap();
    let document = "mutation($id: ID!, $to: ID!, $lines: [FulfillmentOrderLineItemInput!]) {
        fulfillmentOrderMove(id: $id, newLocationId: $to, fulfillmentOrderLineItems: $lines) {
            userErrors { message } } }";
    let lines = json!([{ "id": last["id"], "quantity": last["totalQuantity"] }]);
    let variables = json!({ "id": waiting["id"], "to": location, "lines": lines });
    let data = graphql(&world.store, document, variables).await;
    assert_eq!(data["fulfillmentOrderMove"]["userErrors"], json!([]));
}

pub async fn refresh(world: &World) -> Refreshed {
    locations::refresh(&world.connector, &kari(), SHOP).await.unwrap()
}

/// Says which location of the back office a location of the store is.
pub async fn map(world: &World, name: &str, code: &str) {
    let is_it = |row: &locations::Model| row.name == name;
    world.mend::<locations::Entity>(is_it, &[("defaultLocationCode", code)]).await.unwrap();
}

pub fn number(id: &str) -> i64 {
    id.rsplit('/').next().unwrap().parse().unwrap()
}

#[rstest]
#[tokio::test]
async fn what_a_store_has_set_up_is_read_when_its_shop_is_enabled(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let places = world.all::<locations::Entity>().await;
    assert_eq!(places.len(), 1);
    assert_eq!((places[0].name.as_str(), places[0].active), ("Lager Bergen", true));
    assert!(places[0].default_location_code.is_blank() && !places[0].is_fulfillment_service);
    assert_eq!(world.all::<payment_terms::Entity>().await.len(), 9);
    let mut names: Vec<_> = world.all::<shipment_method::Entity>().await.into_iter().map(|row| row.name).collect();
    names.sort();
    assert_eq!(names, ["Express", "International", "Standard"], "what is switched off is left out");
}

#[rstest]
#[tokio::test]
async fn who_asks_again_gets_what_is_new_and_keeps_what_is_mapped(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.add_location("BLUE").await;
    map(&world, "Lager Bergen", "BLUE").await;
    open_location(&world, TORGET).await;
    world.forget_calls();
    assert_eq!(refresh(&world).await, Refreshed { found: 2, new: 1, changed: 0 });
    assert_eq!(world.calls(), (1, 13));
    assert_eq!(refresh(&world).await, Refreshed { found: 2, new: 0, changed: 0 });
    let codes: Vec<_> = world.all::<locations::Entity>().await;
    let mut codes: Vec<_> = codes.iter().map(|row| (row.name.as_str(), row.default_location_code.as_str())).collect();
    codes.sort_unstable();
    assert_eq!(codes, [("Lager Bergen", "BLUE"), (TORGET, "")]);

    let is_net = |row: &payment_terms::Model| row.name == "Net 30";
    world.mend::<payment_terms::Entity>(is_net, &[("isPrimary", "true")]).await.unwrap();
    for name in ["Fixed", "Net 60"] {
        world.remove::<payment_terms::Entity>(|row| row.name == name).await.unwrap();
    }
    let named_alone = [("shopCode", SHOP), ("type", "Net"), ("name", "Net 60")];
    world.keep::<payment_terms::Entity>(&named_alone).await.unwrap();
    world.forget_calls();
    let terms = mappings::refresh_payment_terms(&world.connector, &kari(), SHOP).await.unwrap();
    assert_eq!((terms, world.calls()), (Refreshed { found: 9, new: 1, changed: 1 }, (1, 1)));
    let kept = world.all::<payment_terms::Entity>().await;
    assert!(kept.iter().any(|row| row.is_primary && row.name == "Net 30"));
    let of_store = |name: &str| {
        let row = kept.iter().find(|row| row.name == name).unwrap();
        (row.shopify_payment_terms_id, row.due_in_days, row.description.as_str())
    };
    assert_eq!(of_store("Net 30"), (4, 30, "Within 30 days"));
    assert_eq!(of_store("Net 60"), (5, 60, "Within 60 days"), "what was named alone is completed");
    assert_eq!(of_store("Fixed"), (7, 0, "Fixed date"));
    world.forget_calls();
    let methods = mappings::refresh_shipment_methods(&world.connector, &kari(), SHOP).await.unwrap();
    assert_eq!((methods, world.calls().0), (Refreshed { found: 3, new: 0, changed: 0 }, 1));
}

#[rstest]
#[tokio::test]
async fn what_the_app_may_not_read_is_named(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.store.handle().grant_scopes(None, &["read_orders", "read_customers", "read_products"]).unwrap();
    connector::shops::test(&world.connector, SHOP).await.unwrap();
    let refused = locations::refresh(&world.connector, &kari(), SHOP).await.unwrap_err();
    assert!(matches!(refused, Error::NoScope { scope: "read_locations", .. }), "{refused}");
    assert!(refused.to_string().contains("lacks the access scope read_locations"), "{refused}");
}

#[rstest]
#[tokio::test]
async fn the_lines_of_a_document_are_at_the_locations_that_send_them(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    for code in ["BLUE", "RED"] {
        world.add_location(code).await;
    }
    let torget = open_location(&world, TORGET).await;
    refresh(&world).await;
    map(&world, "Lager Bergen", "BLUE").await;
    map(&world, TORGET, "RED").await;
    let sent = |line| with(line, json!({ "requiresShipping": true }));
    let goods = || order(vec![sent(line("1000", 1, "100.00")), sent(line("2000", 2, "50.00"))]);
    store::place(&world.store, goods()).await;
    let split = store::place(&world.store, goods()).await;
    move_last_line(&world, &split, &torget).await;
    world.forget_calls();
    world.sync_orders().await;
    assert_eq!(world.calls().0, 2, "a page, and a call for all orders that are sent from several places");
    let mut staged = world.all::<staged_line::Entity>().await;
    staged.sort_by_key(|line| line.line_id);
    let (bergen, torget) = (number(paid_back::LOCATION), number(&torget));
    let places: Vec<_> = staged.iter().map(|line| line.location_id).collect();
    assert_eq!(places, [bergen, bergen, bergen, torget]);
    assert!(staged.iter().all(|line| line.delivery_method_type.to_string() == "Shipping"));

    world.create_sales_orders().await;
    let mut codes = Vec::new();
    for document in world.sales_orders().await {
        let lines = world.sales_lines(&document).await;
        codes.push(lines.iter().map(|line| line.location_code.to_string()).collect::<Vec<_>>());
    }
    assert_eq!(codes, [["BLUE", "BLUE"], ["BLUE", "RED"]]);

    // A location that a document may name stays, and a second look says nothing new.
    let kept = world.remove::<back_office::locations::Entity>(|row| row.code == "RED").await.unwrap_err();
    assert!(kept.to_string().contains("RED"), "{kept}");
    world.advance(5);
    assert_eq!(world.sync_orders().await.updated, 0);
}

#[rstest]
#[tokio::test]
async fn what_is_mapped_to_nothing_has_no_location(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    store::place(&world.store, order(vec![line("1000", 1, "100.00")])).await;
    world.sync_orders().await;
    world.create_sales_orders().await;
    let document = world.sales_orders().await.remove(0);
    assert!(world.sales_lines(&document).await[0].location_code.is_blank());
}

async fn paid_back(world: &World, priority: &str) -> String {
    for code in ["BLUE", "RETURNS"] {
        world.add_location(code).await;
    }
    map(world, "Lager Bergen", "BLUE").await;
    world
        .set(&[
            ("returnLocation", "RETURNS"),
            ("returnLocationPriority", priority),
            ("autoCreateOrders", "true"),
            ("returnAndRefundProcess", "Auto Create Sales Document"),
        ])
        .await;
    let goods = with(order(vec![line("1000", 1, "100.00")]), paid("100.00"));
    let id = store::place(&world.store, goods).await;
    world.sync_orders().await;
    paid_back::send(&world.store, &id).await;
    let (lines, _) = paid_back::parts(&world.store, &id).await;
    refund(&world.store, &id, vec![pieces(&lines[0], 1, "RETURN")], Some("100.00"), json!({})).await;
    world.advance(5);
    world.sync_orders().await;
    let documents = world.sales_orders().await;
    let memo = documents.iter().find(|document| !document.document_type.sells()).unwrap();
    world.sales_lines(memo).await[0].location_code.to_string()
}

#[rstest]
#[tokio::test]
async fn goods_come_back_to_where_they_are_in_shopify_if_the_shop_card_says_so(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[values(("Default Return Location", "RETURNS"), ("Original -> Default Location", "BLUE"))] case: (&str, &str),
) {
    let world = World::new(engine).await;
    assert_eq!(paid_back(&world, case.0).await, case.1);
}

#[rstest]
#[tokio::test]
async fn new_products_are_stocked_at_own_locations_or_at_those_of_services(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let service = locations::ActiveModel { is_fulfillment_service: sea_orm::Set(true), ..Default::default() };
    open_location(&world, "Posten").await;
    refresh(&world).await;
    let update = &locations::Entity::update_many().set(service).filter(locations::Column::Name.eq("Posten"));
    world
        .test
        .db
        .write(|tx| async move { update.clone().exec(&tx).await.map_err(database::Error::from) })
        .await
        .unwrap();
    let yes = [("defaultProductLocation", "true")];
    world.mend::<locations::Entity>(|row| row.name == "Posten", &yes).await.unwrap();
    let refused = world.mend::<locations::Entity>(|row| row.name == "Lager Bergen", &yes).await.unwrap_err();
    assert!(refused.to_string().contains("Posten is a default product location"), "{refused}");
}
