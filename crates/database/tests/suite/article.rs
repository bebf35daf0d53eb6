//! The table of these tests.

use database::{Migrations, Record, create_table};
use sea_orm::entity::prelude::*;
use sea_orm_migration::prelude::{DeriveMigrationName, MigrationTrait, SchemaManager, async_trait};
use values::Code;
use values::money::Amount;

values::options! {
    /// Whether an article is for sale.
    pub enum State {
        /// It is.
        #[default]
        Active => "Active",
        /// It is not.
        Blocked => "Blocked",
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Record)]
#[sea_orm(table_name = "article")]
#[record(name = "articles", caption = "Article")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    #[record(sort)]
    #[sea_orm(unique)]
    pub number: Code<20>,
    #[record(sort)]
    pub description: String,
    #[record(sort)]
    pub unit_price: Amount,
    pub state: State,
    #[record(sort)]
    pub changed_at: Option<ChronoDateTimeUtc>,
    #[record(skip)]
    pub secret: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

#[derive(DeriveMigrationName)]
struct Initial;

#[async_trait::async_trait]
impl MigrationTrait for Initial {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        create_table::<Entity>(manager).await
    }
}

pub fn migrations() -> Migrations {
    vec![Box::new(Initial)]
}
