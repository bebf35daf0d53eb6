use std::collections::HashMap;

use chrono::{DateTime, Utc};
use database::Read;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use values::{Code, Filter};

use crate::Error;
use crate::products::images::entity::{Column, Entity, Model, State, gid};
use crate::products::staged::{product, variant};

/// As many products are looked at at a time.
pub(super) const PRODUCTS: u64 = 100;

/// A product or a variant, and whose picture its picture is to be.
#[derive(Clone, Debug)]
pub(super) struct Owner {
    pub product: i64,
    /// 0 is the product as a whole.
    pub variant: i64,
    pub name: String,
    pub item: Code<20>,
    /// Blank is the item as a whole.
    pub code: Code<10>,
    /// With which change of the product it is looked at; `None`: the next run looks at it as well.
    pub updated_at: Option<DateTime<Utc>>,
    pub row: Option<Model>,
}

impl Owner {
    /// The same, chosen by someone: what else has changed is not looked at, and is not to be taken for looked at.
    pub fn chosen(self) -> Self {
        let updated_at = self.row.as_ref().and_then(|row| row.product_updated_at);
        Self { updated_at, ..self }
    }

    /// Its global id.
    pub fn gid(&self) -> String {
        match self.variant {
            0 => gid("Product", self.product),
            variant => gid("ProductVariant", variant),
        }
    }

    /// Whether it has never been looked at, or what it showed was not taken over.
    pub fn is_open(&self) -> bool {
        self.row.as_ref().is_none_or(|row| row.state == State::Failed || row.product_updated_at.is_none())
    }
}

/// The last change of any of the shop's products with which its pictures were looked at.
pub(super) async fn last(read: &Read, shop: &Code<20>) -> Result<Option<DateTime<Utc>>, Error> {
    let last: Option<Option<DateTime<Utc>>> = Entity::find()
        .select_only()
        .column_as(Column::ProductUpdatedAt.max(), "last")
        .filter(Column::ShopCode.eq(shop.clone()))
        .into_tuple()
        .one(read)
        .await?;
    Ok(last.flatten())
}

/// The next products that the filter lets through; `None` after the last. Gives the last of them, too.
pub(super) async fn next(
    read: &Read,
    shop: &Code<20>,
    filter: &Filter,
    after: Option<i64>,
) -> Result<Option<(Vec<Owner>, i64)>, Error> {
    use product::Column as P;
    let mut query = product::Entity::find()
        .filter(P::ShopCode.eq(shop.clone()))
        .filter(database::condition::<product::Entity>(read, filter)?);
    if let Some(after) = after {
        query = query.filter(P::ShopifyProductId.gt(after));
    }
    let products = query.order_by_asc(P::ShopifyProductId).limit(PRODUCTS).all(read).await?;
    let Some(last) = products.last().map(|product| product.shopify_product_id) else { return Ok(None) };
    Ok(Some((owners(read, shop, &products).await?, last)))
}

/// Those of these products that are staged, in the order in which they changed, each with the time of its change.
pub(super) async fn changed(
    read: &Read,
    shop: &Code<20>,
    changed: &[(i64, DateTime<Utc>)],
) -> Result<Vec<Owner>, Error> {
    use product::Column as P;
    let times: HashMap<i64, DateTime<Utc>> = changed.iter().copied().collect();
    let query = product::Entity::find()
        .filter(P::ShopCode.eq(shop.clone()))
        .filter(P::ShopifyProductId.is_in(changed.iter().map(|(id, _)| *id)));
    let mut products = query.all(read).await?;
    for product in &mut products {
        product.updated_at = times.get(&product.shopify_product_id).copied().unwrap_or(product.updated_at);
    }
    let mut owners = owners(read, shop, &products).await?;
    owners.sort_by_key(|owner| (owner.updated_at, owner.product, owner.variant));
    Ok(owners)
}

/// Products of an item, and variants of a variant of it, or of another item than the product's.
async fn owners(read: &Read, shop: &Code<20>, products: &[product::Model]) -> Result<Vec<Owner>, Error> {
    use variant::Column as V;
    let ids: Vec<i64> = products.iter().map(|product| product.shopify_product_id).collect();
    let rows = Entity::find()
        .filter(Column::ShopCode.eq(shop.clone()))
        .filter(Column::ShopifyProductId.is_in(ids.iter().copied()));
    let rows = rows.all(read).await?.into_iter().map(|row| ((row.shopify_product_id, row.shopify_variant_id), row));
    let rows: HashMap<(i64, i64), Model> = rows.collect();
    let variants: Vec<(i64, i64, String, Code<20>, Code<10>)> = variant::Entity::find()
        .select_only()
        .columns([V::ShopifyProductId, V::ShopifyVariantId, V::DisplayName, V::ItemNumber, V::VariantCode])
        .filter(V::ShopCode.eq(shop.clone()))
        .filter(V::ShopifyProductId.is_in(ids))
        .filter(V::ItemNumber.ne(Code::<20>::blank()))
        .order_by_asc(V::ShopifyProductId)
        .order_by_asc(V::ShopifyVariantId)
        .into_tuple()
        .all(read)
        .await?;
    let mut owners = Vec::new();
    for product in products {
        let one = |variant: i64, name: &str, item: &Code<20>, code: &Code<10>| Owner {
            product: product.shopify_product_id,
            variant,
            name: name.to_owned(),
            item: item.clone(),
            code: code.clone(),
            updated_at: Some(product.updated_at),
            row: rows.get(&(product.shopify_product_id, variant)).cloned(),
        };
        if !product.item_number.is_blank() {
            owners.push(one(0, &product.title, &product.item_number, &Code::blank()));
        }
        let own = variants.iter().filter(|variant| variant.0 == product.shopify_product_id);
        for (_, variant, name, item, code) in own.filter(|one| !one.4.is_blank() || one.3 != product.item_number) {
            owners.push(one(*variant, name, item, code));
        }
    }
    Ok(owners)
}
