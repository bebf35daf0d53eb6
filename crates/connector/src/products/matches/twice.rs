//! SKUs and bar codes that several variants of a shop have: which of them is the item is for people to say.

use std::collections::HashMap;

use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QuerySelect};
use values::Code;

use crate::Error;
use crate::products::staged::variant::{Column, Entity, Model};

/// How many variants have each SKU and each bar code that is not of one alone.
#[derive(Clone, Debug, Default)]
pub(super) struct Twice {
    skus: HashMap<String, i64>,
    barcodes: HashMap<String, i64>,
}

impl Twice {
    /// Reads them, all of a shop.
    pub async fn read(c: &impl ConnectionTrait, shop: &Code<20>) -> Result<Self, Error> {
        Ok(Self { skus: counted(c, shop, Column::Sku).await?, barcodes: counted(c, shop, Column::Barcode).await? })
    }

    /// What is to be looked at of a variant; blank for nothing.
    pub fn remark(&self, variant: &Model) -> String {
        let told = |what: &str, value: &str, of: &HashMap<String, i64>| {
            of.get(value).map(|variants| format!("{variants} variants have the {what} '{value}'."))
        };
        let remarks = [told("SKU", &variant.sku, &self.skus), told("bar code", &variant.barcode, &self.barcodes)];
        remarks.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}

async fn counted(c: &impl ConnectionTrait, shop: &Code<20>, column: Column) -> Result<HashMap<String, i64>, Error> {
    let found: Vec<(String, i64)> = Entity::find()
        .select_only()
        .column(column)
        .column_as(Column::Id.count(), "variants")
        .filter(Column::ShopCode.eq(shop.clone()))
        .filter(column.ne(""))
        .group_by(column)
        .having(Column::Id.count().gt(1))
        .into_tuple()
        .all(c)
        .await?;
    Ok(found.into_iter().collect())
}
