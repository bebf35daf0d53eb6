//! Discounts on the whole, by the customer's code and by hand.

use back_office::invoice_discounts::{self, NewStep};
use back_office::sales::{self, ChangeLine, InvoiceDiscountCalculation, NewDocument};
use back_office::{Result, sales_setup};
use database::Engine;
use database::testing::start;
use rstest::rstest;
use sea_orm::Set;
use uuid::Uuid;
use values::Code;
use values::money::Amount;

use crate::world::{World, amount, charged, code, order, sold};

fn step(minimum: &str, percent: i32, charge: &str) -> NewStep {
    NewStep {
        code: code("LOYAL"),
        currency_code: Code::blank(),
        minimum_amount: amount(minimum),
        discount_percent: percent.into(),
        service_charge: amount(charge),
    }
}

/// Below 1000 nothing off and 50 on top, from there on 5 % off, from 5000 on 10 % off.
async fn steps(world: &World) {
    let random = &world.random;
    let add = |tx| async move {
        for new in [step("0", 0, "50"), step("1000", 5, "0"), step("5000", 10, "0")] {
            invoice_discounts::add(&tx, &new, start(), random).await?;
        }
        Result::<_>::Ok(())
    };
    world.test.db.write(add).await.unwrap();
    world.groups("", "", "LOYAL").await;
}

async fn calculate(world: &World, id: Uuid) -> Result<sales::header::Model> {
    let (setup, cx) = (&world.setup().await, &world.context());
    let write = |tx| async move { sales::calculate_invoice_discount(&tx, setup, id, None, cx).await };
    world.test.db.write(write).await
}

fn of(price: &str) -> NewDocument {
    order(false, vec![sold("A", 1, price, "0"), charged("3070", "10", "A tip")])
}

#[rstest]
#[case("989.99", "0", "60")]
#[case("999.99", "0", "10")]
#[case("1000", "50", "10")]
#[case("4999.99", "250.00", "10")]
#[case("5000", "500", "10")]
#[tokio::test]
async fn the_step_that_is_reached_decides_on_lines_that_allow_a_discount(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] price: &str,
    #[case] discount: &str,
    #[case] on_top: &str,
) {
    let world = World::new(engine).await;
    steps(&world).await;
    let (header, _) = world.made(&of(price)).await;
    assert_eq!(header.invoice_discount_calculation, InvoiceDiscountCalculation::None);
    let header = calculate(&world, header.id).await.unwrap();
    assert_eq!(header.invoice_discount_amount, amount(discount));
    // The charge has VAT of its own; a tip of 10 bears no discount.
    assert_eq!(header.amount, amount(price) - amount(discount) + amount(on_top));
    let (again, lines) = world.read(calculate(&world, header.id).await.unwrap().id).await;
    assert_eq!((again.amount, again.amount_including_vat), (header.amount, header.amount_including_vat));
    assert_eq!(lines.iter().map(|line| line.amount).sum::<Amount>(), again.amount);
}

#[rstest]
#[tokio::test]
async fn a_service_charge_is_a_line_of_its_own_with_vat_in_its_price_where_prices_have_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[values(false, true)] including: bool,
) {
    let world = World::new(engine).await;
    steps(&world).await;
    let (header, _) = world.made(&order(including, vec![sold("A", 1, "100", "0")])).await;
    let header = calculate(&world, header.id).await.unwrap();
    let (_, lines) = world.read(header.id).await;
    assert_eq!((lines[1].number.as_str(), lines[1].system_created), ("3080", true));
    assert_eq!(lines[1].unit_price, if including { "62.5".parse().unwrap() } else { 50.into() });
    assert_eq!((lines[1].amount, lines[1].amount_including_vat), (amount("50"), amount("62.5")));
    assert_eq!((header.amount, header.amount_including_vat), (amount("150"), amount("162.5")));
}

#[rstest]
#[tokio::test]
async fn a_discount_by_the_code_follows_the_lines(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    steps(&world).await;
    let (header, _) = world.made(&order(false, vec![sold("A", 1, "1000", "0")])).await;
    calculate(&world, header.id).await.unwrap();
    let mut discounts = Vec::new();
    for quantity in [1, 5, 0] {
        let change = ChangeLine { quantity: Some(quantity.into()), ..ChangeLine::default() };
        let changed = world.change_line(header.id, 1, change).await.unwrap();
        world.checked(header.id).await;
        discounts.push((changed.invoice_discount_amount, changed.amount));
    }
    let expected = [("50", "950"), ("500", "4500"), ("0", "0")];
    assert_eq!(discounts, expected.map(|(discount, rest)| (amount(discount), amount(rest))));
}

