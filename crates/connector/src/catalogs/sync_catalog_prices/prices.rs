//! The prices of one catalog, as they are staged and as they are now.

use std::collections::{BTreeMap, HashMap, HashSet};

use database::{Tx, insert_many, upsert_many};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};
use uuid::Uuid;
use values::Code;
use values::money::Amount;

use super::ground::{Ground, Mapped};
use super::read::Fixed;
use crate::Error;
use crate::catalogs::staged::price::{Column, Entity, Model};
use crate::catalogs::staged::product;

/// So many are named in a statement.
const NAMED: usize = 1_000;

/// All of them, by the ids of their variants.
#[derive(Clone, Debug)]
pub(super) struct Prices {
    catalog: Uuid,
    before: HashMap<i64, Model>,
    pub now: BTreeMap<i64, Model>,
}

impl Prices {
    /// Those of a catalog that are staged.
    pub(super) async fn staged(c: &impl ConnectionTrait, catalog: Uuid) -> Result<Self, Error> {
        let rows = Entity::find().filter(Column::CatalogId.eq(catalog)).all(c).await?;
        let before: HashMap<i64, Model> = rows.into_iter().map(|row| (row.shopify_variant_id, row)).collect();
        Ok(Self { catalog, now: before.clone().into_iter().collect(), before })
    }

    /// Takes the fixed prices of the price list for what they are now. One that was about to be fixed from here, and is there,
    /// is ours: nobody has written down that it came.
    pub(super) fn fix(&mut self, ground: &Ground, mut fixed: HashMap<i64, Fixed>) {
        for (variant, row) in &mut self.now {
            let told = fixed.remove(variant);
            let is_sent = row.differs && told == Some((row.calculated_price, row.calculated_compare_at_price));
            row.is_ours = is_sent || row.is_ours && told == Some((row.price, row.compare_at_price));
            row.is_fixed = told.is_some();
            (row.price, row.compare_at_price) = told.unwrap_or_default();
        }
        for (variant, (price, compare_at_price)) in fixed {
            let row = Model { is_fixed: true, price, compare_at_price, ..self.blank(ground, variant) };
            self.now.insert(variant, row);
        }
    }

    /// The price of a variant that is an item here.
    pub(super) fn of(&mut self, ground: &Ground, mapped: &Mapped) -> &mut Model {
        let blank = self.blank(ground, mapped.shopify_variant_id);
        let row = self.now.entry(mapped.shopify_variant_id).or_insert(blank);
        let (item, variant, _) = &mapped.goods;
        (row.item_number, row.variant_code) = (item.clone(), variant.clone());
        row.display_name.clone_from(&mapped.display_name);
        row
    }

    fn blank(&self, ground: &Ground, shopify_variant_id: i64) -> Model {
        Model {
            id: ground.random.id(ground.now),
            catalog_id: self.catalog,
            shopify_variant_id,
            display_name: String::new(),
            item_number: Code::blank(),
            variant_code: Code::blank(),
            is_fixed: false,
            price: Amount::ZERO,
            compare_at_price: Amount::ZERO,
            is_ours: false,
            calculated_price: Amount::ZERO,
            calculated_compare_at_price: Amount::ZERO,
            differs: false,
            error_message: String::new(),
        }
    }

    /// All others are worked out no more: what Shopify has fixed of them is kept as it is, and the rest forgotten.
    pub(super) fn leave_others(&mut self, worked_out: &HashSet<i64>) {
        for row in self.now.values_mut().filter(|row| !worked_out.contains(&row.shopify_variant_id)) {
            (row.item_number, row.variant_code) = (Code::blank(), Code::blank());
            (row.calculated_price, row.calculated_compare_at_price) = (Amount::ZERO, Amount::ZERO);
            row.differs = false;
            row.error_message.clear();
        }
        self.now.retain(|variant, row| row.is_fixed || worked_out.contains(variant));
    }

    /// The variants whose prices were fixed from here and that are no items any more: their prices are to go. What someone
    /// else has fixed stays.
    pub(super) fn left_behind(&self, no_items: &HashSet<i64>) -> Vec<i64> {
        let is_left = |row: &&Model| row.is_fixed && row.is_ours && no_items.contains(&row.shopify_variant_id);
        self.now.values().filter(is_left).map(|row| row.shopify_variant_id).collect()
    }

