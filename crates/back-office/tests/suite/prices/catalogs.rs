//! Prices of many items at once, for someone who need not be a customer.

use back_office::prices::list::Source;
use back_office::prices::{self, Found, NewList, NewPrice, Terms, Wanted};
use back_office::{Result, customer_price_groups, sales_setup};
use database::Engine;
use database::testing::start;
use rstest::rstest;
use sea_orm::Set;
use values::Code;
use values::money::Price;

use super::shelf::{discount, for_all, price};
use crate::world::{World, code, day};

fn wanted(item: &str, quantity: i32) -> Wanted {
    Wanted {
        item_number: code(item),
        variant_code: Code::blank(),
        unit_of_measure_code: Code::blank(),
        quantity: quantity.into(),
    }
}

async fn sought(world: &World, terms: &Terms, wanted: &[Wanted]) -> Vec<Result<Found>> {
    world.test.db.read(|r| async move { prices::find_many(&r, terms, wanted).await }).await.unwrap()
}

#[rstest]
#[tokio::test]
async fn many_are_priced_at_once_each_with_its_own_error(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.own_prices("200").await;
    let (id, description) = (world.random.id(start()), String::new());
    world.insert(customer_price_groups::Model { id, code: code("DEALER"), description }).await;
    let dealers = NewList::new(code("D"), Source::PriceGroup, code("DEALER"));
    world.active(&dealers, &[price("CUP", "50"), NewPrice { minimum_quantity: 10.into(), ..price("CUP", "40") }]).await;
    world.active(&for_all("ALL"), &[discount("SHIRT", 15)]).await;
    let terms = Terms { customer_price_group: code("DEALER"), ..Terms::on(day("2026-03-10")) };
    let all = [wanted("CUP", 1), wanted("HAT", 1), wanted("SHIRT", 1), wanted("CUP", 10)];
    let found = sought(&world, &terms, &all).await;
    assert_eq!(found[0].as_ref().unwrap().unit_price, 50.into());
    assert_eq!(found[1].as_ref().unwrap_err().to_string(), "there is no item HAT: create it, or choose another");
    let shirt = found[2].as_ref().unwrap();
    assert_eq!((shirt.unit_price, shirt.line_discount_percent), (200.into(), 15.into()));
    assert_eq!(found[3].as_ref().unwrap().unit_price, 40.into());
    let cup = &wanted("CUP", 1);
    let one = world.test.db.read(|r| async move { prices::find(&r, &Terms::on(day("2026-03-10")), cup).await }).await;
    assert_eq!(one.unwrap().unit_price, 200.into());
}

#[rstest]
#[tokio::test]
async fn more_items_than_a_statement_names_have_the_same_prices(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    const MANY: usize = 1_500;
    let world = World::new(engine).await;
    world.own_prices("200").await;
    world.active(&for_all("ALL"), &[price("CUP", "50"), discount("SHIRT", 15)]).await;
    let terms = Terms::on(day("2026-03-10"));
    let few = sought(&world, &terms, &[wanted("CUP", 1), wanted("SHIRT", 1)]).await;
    let nothing = (0..MANY).map(|at| wanted(&format!("NOTHING{at}"), 1));
    let many: Vec<Wanted> = [wanted("CUP", 1), wanted("SHIRT", 1)].into_iter().chain(nothing).collect();
    let many = sought(&world, &terms, &many).await;
    for (one, same) in few.iter().zip(&many) {
        assert_eq!(one.as_ref().unwrap(), same.as_ref().unwrap());
    }
    assert_eq!(many.len(), MANY + 2);
    assert!(many[2..].iter().all(Result::is_err));
}

#[rstest]
#[tokio::test]
async fn the_sales_set_up_says_whose_vat_prices_have_in_them(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let including = NewList { price_includes_vat: true, ..for_all("ALL") };
    world.active(&including, &[price("SHIRT", "125")]).await;
    let abroad = Terms {
        prices_including_vat: true,
        vat_business_posting_group: code("EXPORT"),
        ..Terms::on(day("2026-03-10"))
    };
    let shirt = [wanted("SHIRT", 1)];
    let unit_price = |found: &[Result<Found>]| -> Price { found[0].as_ref().unwrap().unit_price };
    assert_eq!(unit_price(&sought(&world, &abroad, &shirt).await), 125.into());
    let home =
        sales_setup::ActiveModel { vat_business_posting_group_price: Set(code("DOMESTIC")), ..Default::default() };
    world.change(home).await;
    assert_eq!(unit_price(&sought(&world, &abroad, &shirt).await), 100.into());
}
