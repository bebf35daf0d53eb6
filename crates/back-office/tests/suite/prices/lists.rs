//! What may stand on a price list.

use back_office::prices::line::{AmountType, Asset};
use back_office::prices::list::{Source, Status};
use back_office::prices::{self, ChangeLine, NewList, NewPrice};
use database::Engine;
use database::testing::start;
use rstest::rstest;

use super::documents::unpriced;
use super::shelf::{discount, for_all, price};
use crate::world::{World, code, day, order};

#[rstest]
#[tokio::test]
async fn a_list_holds_while_it_is_active(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let list = world.try_list(&for_all("ALL"), &[price("SHIRT", "90")]).await.unwrap();
    let mut prices = Vec::new();
    for status in [Status::Draft, Status::Active, Status::Inactive] {
        world.set_status(&list, status).await;
        let (_, lines) = world.made(&order(false, vec![unpriced("SHIRT", 1)])).await;
        prices.push(lines[0].unit_price);
    }
    assert_eq!(prices, [0.into(), 90.into(), 0.into()]);
}

#[rstest]
#[case(price("HAT", "1"), "there is no item HAT: create it, or choose another")]
#[case(
    NewPrice { variant_code: code("RED"), ..price("CUP", "1") },
    "there is no item variant RED of item CUP: create it, or choose another"
)]
#[case(
    NewPrice { unit_of_measure_code: code("TON"), ..price("CUP", "1") },
    "there is no item unit of measure TON of item CUP: create it, or choose another"
)]
#[case(
    NewPrice { asset_type: Asset::ItemDiscountGroup, ..discount("CLOTHES", 5) },
    "there is no item discount group CLOTHES: create it, or choose another"
)]
#[case(
    NewPrice { starting_date: Some(day("2026-02-01")), ending_date: Some(day("2026-01-31")), ..price("CUP", "1") },
    "Ending Date '2026-01-31' lies before the starting date: choose a later day"
)]
#[case(price("CUP", "-1"), "Unit Price '-1' must be 0 or greater")]
#[case(discount("CUP", 101), "Line Discount % '101' must lie between 0 and 100")]
#[case(
    NewPrice { minimum_quantity: (-1).into(), ..price("CUP", "1") },
    "Minimum Quantity '-1' must be 0 or greater"
)]
#[tokio::test]
async fn what_does_not_fit_is_refused_and_nothing_is_made(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] line: NewPrice,
    #[case] sentence: &str,
) {
    let world = World::new(engine).await;
    let refused = world.try_list(&for_all("ALL"), &[price("SHIRT", "1"), line]).await.unwrap_err();
    assert_eq!(refused.to_string(), sentence);
    assert!(world.try_list(&for_all("ALL"), &[]).await.is_ok());
}

#[rstest]
#[case(Source::Customer, "C9", "there is no customer C9: create it, or choose another")]
#[case(Source::PriceGroup, "X", "there is no customer price group X: create it, or choose another")]
#[case(Source::DiscountGroup, "X", "there is no customer discount group X: create it, or choose another")]
#[case(
    Source::AllCustomers,
    "C00001",
    "Source No. 'C00001' must be blank for all customers, and say for whom the list is otherwise"
)]
#[case(Source::Customer, "", "Source No. '' must be blank for all customers, and say for whom the list is otherwise")]
#[tokio::test]
async fn a_list_is_for_someone_who_is_there(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] source: Source,
    #[case] number: &str,
    #[case] sentence: &str,
) {
    let world = World::new(engine).await;
    let refused = world.try_list(&NewList::new(code("L"), source, code(number)), &[]).await.unwrap_err();
    assert_eq!(refused.to_string(), sentence);
}

#[rstest]
#[tokio::test]
async fn price_groups_have_no_discounts_and_there_is_one_list_of_a_code(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let (id, description) = (world.random.id(start()), String::new());
    world.insert(back_office::customer_price_groups::Model { id, code: code("DEALER"), description }).await;
    let dealers = NewList::new(code("L"), Source::PriceGroup, code("DEALER"));
    let refused = world.try_list(&dealers, &[discount("CUP", 5)]).await.unwrap_err();
    assert_eq!(refused.to_string(), "Amount Type 'Discount' must be Price: a customer price group has no discounts");
    world.try_list(&dealers, &[price("CUP", "5")]).await.unwrap();
    let twice = world.try_list(&dealers, &[]).await.unwrap_err();
    assert_eq!(twice.to_string(), "price list L already exists: choose another number");
}

#[rstest]
#[tokio::test]
async fn an_active_list_is_not_changed(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let list = world.active(&for_all("ALL"), &[price("CUP", "5"), price("SHIRT", "7")]).await;
    let lines = world.price_lines(&list).await;
    assert_eq!(lines.iter().map(|line| line.line_number).collect::<Vec<_>>(), [10_000, 20_000]);
    let (line, lines) = (&lines[0], &lines);
    let dearer = &ChangeLine { unit_price: Some(6.into()), amount_type: Some(AmountType::Price), ..Default::default() };
    let change = |tx| async move { prices::change_line(&tx, line.clone(), dearer, start()).await };
    let refused = world.test.db.write(change).await.unwrap_err().to_string();
    let sentence =
        "price list ALL is active: set its status to Draft before you change it, and to Active again afterwards";
    assert_eq!(refused, sentence);
    let delete = |tx| async move { prices::delete_line(&tx, &lines[1], start()).await };
    assert_eq!(world.test.db.write(delete).await.unwrap_err().to_string(), sentence);
    world.set_status(&list, Status::Draft).await;
    world.test.db.write(change).await.unwrap();
    world.test.db.write(delete).await.unwrap();
    let left = world.price_lines(&list).await;
    assert_eq!(left.iter().map(|line| line.unit_price).collect::<Vec<_>>(), [6.into()]);
    let list = &world.set_status(&list, Status::Inactive).await;
    assert_eq!(list.version, 7);
    world.test.db.write(|tx| async move { prices::delete_list(&tx, list).await }).await.unwrap();
    assert_eq!(world.price_lines(list).await, []);
}
