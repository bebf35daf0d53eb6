//! What Shopify has confirmed is staged; what was refused or left out is told.

use std::collections::{BTreeSet, HashSet};
use std::ops::AddAssign;

use chrono::{DateTime, Utc};
use database::{Tx, search, upsert_many};
use job_queue::{Context, JobError};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};
use shopify::documents::product_changes::{ChangedProduct, MadeVariant, VariantInput};
use values::Code;

use super::ground::Ground;
use super::plan::Plan;
use super::reason::Reason;
use super::send::{Line, Refusals};
use crate::Error;
use crate::orders::import::number;
use crate::products::SYNC_PRODUCTS;
use crate::products::staged::{product, variant};
use crate::products::{removal, write};
use crate::skipped::{self, Kind, Skipped};

/// What Shopify has confirmed.
#[derive(Clone, Debug, Default)]
pub(super) struct Confirmed {
    pub products: Vec<product::Model>,
    pub variants: Vec<variant::Model>,
    /// Variants that are new.
    pub added: Vec<variant::Model>,
    /// Variants that were to be added and are there: of these it is known which items they are, and no more.
    pub found: Vec<variant::Model>,
}

impl AddAssign for Confirmed {
    fn add_assign(&mut self, other: Self) {
        self.products.extend(other.products);
        self.variants.extend(other.variants);
        self.added.extend(other.added);
        self.found.extend(other.found);
    }
}

impl Confirmed {
    pub(super) fn len(&self) -> usize {
        self.products.len() + self.variants.len() + self.added.len() + self.found.len()
    }

    /// Leaves out what is of these products.
    fn leave_out(&mut self, gone: &HashSet<i64>) {
        self.products.retain(|product| !gone.contains(&product.shopify_product_id));
        for variants in [&mut self.variants, &mut self.added, &mut self.found] {
            variants.retain(|variant| !gone.contains(&variant.shopify_product_id));
        }
    }

    /// The products that are changed, or have variants that are.
    fn product_ids(&self) -> Vec<i64> {
        let variants = self.variants.iter().chain(&self.added).chain(&self.found);
        let of_variants = variants.map(|variant| variant.shopify_product_id);
        let all = self.products.iter().map(|product| product.shopify_product_id).chain(of_variants);
        all.collect::<BTreeSet<_>>().into_iter().collect()
    }
}

impl variant::Model {
    /// The same, changed at this time.
    pub(super) fn at(self, updated_at: DateTime<Utc>) -> Self {
        Self { updated_at, ..self }
    }
}

/// A product as Shopify has it now.
pub(super) fn product(then: &product::Model, told: &ChangedProduct) -> product::Model {
    product::Model {
        updated_at: told.updated_at,
        url: told.online_store_url.as_ref().map(|url| url.0.clone()).unwrap_or_default(),
        preview_url: told.online_store_preview_url.as_ref().map(|url| url.0.clone()).unwrap_or_default(),
        ..then.clone()
    }
}

/// The variants that were added, as Shopify has them: each is known by the values of its options.
pub(super) fn added(line: &Line<'_>, made: &[MadeVariant]) -> Vec<variant::Model> {
    let of = |made: &MadeVariant| {
        line.changes.iter().find(|change| is_made_of(&change.input, made)).map(|change| as_made(&change.then, made))
    };
    made.iter().filter_map(of).collect()
}

/// Whether a variant has the values of options that are wanted of it.
pub(crate) fn is_made_of(input: &VariantInput, made: &MadeVariant) -> bool {
    let has = |name: &String, value: &String| {
        made.selected_options.iter().any(|one| one.name == *name && one.value == *value)
    };
    input.option_values.iter().all(|value| has(&value.option_name, &value.name))
}

/// A variant with what Shopify has made of it.
pub(crate) fn as_made(then: &variant::Model, made: &MadeVariant) -> variant::Model {
    let option = |at: usize| {
        let of = made.selected_options.get(at);
        of.map(|one| (one.name.clone(), one.value.clone())).unwrap_or_default()
    };
    let ((option1_name, option1_value), (option2_name, option2_value)) = (option(0), option(1));
    let (option3_name, option3_value) = option(2);
    variant::Model {
        shopify_variant_id: number(&made.id),
        inventory_item_id: number(&made.inventory_item.id),
        position: made.position,
        display_name: format!("{} - {}", then.title, made.title),
        variant_title: made.title.clone(),
        option1_name,
        option1_value,
        option2_name,
        option2_value,
        option3_name,
        option3_value,
        created_at: made.updated_at,
        updated_at: made.updated_at,
        ..then.clone()
    }
}

/// Stages what was confirmed, in one transaction.
pub(super) async fn record(cx: &Context, ground: &Ground, confirmed: Confirmed) -> Result<(), JobError> {
    if confirmed.len() == 0 {
        return Ok(());
    }
    let (now, confirmed) = (cx.clock().now(), &confirmed);
    let ground = &ground.at(now);
    cx.write(|tx| async move { put(&tx, ground, confirmed.clone()).await }).await?;
    Ok(())
}

