//! What items cost, as goods come and go.

use back_office::items::{self, Cost, CostingMethod};
use back_office::posting::Request;
use back_office::sales::DocumentType;
use back_office::{Error, Result};
use database::Engine;
use database::testing::start;
use rstest::rstest;
use values::money::Amount;

use super::warehouse::{found, lost, moved, ordered, place};
use crate::world::{World, amount};

impl World {
    async fn cost(&self, item: &str, cost: Cost) -> Result<items::Model> {
        let item = &self.item(item).await;
        self.test.db.write(|tx| async move { items::change_cost(&tx, item.clone(), cost, start()).await }).await
    }

    /// Sells so many and returns what they have cost.
    async fn sell(&self, at: &str, quantity: i32) -> Amount {
        let id = self.document(DocumentType::Order, &ordered(&place(at), quantity)).await;
        self.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
        -self.books().await.item.last().unwrap().cost_amount_actual
    }
}

#[rstest]
#[tokio::test]
async fn what_comes_makes_the_average_and_what_is_sold_takes_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.locations(&["EAST"]).await;
    world.adjust(&[found("SHIRT - MAIN", "10", "60"), found("SHIRT - EAST", "10", "80")]).await;
    let item = world.item("SHIRT").await;
    assert_eq!((item.unit_cost, item.version), (amount("70"), 2));
    assert_eq!(world.sell("SHIRT - MAIN", 5).await, amount("350"));
    // 15 are left, worth 1,050; 5 more for 100 each make 1,550 for 20.
    world.adjust(&[found("SHIRT - MAIN", "5", "100")]).await;
    assert_eq!(world.item("SHIRT").await.unit_cost, amount("77.5"));
    world.adjust(&[moved("SHIRT - MAIN", "EAST", "5"), lost("SHIRT - EAST", "2")]).await;
    assert_eq!(world.item("SHIRT").await.unit_cost, amount("77.5"));
    assert_eq!(world.books().await.item.last().unwrap().cost_amount_actual, amount("-155"));
}

#[rstest]
#[tokio::test]
async fn an_average_has_five_decimals_and_amounts_those_of_the_company(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.adjust(&[found("SHIRT - -", "2", "10"), found("SHIRT - -", "1", "10.01")]).await;
    assert_eq!(world.item("SHIRT").await.unit_cost, amount("10.00333"));
    assert_eq!(world.sell("SHIRT - -", 3).await, amount("30.01"));
    assert_eq!(world.books().await.balance(&["1460"]), Amount::ZERO);
}

#[rstest]
#[tokio::test]
async fn where_nothing_was_there_an_item_costs_what_has_come(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.cost("SHIRT", Cost::Average(amount("60"))).await.unwrap();
    assert_eq!(world.sell("SHIRT - -", 2).await, amount("120"));
    world.adjust(&[found("SHIRT - -", "1", "90")]).await;
    assert_eq!(world.item("SHIRT").await.unit_cost, amount("90"));
    world.adjust(&[found("SHIRT - -", "10", "70")]).await;
    assert_eq!(world.item("SHIRT").await.unit_cost, amount("70"));
}

#[rstest]
#[tokio::test]
async fn a_standard_cost_stays_whatever_comes_and_a_new_one_holds_from_then_on(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.cost("SHIRT", Cost::Standard(amount("60"))).await.unwrap();
    world.adjust(&[found("SHIRT - -", "10", "60")]).await;
    assert_eq!(world.sell("SHIRT - -", 1).await, amount("60"));
    let item = world.cost("SHIRT", Cost::Standard(amount("65"))).await.unwrap();
    assert_eq!(
        (item.costing_method, item.unit_cost, item.standard_cost),
        (CostingMethod::Standard, amount("65"), amount("65"))
    );
    world.adjust(&[found("SHIRT - -", "10", "65")]).await;
    assert_eq!(world.sell("SHIRT - -", 1).await, amount("65"));
}

#[rstest]
#[tokio::test]
async fn what_follows_from_entries_is_not_entered(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.cost("SHIRT", Cost::Average(amount("50"))).await.unwrap();
    world.adjust(&[found("SHIRT - -", "10", "60")]).await;
    let by_hand = world.cost("SHIRT", Cost::Average(amount("61"))).await.unwrap_err();
    let expected = "you cannot change Unit Cost of item SHIRT: it has item ledger entries, from which it follows";
    assert_eq!(by_hand.to_string(), expected);
    let method = world.cost("SHIRT", Cost::Standard(amount("60"))).await.unwrap_err();
    assert!(matches!(method, Error::HasEntries { field: "Costing Method", .. }));
    world.cost("SHIRT", Cost::Average(amount("60"))).await.unwrap();
    let negative = world.cost("CUP", Cost::Standard(amount("-1"))).await.unwrap_err();
    assert_eq!(negative.to_string(), "the cost -1 is less than nothing: enter 0 or more");
}

#[rstest]
#[tokio::test]
async fn changing_an_item_keeps_what_it_costs_meanwhile(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let before = &world.item("SHIRT").await;
    world.adjust(&[found("SHIRT - -", "10", "60")]).await;
    let change = &items::Change { description: Some("Blue shirt".into()), ..Default::default() };
    let random = &world.random;
    let write = |tx| async move { items::change(&tx, before.clone(), change, start(), random).await };
    world.test.db.write(write).await.unwrap();
    let item = world.item("SHIRT").await;
    assert_eq!((item.description.as_str(), item.unit_cost), ("Blue shirt", amount("60")));
}
