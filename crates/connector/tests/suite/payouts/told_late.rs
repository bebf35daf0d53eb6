//! What a store tells after what came later.

use connector::payouts::SYNC_PAYOUTS;
use connector::payouts::options::SplitSource;
use connector::payouts::staged::{payout, transaction};
use connector::skipped::{self, Kind, Seen, Skipped};
use database::Engine;
use rstest::rstest;
use runtime::Random;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use uuid::Uuid;
use values::Code;

use super::{pay_out_as, payouts, sell, sync_payouts, transactions, world};
use crate::world::SHOP;

#[rstest]
#[tokio::test]
async fn what_the_store_tells_late_with_a_lower_id_is_read_and_what_stood_against_it_is_solved(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    sell(&world, "100.00").await;
    pay_out_as(&world, "PAID");
    sync_payouts(&world).await;
    let charge = transactions(&world).await[0].shopify_transaction_id;
    let (now, random) = (world.now(), &Random::seeded(3));
    let write = |tx| async move {
        transaction::Entity::delete_many().filter(transaction::Column::Kind.eq("CHARGE")).exec(&tx).await?;
        let incomplete = payout::ActiveModel { split_source: Set(SplitSource::Summary), ..Default::default() };
        payout::Entity::update_many().set(incomplete).exec(&tx).await?;
        let seen = Seen { run: Uuid::nil(), at: now, random };
        skipped::record(&tx, &seen, vec![unreadable(charge)]).await
    };
    world.test.db.write(write).await.unwrap();
    let done = sync_payouts(&world).await;
    assert_eq!((done.created, done.unchanged, done.calls), (1, 1, 1));
    assert_eq!(payouts(&world).await[0].split_source, SplitSource::Transactions);
    assert_eq!(world.skipped().await, []);
    let done = sync_payouts(&world).await;
    assert_eq!((done.fetched, done.points), (0, 60));
}

fn unreadable(transaction: i64) -> Skipped {
    Skipped {
        shop_code: Code::cut(SHOP),
        kind: Kind::Payout,
        shopify_id: transaction,
        document_name: format!("balance transaction {transaction}"),
        cause: "It can't be read.".into(),
        remedy: "Wait.".into(),
        retry_object_id: SYNC_PAYOUTS,
    }
}

#[rstest]
#[tokio::test]
async fn a_payout_that_is_told_late_is_asked_for_by_what_is_in_it(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let world = world(engine).await;
    for of in ["100.00", "50.00"] {
        sell(&world, of).await;
        pay_out_as(&world, "PAID");
    }
    sync_payouts(&world).await;
    let before = payouts(&world).await;
    let first = before[0].id;
    let write = |tx| async move {
        payout::Entity::delete_by_id(first).exec(&tx).await?;
        database::Result::<_>::Ok(())
    };
    world.test.db.write(write).await.unwrap();
    let done = sync_payouts(&world).await;
    assert_eq!((done.fetched, done.created, done.calls), (1, 1, 1));
    let made = payouts(&world).await;
    assert_eq!((made.len(), made[0].amount, made[0].split_source), (2, before[0].amount, SplitSource::Transactions));
    assert_eq!(sync_payouts(&world).await.fetched, 0);
}
