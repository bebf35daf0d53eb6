//! Several cards of one store: what is read for one counts for all.

use connector::companies::SYNC_COMPANIES;
use connector::shops;
use database::Engine;
use job_queue::{Filters, Summary};
use rstest::rstest;

use super::firm::{companies, firm, reads_all, sync};
use crate::world::{SHOP, World, kari};

/// Another card of the same store.
async fn add_other(world: &World, fields: &[(&str, &str)]) {
    world.add_shop("OTHER").await;
    world.set_on("OTHER", fields).await;
}

/// It reads, an hour after what was done before.
async fn sync_other(world: &World) -> Summary {
    world.advance(60);
    world.log_on("OTHER", SYNC_COMPANIES, Filters::new()).await.summary().unwrap()
}

#[rstest]
#[tokio::test]
async fn a_card_that_wants_known_companies_does_not_make_one_that_wants_all_begin_again(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = World::new(engine).await;
    reads_all(&world).await;
    add_other(&world, &[("shopifyCanUpdateCompanies", "true")]).await;
    firm(&world, "Nord AS", "ola@nord.example").await;
    firm(&world, "Sør AS", "ola@sor.example").await;
    assert_eq!(sync(&world).await.created, 2);
    world.advance(60);
    firm(&world, "Öst AB", "sven@ost.example").await;
    assert_eq!(sync_other(&world).await.created, 1, "it is read for both cards");
    let summary = sync(&world).await;
    assert_eq!((summary.fetched, summary.unchanged), (1, 1), "only the overlap is read");
}

#[rstest]
#[tokio::test]
async fn a_card_that_is_disabled_wants_no_companies(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let world = World::new(engine).await;
    reads_all(&world).await;
    add_other(&world, &[("shopifyCanUpdateCompanies", "true")]).await;
    shops::disable(&world.connector, &kari(), SHOP).await.unwrap();
    firm(&world, "Nord AS", "ola@nord.example").await;
    let summary = sync_other(&world).await;
    assert_eq!((summary.fetched, summary.created), (1, 0));
    assert_eq!(companies(&world).await, []);
}