    /// What came of a call's worth of them, which is staged from now on. Gives those that are all right again, and by how many
    /// more are fixed.
    pub(super) fn came(&mut self, rows: &[Model]) -> (Vec<i64>, i32) {
        let (mut mended, mut more) = (Vec::new(), 0);
        for row in rows {
            let variant = row.shopify_variant_id;
            more += i32::from(row.is_fixed);
            if let Some(old) = self.now.insert(variant, row.clone()) {
                more -= i32::from(old.is_fixed);
            }
            let had_error =
                self.before.insert(variant, row.clone()).is_some_and(|before| !before.error_message.is_empty());
            if had_error && row.error_message.is_empty() {
                mended.push(variant);
            }
        }
        (mended, more)
    }

    /// Forgets variants that have no prices any more. Gives those that had errors.
    pub(super) fn forget(&mut self, variants: &[i64]) -> Vec<i64> {
        variants.iter().for_each(|variant| _ = self.now.remove(variant));
        let before = variants.iter().filter_map(|variant| self.before.remove(variant));
        before.filter(|row| !row.error_message.is_empty()).map(|row| row.shopify_variant_id).collect()
    }

    /// How many are fixed.
    pub(super) fn fixed(&self) -> i32 {
        i32::try_from(self.now.values().filter(|row| row.is_fixed).count()).unwrap_or(i32::MAX)
    }

    /// The variants whose prices are all right again.
    pub(super) fn mended(&self) -> Vec<i64> {
        let is_mended = |variant: &i64| self.now.get(variant).is_none_or(|row| row.error_message.is_empty());
        let had_errors = self.before.iter().filter(|(_, row)| !row.error_message.is_empty());
        had_errors.map(|(variant, _)| *variant).filter(is_mended).collect()
    }

    /// What has changed since they were staged, and which variants have none any more. From now on that is staged.
    pub(super) fn changes(&mut self) -> (Vec<Model>, Vec<i64>) {
        let changed: Vec<Model> = self
            .now
            .iter()
            .filter(|(variant, row)| self.before.get(variant) != Some(row))
            .map(|(_, row)| row.clone())
            .collect();
        let gone: Vec<i64> = self.before.keys().filter(|variant| !self.now.contains_key(variant)).copied().collect();
        for row in &changed {
            self.before.insert(row.shopify_variant_id, row.clone());
        }
        self.before.retain(|variant, _| self.now.contains_key(variant));
        (changed, gone)
    }
}

/// Stages what has changed of the prices of a catalog.
pub(super) async fn keep(tx: &Tx, catalog: Uuid, changed: Vec<Model>, gone: &[i64]) -> Result<(), Error> {
    for some in gone.chunks(NAMED) {
        let of_catalog = Entity::delete_many().filter(Column::CatalogId.eq(catalog));
        of_catalog.filter(Column::ShopifyVariantId.is_in(some.iter().copied())).exec(tx).await?;
    }
    let key = [Column::CatalogId, Column::ShopifyVariantId];
    let told = [
        Column::DisplayName,
        Column::ItemNumber,
        Column::VariantCode,
        Column::IsFixed,
        Column::Price,
        Column::CompareAtPrice,
        Column::IsOurs,
        Column::CalculatedPrice,
        Column::CalculatedCompareAtPrice,
        Column::Differs,
        Column::ErrorMessage,
    ];
    upsert_many(tx, changed.into_iter().map(IntoActiveModel::into_active_model).collect(), &key, &told).await?;
    Ok(())
}

/// The products of a catalog that are staged.
pub(super) async fn products(c: &impl ConnectionTrait, catalog: Uuid) -> Result<HashSet<i64>, Error> {
    use product::{Column, Entity};
    let ids: Vec<i64> = Entity::find()
        .select_only()
        .column(Column::ShopifyProductId)
        .filter(Column::CatalogId.eq(catalog))
        .into_tuple()
        .all(c)
        .await?;
    Ok(ids.into_iter().collect())
}

/// Stages the products of a catalog.
pub(super) async fn keep_products(tx: &Tx, catalog: Uuid, products: &HashSet<i64>) -> Result<(), Error> {
    use product::{Column, Entity, Model};
    Entity::delete_many().filter(Column::CatalogId.eq(catalog)).exec(tx).await?;
    let row = |id: &i64| Model { catalog_id: catalog, shopify_product_id: *id }.into_active_model();
    insert_many(tx, products.iter().map(row).collect()).await?;
    Ok(())
}
