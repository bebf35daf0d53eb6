//! The audit finds what does not hold, and names the entries.

use back_office::audit::{Check, audit};
use back_office::posting::Request;
use back_office::sales::DocumentType;
use back_office::{Result, inventory_setup};
use database::Engine;
use rstest::rstest;
use sea_orm::{ConnectionTrait, Set};

use crate::world::{World, order, sold};

/// An item journal and an order that is shipped whole and invoiced in part, posted.
async fn posted_world(engine: Engine) -> World {
    let world = World::new(engine).await;
    let expected = inventory_setup::ActiveModel { expected_cost_posting: Set(true), ..Default::default() };
    world.change(expected).await;
    world.costing("60").await;
    let id = world.document(DocumentType::Order, &order(false, vec![sold("SHIRT", 3, "100.00", "0")])).await;
    world.plan(id, &[(1, "3", "2")]).await;
    world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
    world.books().await;
    world
}

impl World {
    /// Changes the database behind the program's back.
    async fn tamper(&self, sql: &str) {
        let change = |tx: database::Tx| async move {
            tx.execute_unprepared(sql).await?;
            Result::<_>::Ok(())
        };
        self.test.db.write(change).await.unwrap();
    }

    async fn findings(&self) -> Vec<String> {
        let found = self.test.db.read(|r| async move { audit(&r).await }).await.unwrap();
        found.findings.iter().map(ToString::to_string).collect()
    }
}

#[rstest]
#[tokio::test]
async fn what_was_posted_holds(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = posted_world(engine).await;
    let found = world.test.db.read(|r| async move { audit(&r).await }).await.unwrap();
    assert_eq!((found.entries, found.findings), ((7, 1, 1), vec![]));
    assert_eq!(Check::ALL.len(), 7);
}

#[rstest]
#[case(
    "UPDATE general_ledger_entry SET amount = amount + 100000, debit_amount = debit_amount + 100000 WHERE account_number = '1500'",
    &["General Ledger: transaction 1, G/L entries 1 to 7, is out of balance by 1",
      "Receivables: transaction 1 changes the customer ledger by 250, but the receivables accounts by 251"]
)]
#[case(
    "UPDATE general_ledger_entry SET credit_amount = credit_amount + 100000 WHERE account_number = '1500'",
    &["General Ledger: G/L entry 7 has the amount 250, but debit 250 and credit 1"]
)]
#[case(
    "UPDATE general_ledger_register SET to_entry_number = 6",
    &["General Ledger: register 1 says that it holds G/L entries 1 to 6, but there are 7, from 1 to 7"]
)]
#[case(
    "DELETE FROM general_ledger_register",
    &["General Ledger: transaction 1, G/L entries 1 to 7, is in no register"]
)]
#[case(
    "UPDATE customer_ledger_entry SET remaining_amount = 0, open = false",
    &["Customer Ledger: of customer ledger entry 1 remain 0 (250 in the company's own currency), but its detailed entries add up to 250 (250)"]
)]
#[case(
    "UPDATE customer_ledger_entry SET open = false",
    &["Customer Ledger: customer ledger entry 1 is closed, but 250 remain of it"]
)]
#[case(
    "UPDATE vat_entry SET amount = amount + 100000",
    &["VAT: the VAT entries of transaction 1 add up to -49, the VAT accounts to -50"]
)]
#[case(
    "UPDATE item_ledger_entry SET remaining_quantity = remaining_quantity + 100000",
    &["Item Ledger: of item SHIRT, variant '', location '', -3 are on hand, but -2 remain of its entries"]
)]
#[case(
    "UPDATE item_ledger_entry SET open = false",
    &["Item Ledger: item ledger entry 1 of -3 units is closed, but -3 remain of it"]
)]
#[case(
    "UPDATE item_ledger_entry SET cost_amount_actual = cost_amount_actual + 100000",
    &["Inventory: item ledger entry 1 has the actual cost -119, but its value entries add up to -120"]
)]
#[case(
    "UPDATE item_ledger_entry SET expected_cost_posted = 0",
    &["Inventory: item ledger and value entries say that 0 of expected cost is posted, but the inventory accounts say -60"]
)]
#[case(
    "UPDATE value_entry SET cost_posted_to_general_ledger = 0 WHERE document_number = 'PI-000001'",
    &["Inventory: the value entries of document PI-000001 say that 0 is posted, but the inventory accounts say -120"]
)]
#[case(
    "DELETE FROM vat_entry",
    &["VAT: the VAT entries of transaction 1 add up to 0, the VAT accounts to -50"]
)]
#[case(
    "UPDATE value_entry SET entry_number = 4 WHERE entry_number = 2",
    &["Numbers: value entries are missing: 2, 3"]
)]
#[case(
    "UPDATE number_series_line SET last_number_used = 'PI-000003' WHERE series_code = 'S-INV+'",
    &["Numbers: numbers of the series S-INV+ are missing: PI-000002, PI-000003"]
)]
#[tokio::test]
async fn what_does_not_hold_is_found(
    #[case] sql: &str,
    #[case] expected: &[&str],
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = posted_world(engine).await;
    world.tamper(sql).await;
    assert_eq!(world.findings().await, expected);
}

#[rstest]
#[tokio::test]
async fn a_number_that_is_drawn_and_not_yet_given_is_not_missing(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = posted_world(engine).await;
    let id = world.document(DocumentType::Order, &order(false, vec![sold("SHIRT", 1, "100.00", "0")])).await;
    let (setup, request) = (&world.posting_setup().await, &Request::SHIP_AND_INVOICE);
    let (now, user) = (world.context().now, &world.context().user);
    let draw = |tx| async move { back_office::posting::draw_numbers(&tx, setup, id, request, user, now).await };
    assert_eq!(world.test.db.write(draw).await.unwrap().posting_number, "PI-000002");
    assert!(world.findings().await.is_empty());
    world.tamper("DELETE FROM sales_header WHERE posting_number = 'PI-000002'").await;
    assert_eq!(
        world.findings().await,
        [
            "Numbers: numbers of the series S-SHPT are missing: PS-000002",
            "Numbers: numbers of the series S-INV+ are missing: PI-000002"
        ]
    );
}

#[rstest]
#[tokio::test]
async fn one_account_for_what_is_invoiced_and_what_is_not_is_compared_as_a_whole(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    world.tamper("UPDATE inventory_posting_setup SET inventory_account_interim = inventory_account").await;
    let expected = inventory_setup::ActiveModel { expected_cost_posting: Set(true), ..Default::default() };
    world.change(expected).await;
    world.costing("60").await;
    let id = world.document(DocumentType::Order, &order(false, vec![sold("SHIRT", 3, "100.00", "0")])).await;
    world.plan(id, &[(1, "3", "2")]).await;
    world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
    assert!(world.findings().await.is_empty());
    world.tamper("UPDATE item_ledger_entry SET expected_cost_posted = 0").await;
    let expected =
        "Inventory: item ledger and value entries say that -120 of cost is posted, but the inventory accounts say -180";
    assert_eq!(world.findings().await, [expected]);
}
