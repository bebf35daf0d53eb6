//! What the back office refuses, in sentences that say the cause and the remedy.

use back_office::sales::{self, DocumentType, NewDocument, NewLine};
use back_office::{accounts, customers, items};
use database::Engine;
use rstest::rstest;
use sea_orm::Set;
use values::Code;

use crate::world::{World, amount, charged, code, order, sold};

fn one(line: NewLine) -> NewDocument {
    order(true, vec![line])
}

fn lamp() -> NewLine {
    sold("LAMP", 1, "100", "0")
}

#[rstest]
#[case(order(true, vec![]), "the document has no lines")]
#[case(one(sold("HAT", 1, "1", "0")), "there is no item HAT: create it, or choose another")]
#[case(one(charged("9999", "1", "x")), "there is no G/L account 9999: create it, or choose another")]
#[case(
    NewDocument { sell_to_customer: code("C9"), ..one(lamp()) },
    "there is no customer C9: create it, or choose another"
)]
#[case(
    NewDocument { currency_code: code("XYZ"), ..one(lamp()) },
    "there is no currency XYZ: create it, or choose another"
)]
#[case(
    NewDocument { shipment_method_code: code("PIGEON"), ..one(lamp()) },
    "there is no shipment method PIGEON: create it, or choose another"
)]
#[case(
    NewDocument { payment_method_code: code("SHELLS"), ..one(lamp()) },
    "there is no payment method SHELLS: create it, or choose another"
)]
#[case(
    NewDocument { salesperson_code: code("NOBODY"), ..one(lamp()) },
    "there is no salesperson NOBODY: create it, or choose another"
)]
#[case(
    one(NewLine { location_code: code("MOON"), ..lamp() }),
    "there is no location MOON: create it, or choose another"
)]
#[case(
    one(NewLine { variant_code: code("RED"), ..lamp() }),
    "there is no item variant RED of item LAMP: create it, or choose another"
)]
#[case(
    one(NewLine { unit_of_measure_code: Some(code("TON")), ..lamp() }),
    "there is no item unit of measure TON of item LAMP: create it, or choose another"
)]
#[case(
    one(NewLine { line_discount_amount: amount("100.01"), ..lamp() }),
    "line 10000: the discount 100.01 must lie between 0 and what the line comes to without it, 100"
)]
#[case(
    NewDocument { invoice_discount: amount("100.01"), ..one(lamp()) },
    "the invoice discount 100.01 must lie between 0 and 100, which is what the lines that allow an invoice discount come to"
)]
#[case(
    NewDocument { invoice_discount: amount("1"), ..one(charged("3065", "10", "Standard")) },
    "an invoice discount of 1 can't be spread: no line allows an invoice discount"
)]
#[tokio::test]
async fn an_order_that_does_not_fit_is_refused_and_nothing_is_made(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] new: NewDocument,
    #[case] sentence: &str,
) {
    let world = World::new(engine).await;
    assert_eq!(world.create(&new).await.unwrap_err().to_string(), sentence);
    assert_eq!(world.orders().await, []);
}

#[rstest]
#[tokio::test]
async fn the_company_s_own_currency_may_be_named(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    let (order, _) = world.made(&NewDocument { currency_code: code("NOK"), ..one(lamp()) }).await;
    assert_eq!(order.currency_code, Code::blank());
}

async fn refusal(world: &World) -> String {
    world.create(&one(lamp())).await.unwrap_err().to_string()
}

#[rstest]
#[case(customers::Blocked::Ship)]
#[case(customers::Blocked::Invoice)]
#[case(customers::Blocked::All)]
#[tokio::test]
async fn a_blocked_customer_gets_no_order(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] blocked: customers::Blocked,
) {
    let world = World::new(engine).await;
    world.change(customers::ActiveModel { blocked: Set(blocked), ..Default::default() }).await;
    assert_eq!(refusal(&world).await, "customer C00001 is blocked: unblock it on its card, or choose another");
}

#[rstest]
#[case(customers::Blocked::None, [true, true, true])]
#[case(customers::Blocked::Ship, [false, true, true])]
#[case(customers::Blocked::Invoice, [false, false, true])]
#[case(customers::Blocked::All, [false, false, false])]
#[tokio::test]
async fn what_a_customer_is_kept_from_decides_which_documents_it_gets(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] blocked: customers::Blocked,
    #[case] expected: [bool; 3],
) {
    let world = World::new(engine).await;
    world.change(customers::ActiveModel { blocked: Set(blocked), ..Default::default() }).await;
    let (setup, cx, new) = (&world.setup().await, &world.context(), &one(lamp()));
    let mut made = Vec::new();
    for document_type in [DocumentType::Order, DocumentType::Invoice, DocumentType::CreditMemo] {
        let create = |tx| async move { sales::create(&tx, setup, document_type, new, cx).await };
        made.push(world.test.db.write(create).await.is_ok());
    }
    assert_eq!(made, expected);
}

#[rstest]
#[case(items::ActiveModel { blocked: Set(true), ..Default::default() }, "item LAMP is blocked: unblock it on its card, or choose another")]
#[case(items::ActiveModel { sales_blocked: Set(true), ..Default::default() }, "item LAMP is blocked: unblock it on its card, or choose another")]
#[case(items::ActiveModel { general_product_posting_group: Set(Code::blank()), ..Default::default() }, "Gen. Prod. Posting Group of item LAMP is blank: fill it in on the card")]
#[case(items::ActiveModel { inventory_posting_group: Set(Code::blank()), ..Default::default() }, "Inventory Posting Group of item LAMP is blank: fill it in on the card")]
#[case(items::ActiveModel { vat_product_posting_group: Set(code("NONE")), ..Default::default() }, "there is no VAT posting setup for the groups 'DOMESTIC' and 'NONE': create it")]
#[tokio::test]
async fn an_item_that_is_not_fit_for_sale_is_refused(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] change: items::ActiveModel,
    #[case] sentence: &str,
) {
    let world = World::new(engine).await;
    world.change(change).await;
    assert_eq!(refusal(&world).await, sentence);
}

#[rstest]
#[tokio::test]
async fn a_customer_without_posting_groups_is_refused(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    world.change(customers::ActiveModel { customer_posting_group: Set(Code::blank()), ..Default::default() }).await;
    assert_eq!(refusal(&world).await, "Customer Posting Group of customer C00001 is blank: fill it in on the card");
}

#[rstest]
#[tokio::test]
async fn an_account_that_is_not_for_direct_posting_is_refused(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.change(accounts::ActiveModel { direct_posting: Set(false), ..Default::default() }).await;
    let refused = world.create(&one(charged("3065", "10", "Standard"))).await.unwrap_err();
    assert!(refused.to_string().starts_with("G/L account 3065"), "{refused}");
}
