use back_office::posting_jobs::BATCH_POST_ORDERS;
use database::Engine;
use rstest::rstest;

use super::work::{job, ship_and_invoice};
use crate::world::World;

/// As many statements a document costs at most when a batch posts it, shipment and invoice.
const MOST: u64 = 40;

#[rstest]
#[tokio::test]
async fn a_document_of_a_batch_costs_a_bounded_number_of_statements(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    let mut costs = Vec::new();
    for documents in [1, 11] {
        for at in 0..documents {
            world.shirt(&format!("{documents}-{at}")).await;
        }
        let id = world.enqueue(&job(BATCH_POST_ORDERS, ship_and_invoice(), &[])).await.unwrap();
        let before = world.test.db.statements();
        world.work().await;
        costs.push(world.test.db.statements() - before);
        assert_eq!(world.log_of(id).await.summary().unwrap().created, documents);
    }
    let each = (costs[1] - costs[0]) / 10;
    println!("{each} statements for each document");
    assert!(each <= MOST, "{each} statements for each document: {costs:?}");
}
