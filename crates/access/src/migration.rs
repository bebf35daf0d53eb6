use database::{Migrations, create_table};
use sea_orm::DbErr;
use sea_orm_migration::prelude::{MigrationName, MigrationTrait, SchemaManager, async_trait};

use crate::{api_token, audit_entry, session_entity, setting_entity, user_account, user_setting_entity};

/// The tables of this crate.
pub fn migrations() -> Migrations {
    vec![Box::new(Initial)]
}

struct Initial;

impl MigrationName for Initial {
    fn name(&self) -> &str {
        "m0001_access_initial"
    }
}

#[async_trait::async_trait]
impl MigrationTrait for Initial {
    fn use_transaction(&self) -> Option<bool> {
        Some(true)
    }

    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        create_table::<user_account::Entity>(manager).await?;
        create_table::<api_token::Entity>(manager).await?;
        create_table::<session_entity::Entity>(manager).await?;
        create_table::<audit_entry::Entity>(manager).await?;
        create_table::<setting_entity::Entity>(manager).await?;
        create_table::<user_setting_entity::Entity>(manager).await
    }
}
