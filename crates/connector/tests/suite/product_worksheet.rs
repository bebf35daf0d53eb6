//! The mapping worksheet: what the variants are that have no item yet, proposed, chosen and accepted.

use back_office::items;
use connector::products::{Reason, matches};
use database::Engine;
use rstest::rstest;
use serde_json::json;
use values::Code;

use crate::store::{self, order};
use crate::world::shelf::{simple, sized};
use crate::world::{SHOP, World, kari};

async fn propose(world: &World) -> (u64, u64) {
    let proposed = matches::propose(&world.connector, &kari(), SHOP).await.unwrap();
    (proposed.proposed, proposed.unknown)
}

#[rstest]
#[tokio::test]
async fn each_proposal_says_how_sure_it_is_and_why_and_what_is_there_twice_comes_first(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.taking_products("").await;
    world.add_variant("1000", "RED").await;
    world.add_reference("3000", "", "590123").await;
    world.add_items(&[("4000", "HIGH")]).await;
    world.mend_title("4000", "Blanket, blue wool").await;
    world.put_product(sized("Shirt", "Colour", &[("Red", "1000|RED")])).await;
    world.put_product(simple("Stove", "2000")).await;
    let mut lamp = simple("Lamp", "L-1");
    lamp["variants"][0]["barcode"] = "590123".into();
    world.set(&[("findMappingByBarcode", "false")]).await;
    world.put_product(lamp).await;
    world.put_product(simple("Blue wool blanket", "NONE-1")).await;
    world.put_product(simple("Zebra", "NONE-2")).await;
    world.put_product(sized("Sock", "Size", &[("S", "TWICE"), ("M", "TWICE")])).await;
    world.sync_products().await;
    world.forget_calls();
    assert_eq!(propose(&world).await, (4, 3));
    assert_eq!(world.calls().0, 0, "nothing is asked of the store");

    let rows = world.worksheet().await;
    let told: Vec<_> = rows
        .iter()
        .map(|row| (row.sku.as_str(), row.item_number.as_str(), row.variant_code.as_str(), row.score, row.reason))
        .collect();
    assert_eq!(told[0].0, "TWICE");
    assert_eq!(rows[0].remark, "2 variants have the SKU 'TWICE'.");
    assert!(rows[0].duplicate && rows[1].duplicate && !rows[4].duplicate);
    assert!(told.contains(&("1000|RED", "1000", "RED", 100, Reason::ItemNumberAndVariantCode)), "{told:?}");
    assert!(told.contains(&("2000", "2000", "", 98, Reason::ItemNumber)), "{told:?}");
    assert!(told.contains(&("L-1", "3000", "", 95, Reason::BarCode)), "{told:?}");
    let by_title = told.iter().find(|row| row.0 == "NONE-1").unwrap();
    assert_eq!((by_title.1, by_title.3, by_title.4), ("4000", 80, Reason::Title));
    assert_eq!(*told.last().unwrap(), ("NONE-2", "", "", 0, Reason::Blank));
}

#[rstest]
#[tokio::test]
async fn what_is_accepted_is_linked_and_what_a_person_has_chosen_stays_in_the_worksheet(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.taking_products("Bar Code").await;
    world.put_product(simple("Stove", "2000")).await;
    world.put_product(simple("Zebra", "NONE")).await;
    world.sync_products().await;
    let variants = store::graphql(&world.store, "{ productVariants(first: 1) { nodes { id } } }", json!({})).await;
    let sold = json!({ "variantId": variants["productVariants"]["nodes"][0]["id"], "quantity": 1 });
    store::place(&world.store, order(vec![sold])).await;
    assert_eq!(world.sync_orders().await.skipped, 1);
    assert_eq!(propose(&world).await, (1, 1));
    let rows = world.worksheet().await;
    let (stove, zebra) = (rows[0].id, rows[1].id);
    let refused = matches::accept(&world.connector, &kari(), &[stove, zebra]).await.unwrap_err().to_string();
    assert!(refused.contains("'Zebra' has no item"), "{refused}");
    assert_eq!(world.mapped().await, ["", ""], "all of them or none");

    let same = (&Code::cut("2000"), &Code::blank());
    matches::choose(&world.connector, &kari(), stove, same).await.unwrap();
    assert_eq!(world.worksheet().await[0].reason, rows[0].reason, "what stays as it was proposed is no one's choice");
    let to = (&Code::cut("3000"), &Code::blank());
    matches::choose(&world.connector, &kari(), zebra, to).await.unwrap();
    assert_eq!(propose(&world).await, (1, 1));
    let places: Vec<_> = world.worksheet().await.iter().map(|row| row.position).collect();
    assert_eq!(places, [1, 2], "each has a place of its own");
    let chosen = world.worksheet().await.into_iter().find(|row| row.id == zebra).unwrap();
    assert_eq!((chosen.item_number.as_str(), chosen.reason), ("3000", Reason::Person));

    let all: Vec<_> = world.worksheet().await.iter().map(|row| row.id).collect();
    assert_eq!(matches::accept(&world.connector, &kari(), &all).await.unwrap(), 2);
    let log = world.all::<access::audit_entry::Entity>().await;
    let mapped = log.iter().find(|entry| entry.action == "products mapped from the worksheet").unwrap();
    assert!(mapped.user_name == "KARI" && mapped.detail.contains("\"linked\":2"), "{}", mapped.detail);
    assert_eq!(world.mapped().await, ["2000", "3000"]);
    assert_eq!(world.worksheet().await, []);
    assert_eq!(world.products().await.iter().map(|one| one.item_number.as_str()).collect::<Vec<_>>(), ["2000", "3000"]);
    assert_eq!(world.create_sales_orders().await.created, 1, "the order that waited for the stove is taken up");
}

#[rstest]
#[tokio::test]
async fn two_thousand_skus_are_proposed_in_a_few_dozen_statements(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.taking_products("Bar Code").await;
    let items: Vec<String> = (1..=2_000).map(|number| format!("SKU{number:05}")).collect();
    world.add_numbered(&items).await;
    for some in items.chunks(250) {
        let sizes: Vec<(&str, &str)> = some.iter().map(|sku| (sku.as_str(), sku.as_str())).collect();
        world.put_product(sized(&format!("Of {}", some[0]), "Kind", &sizes)).await;
    }
    world.sync_products().await;
    let before = world.test.db.statements();
    assert_eq!(propose(&world).await, (2_000, 0));
    let statements = world.test.db.statements() - before;
    assert!(statements < 60, "{statements} statements");
    let rows = world.worksheet().await;
    assert!(rows.iter().all(|row| row.item_number.as_str() == row.sku && row.score == 98));
}

impl World {
    async fn mend_title(&self, number: &str, description: &str) {
        let item = self.all::<items::Entity>().await.into_iter().find(|item| item.number == number).unwrap();
        let change = &items::Change { description: Some(description.into()), ..items::Change::default() };
        let now = database::testing::start();
        let (item, random) = (&item, self.connector.random());
        let write = |tx| async move { items::change(&tx, item.clone(), change, now, random).await };
        self.test.db.write(write).await.unwrap();
    }
}
