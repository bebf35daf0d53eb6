//! What there is in the world, in the order in which people see it.

use back_office::{customers, sales};
use connector::orders::{staged, to_import};
use connector::{links, shops, skipped};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, Select};

use super::{SHOP, World};

impl World {
    pub async fn shop(&self) -> shops::Model {
        self.test.db.read(|r| async move { shops::find(&r, SHOP).await }).await.unwrap()
    }

    pub async fn staged(&self) -> Vec<staged::order::Model> {
        self.read(staged::order::Entity::find().order_by_asc(staged::order::Column::ShopifyOrderNumber)).await
    }

    /// All rows of a table.
    pub async fn all<E: EntityTrait>(&self) -> Vec<E::Model>
    where
        E::Model: Send + Sync,
    {
        self.read(E::find()).await
    }

    pub async fn waiting(&self) -> Vec<to_import::Model> {
        self.read(to_import::Entity::find().order_by_asc(to_import::Column::OrderNumber)).await
    }

    pub async fn skipped(&self) -> Vec<skipped::Model> {
        self.read(skipped::Entity::find().order_by_asc(skipped::Column::DocumentName)).await
    }

    pub async fn variants(&self) -> Vec<links::variant::Model> {
        self.all::<links::variant::Entity>().await
    }

    pub async fn customers(&self) -> Vec<customers::Model> {
        self.all::<customers::Entity>().await
    }

    pub async fn sales_orders(&self) -> Vec<sales::header::Model> {
        self.read(sales::header::Entity::find().order_by_asc(sales::header::Column::SourceNumber)).await
    }

    pub async fn sales_lines(&self, order: &sales::header::Model) -> Vec<sales::line::Model> {
        let lines = sales::line::Entity::find().filter(sales::line::Column::DocumentId.eq(order.id));
        self.read(lines.order_by_asc(sales::line::Column::LineNumber)).await
    }

    /// What a query finds.
    pub async fn read<E: EntityTrait>(&self, query: Select<E>) -> Vec<E::Model>
    where
        E::Model: Send + Sync,
    {
        self.test.db.read(|r| async move { database::Result::<_>::Ok(query.all(&r).await?) }).await.unwrap()
    }
}
