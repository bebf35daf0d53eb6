//! A page of staged products, with what the back office says of their items.

use std::collections::{BTreeSet, HashMap};

use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use values::Code;

use super::ground::Ground;
use super::shelf::Shelf;
use super::units::unit;
use crate::Error;
use crate::products::prices::{self, Goods, Offers};
use crate::products::staged::{product, variant};

/// So many variants are read at a time: more than a product may have.
const PAGE: u64 = 2_500;

/// What is to be brought to the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// Everything that an item says.
    Everything,
    /// Prices and costs.
    OnlyPrices,
}

/// A product with its variants, as Shopify last told them.
#[derive(Clone, Debug)]
pub(super) struct Staged {
    pub product_id: i64,
    /// None when only orders have named its variants.
    pub product: Option<product::Model>,
    pub variants: Vec<variant::Model>,
}

/// Products, and all that is known here of their items.
#[derive(Clone, Debug)]
pub(super) struct Page {
    pub products: Vec<Staged>,
    pub shelf: Shelf,
    pub offers: Offers,
    /// The product after which the next page begins.
    pub last: i64,
}

/// The products after `last`, whole: as many as a page of variants has. None when there is no more. Where products are named by
/// their ids these alone.
pub(super) async fn page(
    c: &impl ConnectionTrait,
    ground: &Ground,
    (what, named): (What, Option<&[i64]>),
    last: i64,
) -> Result<Option<Page>, Error> {
    let variants = variants(c, ground, (what, named), last).await?;
    let Some(end) = variants.last().map(|variant| variant.shopify_product_id) else { return Ok(None) };
    let products = products(c, ground, &variants).await?;
    let numbers = numbers(&products);
    let is_priced = what == What::OnlyPrices || ground.shop.sync_prices;
    let (shelf, mut goods) = match what {
        What::OnlyPrices => (Shelf::of_prices(c, &numbers).await?, BTreeSet::new()),
        What::Everything => {
            let shelf = Shelf::whole(c, ground, &numbers).await?;
            // Whatever is added has a price.
            let missing = products.iter().flat_map(|one| of_missing(ground, one, &shelf)).collect();
            (shelf, missing)
        }
    };
    if is_priced {
        goods.append(&mut of_staged(&products, &shelf));
    }
    let offers = prices::offers(c, &ground.terms, goods).await?;
    Ok(Some(Page { products, shelf, offers, last: end }))
}

/// Variants of whole products. Where a page is full the last product may go on, and waits for the next.
async fn variants(
    c: &impl ConnectionTrait,
    ground: &Ground,
    (what, named): (What, Option<&[i64]>),
    last: i64,
) -> Result<Vec<variant::Model>, Error> {
    use variant::{Column, Entity};
    let shop = &ground.shop.code;
    let which = match what {
        What::OnlyPrices => Condition::all().add(Column::ItemNumber.ne(Code::<20>::blank())),
        What::Everything => {
            let mapped = product::Entity::find()
                .select_only()
                .column(product::Column::ShopifyProductId)
                .filter(product::Column::ShopCode.eq(shop.clone()))
                .filter(product::Column::ItemNumber.ne(Code::<20>::blank()))
                .filter(product::Column::ShopifyProductId.gt(last));
            Condition::all().add(Column::ShopifyProductId.in_subquery(mapped.into_query()))
        }
    };
    let which = which.add_option(named.map(|named| Column::ShopifyProductId.is_in(named.iter().copied())));
    let mut variants = Entity::find()
        .filter(Column::ShopCode.eq(shop.clone()))
        .filter(Column::ShopifyProductId.gt(last))
        .filter(which)
        .order_by_asc(Column::ShopifyProductId)
        .order_by_asc(Column::ShopifyVariantId)
        .limit(PAGE)
        .all(c)
        .await?;
    if u64::try_from(variants.len()).is_ok_and(|count| count == PAGE) {
        let first = variants.first().map(|variant| variant.shopify_product_id);
        let end = variants.last().map(|variant| variant.shopify_product_id);
        if first != end {
            variants.retain(|variant| Some(variant.shopify_product_id) != end);
        }
    }
    Ok(variants)
}

async fn products(
    c: &impl ConnectionTrait,
    ground: &Ground,
    variants: &[variant::Model],
) -> Result<Vec<Staged>, Error> {
    use product::{Column, Entity};
    let ids: BTreeSet<i64> = variants.iter().map(|variant| variant.shopify_product_id).collect();
    let known = Entity::find()
        .filter(Column::ShopCode.eq(ground.shop.code.clone()))
        .filter(Column::ShopifyProductId.is_in(ids))
        .all(c)
        .await?;
    let mut known: HashMap<i64, product::Model> =
        known.into_iter().map(|product| (product.shopify_product_id, product)).collect();
    let mut products: Vec<Staged> = Vec::new();
    for variant in variants {
        let id = variant.shopify_product_id;
        match products.last_mut().filter(|last| last.product_id == id) {
            Some(last) => last.variants.push(variant.clone()),
            None => {
                let product = known.remove(&id);
                products.push(Staged { product_id: id, product, variants: vec![variant.clone()] });
            }
        }
    }
    Ok(products)
}

/// The items of products and their variants.
fn numbers(products: &[Staged]) -> BTreeSet<Code<20>> {
    let of_product = |one: &Staged| one.product.as_ref().map(|product| product.item_number.clone());
    let of_variants = |one: &Staged| one.variants.iter().map(|variant| variant.item_number.clone()).collect::<Vec<_>>();
    let all = products.iter().flat_map(|one| of_variants(one).into_iter().chain(of_product(one)));
    all.filter(|number| !number.is_blank()).collect()
}

/// What the variants that are there are.
fn of_staged(products: &[Staged], shelf: &Shelf) -> BTreeSet<Goods> {
    let mapped = products.iter().flat_map(|one| &one.variants).filter(|variant| !variant.item_number.is_blank());
    let goods = mapped.filter_map(|variant| {
        let unit = unit(variant, shelf).ok()?;
        Some((variant.item_number.clone(), variant.variant_code.clone(), unit))
    });
    goods.collect()
}

/// What the product's item might yet become variants of.
fn of_missing(ground: &Ground, one: &Staged, shelf: &Shelf) -> Vec<Goods> {
    let Some(product) = &one.product else { return Vec::new() };
    super::units::sold_as(&ground.shop, &product.item_number, shelf)
}
