//! The lists that sales tax is levied by.

use back_office::posting::Request;
use back_office::sales::DocumentType;
use back_office::sales_tax::{detail, jurisdiction};
use back_office::upkeep;
use back_office::vat;
use database::Engine;
use database::testing::start;
use rstest::rstest;
use rust_decimal::Decimal;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use values::field::Value;

use super::levy::{percent, taxed};
use crate::world::{amount, day, order, sold};

#[rstest]
#[case("taxBelowMaximum", "100.5", "Tax Below Maximum lies between 0 and 100, not at 100.5")]
#[case("taxAboveMaximum", "-1", "Tax Above Maximum lies between 0 and 100, not at -1")]
#[case("maximumAmountQty", "-1", "it is 0 (no maximum) or more")]
#[tokio::test]
async fn a_rate_that_can_not_be_is_refused(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
    #[case] field: &str,
    #[case] value: Decimal,
    #[case] expected: &str,
) {
    let world = taxed(engine, &[]).await;
    let given = &vec![
        ("taxJurisdictionCode".to_owned(), Value::Text("STATE".into())),
        ("effectiveDate".to_owned(), Value::Date(day("2026-01-01"))),
        (field.to_owned(), Value::Decimal(value)),
    ];
    let random = &world.random;
    let make = |tx| async move { upkeep::make::<detail::Entity>(&tx, given, start(), random).await };
    let refused = world.test.db.write(make).await.unwrap_err().to_string();
    assert!(refused.contains(expected), "{refused}");
}

#[rstest]
#[tokio::test]
async fn who_levied_once_stays(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = taxed(engine, &[percent("STATE", "10")]).await;
    let remove = |tx| async move {
        let state = jurisdiction::Entity::find().filter(jurisdiction::Column::Code.eq("STATE")).one(&tx).await?;
        upkeep::remove::<jurisdiction::Entity>(&tx, state.unwrap()).await
    };
    let refused = world.test.db.write(remove).await.unwrap_err().to_string();
    assert!(refused.contains("Tax Area Line"), "{refused}");
}

#[rstest]
#[tokio::test]
async fn the_statement_has_a_line_for_every_jurisdiction(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = taxed(engine, &[percent("STATE", "10"), percent("COUNTY", "10")]).await;
    let id = world.document(DocumentType::Order, &order(false, vec![sold("SHIRT", 1, "100", "0")])).await;
    world.post(id, Request::SHIP_AND_INVOICE).await.unwrap();
    let read = |r| async move { vat::statement(&r, day("2026-01-01"), day("2026-12-31")).await };
    let lines = world.test.db.read(read).await.unwrap();
    let lines: Vec<_> =
        lines.iter().map(|line| (line.tax_jurisdiction_code.as_str(), line.base, line.amount)).collect();
    assert_eq!(lines, [("COUNTY", amount("100"), amount("10")), ("STATE", amount("100"), amount("10"))]);
}