#[rstest]
#[tokio::test]
async fn a_service_charge_goes_when_enough_is_sold(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    steps(&world).await;
    let (header, _) = world.made(&order(false, vec![sold("A", 1, "999", "0")])).await;
    calculate(&world, header.id).await.unwrap();
    let again = calculate(&world, header.id).await.unwrap();
    assert_eq!((world.checked(header.id).await.1.len(), again.amount), (2, amount("1049")));
    let change = ChangeLine { quantity: Some(2.into()), ..ChangeLine::default() };
    world.change_line(header.id, 1, change).await.unwrap();
    let without = calculate(&world, header.id).await.unwrap();
    let (_, lines) = world.checked(header.id).await;
    assert_eq!((lines.len(), without.invoice_discount_amount), (1, amount("99.9")));
}

#[rstest]
#[tokio::test]
async fn where_the_set_up_says_so_releasing_and_posting_work_it_out(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    steps(&world).await;
    let calculated = sales_setup::ActiveModel { calculate_invoice_discount: Set(true), ..Default::default() };
    world.change(calculated).await;
    let (header, _) = world.made(&of("2000")).await;
    let (id, cx) = (header.id, &world.context());
    let released = world.test.db.write(|tx| async move { sales::release(&tx, id, cx).await }).await.unwrap();
    assert_eq!((released.invoice_discount_amount, released.status), (amount("100"), sales::Status::Released));
    let (posted, _) = world.made(&NewDocument { sell_to_customer: code("C00001"), ..of("2000") }).await;
    world.post(posted.id, back_office::posting::Request::SHIP_AND_INVOICE).await.unwrap();
    let books = world.books().await;
    let invoice = books.documents.iter().find(|posted| posted.kind == sales::posted::Kind::Invoice).unwrap();
    assert_eq!((invoice.invoice_discount_amount, invoice.amount), (amount("100"), amount("1910")));
}

#[rstest]
#[tokio::test]
async fn a_discount_by_hand_is_spread_and_stays_when_the_document_is_released(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    steps(&world).await;
    world.change(sales_setup::ActiveModel { calculate_invoice_discount: Set(true), ..Default::default() }).await;
    let lines = ["10", "10", "10"].map(|price| sold("A", 1, price, "0"));
    let (header, _) = world.made(&order(false, lines.to_vec())).await;
    let header = world.give(header.id, amount("1.00")).await.unwrap();
    assert_eq!(header.invoice_discount_calculation, InvoiceDiscountCalculation::Amount);
    let (_, lines) = world.read(header.id).await;
    let shares: Vec<Amount> = lines.iter().map(|line| line.invoice_discount_amount).collect();
    assert_eq!(shares, ["0.33", "0.34", "0.33"].map(amount));
    let (id, cx) = (header.id, &world.context());
    let released = world.test.db.write(|tx| async move { sales::release(&tx, id, cx).await }).await.unwrap();
    assert_eq!((released.invoice_discount_amount, released.amount), (amount("1"), amount("29")));
}

#[rstest]
#[tokio::test]
async fn a_discount_by_hand_is_no_larger_than_its_lines(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let (header, _) = world.made(&of("100")).await;
    let refused = world.give(header.id, amount("100.01")).await.unwrap_err();
    assert!(refused.to_string().starts_with("the invoice discount 100.01 must lie between 0 and 100,"), "{refused}");
    let none = world.give(header.id, amount("0")).await.unwrap();
    assert_eq!(none.invoice_discount_calculation, InvoiceDiscountCalculation::None);
}

#[rstest]
#[case(NewStep { code: Code::blank(), ..step("0", 1, "0") }, "Code '' must not be blank")]
#[case(step("0", 101, "0"), "Discount % '101' must lie between 0 and 100")]
#[case(step("-1", 1, "0"), "Minimum Amount '-1' must be 0 or greater")]
#[case(step("0", 1, "-1"), "Service Charge '-1' must be 0 or greater")]
#[case(step("1000", 1, "0"), "customer invoice discount LOYAL from 1000 on already exists: choose another number")]
#[case(
    NewStep { currency_code: code("XYZ"), ..step("0", 1, "0") },
    "there is no currency XYZ: create it, or choose another"
)]
#[tokio::test]
async fn a_step_that_does_not_fit_is_refused(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] new: NewStep,
    #[case] sentence: &str,
) {
    let world = World::new(engine).await;
    steps(&world).await;
    let (new, random) = (&new, &world.random);
    let add = |tx| async move { invoice_discounts::add(&tx, new, start(), random).await };
    assert_eq!(world.test.db.write(add).await.unwrap_err().to_string(), sentence);
}