async fn put(tx: &Tx, ground: &Ground, mut confirmed: Confirmed) -> Result<(), Error> {
    let gone = gone(tx, &ground.shop.code, &confirmed.product_ids()).await?;
    confirmed.leave_out(&gone);
    said_otherwise(tx, &ground.shop.code, &confirmed.product_ids()).await?;
    let ids: Vec<_> = confirmed.products.iter().map(|product| product.id).collect();
    let products = confirmed
        .products
        .into_iter()
        .map(|product| product::Model { last_updated_by_us: Some(ground.now), ..product });
    let products: Vec<product::Model> = products.collect();
    search::keep::<product::Entity>(tx, &products).await?;
    let products = products.into_iter().map(IntoActiveModel::into_active_model);
    upsert_many(tx, products.collect(), &[product::Column::Id], &OF_PRODUCT).await?;
    tx.changed::<product::Entity>(&ids).await?;
    let ids: Vec<_> = confirmed.variants.iter().map(|variant| variant.id).collect();
    let variants = confirmed.variants.into_iter().map(IntoActiveModel::into_active_model);
    upsert_many(tx, variants.collect(), &[variant::Column::Id], &OF_VARIANT).await?;
    if !ids.is_empty() {
        tx.changed::<variant::Entity>(&ids).await?;
    }
    write::made_variants(tx, confirmed.added).await?;
    write::found_variants(tx, confirmed.found).await
}

/// Those of these products that a person took away here since they were compared: their rows are not put back. The others stay
/// until the transaction ends.
async fn gone(tx: &Tx, shop: &Code<20>, products: &[i64]) -> Result<HashSet<i64>, Error> {
    use product::{Column, Entity};
    let mut there = HashSet::new();
    for some in products.chunks(NAMED) {
        let found: Vec<i64> = Entity::find()
            .select_only()
            .column(Column::ShopifyProductId)
            .filter(Column::ShopCode.eq(shop.clone()))
            .filter(Column::ShopifyProductId.is_in(some.iter().copied()))
            .order_by_asc(Column::ShopifyProductId)
            .lock_exclusive()
            .into_tuple()
            .all(tx)
            .await?;
        there.extend(found);
    }
    let removed = removal::by_ids(tx, shop, products).await?;
    Ok(removed.into_keys().filter(|id| !there.contains(id)).collect())
}

/// What is staged of these products is not what Shopify was last heard to say: what it says next is taken for news, also when
/// it is what it said before.
pub(crate) async fn said_otherwise(tx: &Tx, shop: &Code<20>, products: &[i64]) -> Result<(), Error> {
    use product::{Column, Entity};
    for some in products.chunks(NAMED) {
        Entity::update_many()
            .col_expr(Column::ContentHash, Expr::value("said otherwise"))
            .filter(Column::ShopCode.eq(shop.clone()))
            .filter(Column::ShopifyProductId.is_in(some.iter().copied()))
            .filter(Column::ContentHash.ne(""))
            .exec(tx)
            .await?;
    }
    Ok(())
}

/// How many ids are named in one statement.
const NAMED: usize = 1_000;

const OF_PRODUCT: [product::Column; 9] = [
    product::Column::Title,
    product::Column::ProductType,
    product::Column::Vendor,
    product::Column::DescriptionHtml,
    product::Column::Status,
    product::Column::Url,
    product::Column::PreviewUrl,
    product::Column::UpdatedAt,
    product::Column::LastUpdatedByUs,
];

const OF_VARIANT: [variant::Column; 12] = [
    variant::Column::Price,
    variant::Column::CompareAtPrice,
    variant::Column::UnitCost,
    variant::Column::Sku,
    variant::Column::Barcode,
    variant::Column::InventoryPolicy,
    variant::Column::Tracked,
    variant::Column::TariffNumber,
    variant::Column::CountryRegionOfOriginCode,
    variant::Column::Weight,
    variant::Column::WeightUnit,
    variant::Column::UpdatedAt,
];

/// Tells why products, or parts of them, were left out; takes away what was told of those that are as they should be.
pub(super) async fn tell(cx: &Context, ground: &Ground, plans: &[Plan], refusals: &Refusals) -> Result<(), JobError> {
    let skipped = |plan: &Plan| {
        let reasons: Vec<&Reason> =
            plan.reasons.iter().chain(refusals.get(&plan.product_id).into_iter().flatten()).collect();
        (!reasons.is_empty()).then(|| Skipped {
            shop_code: ground.shop.code.clone(),
            kind: Kind::Product,
            shopify_id: plan.product_id,
            document_name: plan.title.clone(),
            cause: sentences(reasons.iter().map(|reason| reason.to_string())),
            remedy: sentences(reasons.iter().map(|reason| reason.remedy())),
            retry_object_id: SYNC_PRODUCTS,
        })
    };
    let told: Vec<Skipped> = plans.iter().filter_map(skipped).collect();
    let of_told: HashSet<i64> = told.iter().map(|one| one.shopify_id).collect();
    let fine: Vec<i64> = plans.iter().map(|plan| plan.product_id).filter(|id| !of_told.contains(id)).collect();
    let (shop, fine) = (&ground.shop.code, &fine);
    let open = &cx.db().read(|r| async move { skipped::open(&r, shop, Kind::Product, fine).await }).await?;
    if told.is_empty() && open.is_empty() {
        return Ok(());
    }
    let (ground, told) = (&ground.at(cx.clock().now()), &told);
    let write = |tx: Tx| async move {
        skipped::solve(&tx, shop, Kind::Product, &open.iter().copied().collect::<Vec<_>>()).await?;
        skipped::record(&tx, &ground.seen(), told.clone()).await
    };
    Ok(cx.write(write).await?)
}

/// As many sentences as a skipped record holds.
const MOST: usize = 10;

/// Each sentence once.
pub(crate) fn sentences(all: impl Iterator<Item = String>) -> String {
    let mut once = Vec::new();
    for sentence in all {
        if !once.contains(&sentence) {
            once.push(sentence);
        }
    }
    let more = once.len().saturating_sub(MOST);
    once.truncate(MOST);
    if more > 0 {
        once.push(format!("And {more} more."));
    }
    once.join(" ")
}
