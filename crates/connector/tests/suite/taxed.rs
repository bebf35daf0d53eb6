//! Which address of an order says where it is taxed.

use back_office::sales_tax;
use connector::mappings::tax_area;
use database::Engine;
use rstest::rstest;
use serde_json::{Value, json};

use crate::store::{self, line, order, with};
use crate::world::World;

/// New York and Texas are taxed, and an order where the first of its addresses is that has a city.
pub async fn tax(world: &World, priority: &str) {
    world.set(&[("taxAreaPriority", priority)]).await;
    for (code, county) in [("NEWYORK", "New York"), ("TEXAS", "Texas")] {
        world.keep::<sales_tax::area::Entity>(&[("code", code)]).await.unwrap();
        let taxed = [("taxAreaCode", code), ("taxLiable", "true")];
        world.mend::<tax_area::Entity>(|area| area.county == county, &taxed).await.unwrap();
    }
}

/// An address in a state of the United States.
pub fn address(city: &str, state: &str) -> Value {
    json!({ "city": city, "provinceCode": state, "countryCode": "US", "address1": "1 Main St" })
}

/// The tax area of an order whose goods go to one address and which another pays.
async fn area_of(world: &World, ship: Value, bill: Value) -> String {
    world.advance(5);
    let addresses = json!({ "shippingAddress": ship, "billingAddress": bill });
    store::place(&world.store, with(order(vec![line("1000", 1, "125.00")]), addresses)).await;
    world.sync_orders().await;
    world.staged().await.pop().unwrap().tax_area_code.to_string()
}

#[rstest]
#[case("Ship-to -> Bill-to -> Sell-to", "NEWYORK")]
#[case("Sell-to -> Bill-to -> Ship-to", "NEWYORK")]
#[case("Bill-to -> Sell-to -> Ship-to", "TEXAS")]
#[case("Bill-to -> Ship-to -> Sell-to", "TEXAS")]
#[case("No Taxes", "")]
#[tokio::test]
async fn the_first_address_that_the_shop_card_names_says_where_an_order_is_taxed(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] priority: &str,
    #[case] expected: &str,
) {
    let world = World::new(engine).await;
    tax(&world, priority).await;
    assert_eq!(area_of(&world, address("Albany", "NY"), address("Dallas", "TX")).await, expected);
}

#[rstest]
#[tokio::test]
async fn only_an_address_without_a_city_gives_way_to_the_next(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    tax(&world, "Bill-to -> Ship-to -> Sell-to").await;
    assert_eq!(area_of(&world, address("Albany", "NY"), address("", "TX")).await, "NEWYORK");
    let nowhere = area_of(&world, address("Albany", "NY"), address("Portland", "OR")).await;
    assert_eq!(nowhere, "", "where the first is not taxed, the next is not asked");
}
