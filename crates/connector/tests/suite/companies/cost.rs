//! What reading companies costs.

use database::Engine;
use rstest::rstest;
use serde_json::json;
use std::fmt::Write;

use super::firm::{companies, makes_all, sync};
use crate::store::graphql;
use crate::world::World;

#[rstest]
#[tokio::test]
async fn a_thousand_companies_take_four_calls_and_become_customers(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    makes_all(&world).await;
    for batch in 0..20 {
        let mut document = String::from("mutation {");
        for number in batch * 50..(batch + 1) * 50 {
            write!(
                document,
                " m{number}: companyCreate(input: {{ company: {{ name: \"Firm {number}\" }}, \
                 companyContact: {{ email: \"firm{number}@example.com\" }} }}) {{ userErrors {{ message }} }}"
            )
            .unwrap();
        }
        document.push('}');
        let data = graphql(&world.store, &document, json!({})).await;
        assert!(data.as_object().unwrap().values().all(|made| made["userErrors"] == json!([])));
    }
    let summary = sync(&world).await;
    assert_eq!((summary.fetched, summary.created, summary.failed), (1_000, 1_000, 0));
    assert_eq!(world.calls(), (4, 4 * 860));
    let staged = companies(&world).await;
    assert!(staged.iter().all(|company| !company.customer_number.is_blank()));
    assert_eq!(world.customers().await.len(), 1_001, "and Kari");
}
