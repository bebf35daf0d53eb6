//! What becomes of a line, and of the document, when it is changed.

use back_office::items::{unit_of_measure, variant};
use back_office::prices::NewPrice;
use back_office::prices::list::Status;
use back_office::sales::{ChangeLine, NewDocument};
use database::Engine;
use database::testing::start;
use rstest::rstest;
use values::money::{Amount, Percent, Price};

use crate::prices::documents::unpriced;
use crate::prices::shelf::{discount, for_all, price};
use crate::world::{World, amount, charged, code, order, sold};

async fn variants(world: &World) {
    let red = variant::Model {
        id: world.random.id(start()),
        item_number: code("SHIRT"),
        code: code("RED"),
        description: "The red shirt".into(),
        blocked: false,
        sales_blocked: false,
    };
    world.insert(red).await;
    let dozen = unit_of_measure::Model {
        id: world.random.id(start()),
        item_number: code("SHIRT"),
        code: code("BOX"),
        quantity_per_unit_of_measure: 12.into(),
    };
    world.insert(dozen).await;
}

fn quantity(quantity: i32) -> ChangeLine {
    ChangeLine { quantity: Some(quantity.into()), ..ChangeLine::default() }
}

#[rstest]
#[tokio::test]
async fn another_quantity_finds_its_price_and_plans_all_of_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let many = NewPrice { minimum_quantity: 10.into(), ..price("SHIRT", "80") };
    world.active(&for_all("ALL"), &[price("SHIRT", "100"), many, discount("SHIRT", 5)]).await;
    let (header, _) = world.made(&order(false, vec![sold("SHIRT", 1, "123", "23")])).await;
    let changed = world.change_line(header.id, 1, quantity(10)).await.unwrap();
    let (_, lines) = world.checked(header.id).await;
    assert_eq!((lines[0].unit_price, lines[0].line_discount_percent), (80.into(), 5.into()));
    assert_eq!((lines[0].quantity_to_ship, lines[0].quantity_to_invoice), (10.into(), 10.into()));
    assert_eq!((changed.amount, changed.version), (amount("760"), 2));
}

#[rstest]
#[tokio::test]
async fn a_price_by_hand_stays_where_no_price_list_has_one(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    variants(&world).await;
    world.own_prices("200").await;
    let (header, _) = world.made(&order(false, vec![sold("SHIRT", 1, "150", "15")])).await;
    let red = ChangeLine { variant_code: Some(code("RED")), ..quantity(3) };
    world.change_line(header.id, 1, red).await.unwrap();
    let (_, lines) = world.checked(header.id).await;
    assert_eq!((lines[0].unit_price, lines[0].line_discount_percent), (150.into(), 10.into()));
    assert_eq!((lines[0].line_amount, lines[0].description.as_str()), (amount("405"), "The red shirt"));
    let boxes = ChangeLine { unit_of_measure_code: Some(code("BOX")), ..ChangeLine::default() };
    world.change_line(header.id, 1, boxes).await.unwrap();
    let (_, lines) = world.checked(header.id).await;
    assert_eq!((lines[0].unit_price, lines[0].line_discount_percent), (2400.into(), Percent::ZERO));
    assert_eq!(lines[0].quantity_per_unit_of_measure, 12.into());
}

#[rstest]
#[case(ChangeLine { unit_price: Some(50.into()), ..ChangeLine::default() }, 50, 10, "90")]
#[case(ChangeLine { line_discount_percent: Some(25.into()), ..ChangeLine::default() }, 100, 25, "150")]
#[case(ChangeLine { line_discount_amount: Some(amount("40")), ..ChangeLine::default() }, 100, 20, "160")]
#[case(ChangeLine { line_amount: Some(amount("100")), ..ChangeLine::default() }, 100, 50, "100")]
#[case(ChangeLine { unit_price: Some(80.into()), ..quantity(5) }, 80, 10, "360")]
#[tokio::test]
async fn price_discount_and_line_amount_follow_each_other(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] change: ChangeLine,
    #[case] price: i32,
    #[case] percent: i32,
    #[case] line_amount: &str,
) {
    let world = World::new(engine).await;
    let (header, _) = world.made(&order(false, vec![sold("SHIRT", 2, "100", "20")])).await;
    let changed = world.change_line(header.id, 1, change).await.unwrap();
    let (_, lines) = world.checked(header.id).await;
    let expected: (Price, Percent) = (price.into(), percent.into());
    assert_eq!((lines[0].unit_price, lines[0].line_discount_percent), expected);
    assert_eq!((lines[0].line_amount, changed.amount), (amount(line_amount), amount(line_amount)));
}

#[rstest]
#[tokio::test]
async fn lines_are_added_after_the_last_and_deleted(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.active(&for_all("ALL"), &[price("CUP", "10")]).await;
    let (header, _) = world.made(&order(false, vec![sold("SHIRT", 1, "100", "0"), sold("A", 1, "7", "0")])).await;
    world.delete_line(header.id, 1).await.unwrap();
    let cup = unpriced("CUP", 3);
    let added = world.add_lines(header.id, &[cup, charged("3070", "5", "A tip")]).await.unwrap();
    let (_, lines) = world.checked(header.id).await;
    let numbers: Vec<i32> = lines.iter().map(|line| line.line_number).collect();
    assert_eq!(numbers, [20_000, 30_000, 40_000]);
    assert!(lines.iter().all(|line| line.document_number == header.number));
    assert_eq!((added.amount, added.vat_amount, added.version), (amount("42"), amount("2.4"), 3));
}

#[rstest]
#[tokio::test]
async fn a_discount_by_hand_is_spread_anew_over_the_lines_that_are_left(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let lines = ["10", "10", "10"].map(|price| sold("A", 1, price, "0")).to_vec();
    let new = NewDocument { invoice_discount: amount("1.00"), ..order(false, lines) };
    let (header, _) = world.made(&new).await;
    world.delete_line(header.id, 2).await.unwrap();
    let (header, lines) = world.checked(header.id).await;
    let shares: Vec<Amount> = lines.iter().map(|line| line.invoice_discount_amount).collect();
    assert_eq!((shares, header.amount), (vec![amount("0.5"), amount("0.5")], amount("19")));
    let dearer = ChangeLine { unit_price: Some(30.into()), ..ChangeLine::default() };
    world.change_line(header.id, 3, dearer).await.unwrap();
    let (_, lines) = world.checked(header.id).await;
    assert_eq!(lines[1].invoice_discount_amount, amount("0.75"));
}

#[rstest]
#[tokio::test]
async fn a_price_stays_on_the_document_whatever_becomes_of_its_list(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let list = world.active(&for_all("ALL"), &[price("SHIRT", "100")]).await;
    let (header, _) = world.made(&order(false, vec![unpriced("SHIRT", 1)])).await;
    world.set_status(&list, Status::Inactive).await;
    let text = ChangeLine { description: Some("A shirt".into()), ..ChangeLine::default() };
    world.change_line(header.id, 1, text).await.unwrap();
    let (_, lines) = world.checked(header.id).await;
    assert_eq!((lines[0].unit_price, lines[0].description.as_str()), (100.into(), "A shirt"));
}
