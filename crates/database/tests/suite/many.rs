use database::testing::{TestDb, start};
use database::{Engine, Error, Read, Result, insert_many, sum, upsert_many};
use rstest::rstest;
use runtime::{Clock, Random};
use sea_orm::ActiveValue::NotSet;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter};
use values::money::Amount;

use crate::article;

fn articles(count: usize) -> Vec<article::Model> {
    let random = Random::seeded(1);
    let article = |at: usize| article::Model {
        id: random.id(start()),
        number: format!("A{at}").parse().unwrap(),
        description: "An article".into(),
        unit_price: "0.10".parse().unwrap(),
        state: article::State::Active,
        changed_at: None,
        secret: None,
    };
    (0..count).map(article).collect()
}

fn active(rows: &[article::Model]) -> Vec<article::ActiveModel> {
    rows.iter().cloned().map(IntoActiveModel::into_active_model).collect()
}

#[rstest]
#[tokio::test]
async fn more_rows_than_one_statement_takes_are_inserted_and_summed(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (clock, _) = Clock::manual(start());
    let test = TestDb::new(engine, clock, article::migrations).await;
    let rows = &articles(12_345);
    test.db.write(|tx| async move { insert_many(&tx, active(rows)).await }).await.unwrap();
    let totals = |r: Read| async move {
        let all = article::Entity::find();
        let count = all.clone().count(&r).await?;
        let total: Amount = sum(&r, all.clone(), article::Column::UnitPrice).await?;
        let none = all.filter(article::Column::Number.eq("nothing"));
        let nothing: Amount = sum(&r, none, article::Column::UnitPrice).await?;
        Result::<_>::Ok((count, total, nothing))
    };
    let (count, total, nothing) = test.db.read(totals).await.unwrap();
    assert_eq!(count, 12_345);
    assert_eq!(total, "1234.5".parse().unwrap());
    assert_eq!(nothing, Amount::ZERO);
}

#[rstest]
#[tokio::test]
async fn rows_that_do_not_have_the_same_columns_set_are_not_inserted_together(
    #[values(Engine::Sqlite, Engine::Postgres)] engine: Engine,
) {
    let (clock, _) = Clock::manual(start());
    let test = TestDb::new(engine, clock, article::migrations).await;
    for less in [0, 1] {
        let mut rows = active(&articles(2));
        rows[less].changed_at = NotSet;
        let rows = &rows;
        let refused = test.db.write(|tx| async move { insert_many(&tx, rows.clone()).await }).await;
        assert!(matches!(refused, Err(Error::UnequalRows(table)) if table == "article"));
    }
    let mut rows = active(&articles(2));
    rows.iter_mut().for_each(|row| row.changed_at = NotSet);
    let rows = &rows;
    test.db.write(|tx| async move { insert_many(&tx, rows.clone()).await }).await.unwrap();
}

#[rstest]
#[tokio::test]
async fn rows_that_are_there_are_updated_or_left_as_asked(#[values(Engine::Sqlite, Engine::Postgres)] engine: Engine) {
    let (clock, _) = Clock::manual(start());
    let test = TestDb::new(engine, clock, article::migrations).await;
    let rows = &articles(3);
    let mut changed = articles(4);
    for article in &mut changed {
        article.description = "Changed".into();
        article.unit_price = "5".parse().unwrap();
    }
    let changed = &changed;
    let write = |tx: database::Tx| async move {
        insert_many(&tx, active(rows)).await?;
        let left = upsert_many(&tx, active(&changed[..2]), &[article::Column::Number], &[]).await?;
        let columns = [article::Column::Description];
        let updated = upsert_many(&tx, active(changed), &[article::Column::Number], &columns).await?;
        let nothing = upsert_many::<article::ActiveModel>(&tx, Vec::new(), &[article::Column::Number], &[]).await?;
        Result::<_>::Ok((left, updated, nothing))
    };
    assert_eq!(test.db.write(write).await.unwrap(), (0, 4, 0));
    let read = |r: Read| async move { Result::<_>::Ok(article::Entity::find().all(&r).await?) };
    let mut found = test.db.read(read).await.unwrap();
    found.sort_by(|one, other| one.number.cmp(&other.number));
    let seen: Vec<_> = found.iter().map(|row| (row.description.as_str(), row.unit_price.to_string())).collect();
    assert_eq!(
        seen,
        [("Changed", "0.1".into()), ("Changed", "0.1".into()), ("Changed", "0.1".into()), ("Changed", "5".into())]
    );
}
