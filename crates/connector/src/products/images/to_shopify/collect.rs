use std::collections::{BTreeSet, HashMap, HashSet};

use back_office::items::{main_picture, picture};
use database::Read;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use values::{Code, Filter};

use crate::products::images::entity::{Column, Entity, Model};
use crate::products::staged::{product, variant};
use crate::{Error, shops};

/// As many products are collected at a time.
const PRODUCTS: u64 = 100;
/// As many pictures are named in a query.
const MEDIA: usize = 1_000;

/// A product or a variant, the picture that it is to show, and what is known of the one that it shows.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    pub product: i64,
    /// 0 is the product as a whole.
    pub variant: i64,
    pub name: String,
    /// The picture that it shows; 0 for none.
    pub media_id: i64,
    /// Whether others show the same.
    pub is_shared: bool,
    pub picture: Option<picture::Model>,
    pub row: Option<Model>,
}

impl Wanted {
    /// Whether the picture that it shows may be to show something else.
    fn may_replace(&self) -> bool {
        let digest = self.row.as_ref().map(|row| row.digest.as_str()).unwrap_or_default();
        self.media_id != 0 && !self.is_shared && self.picture.as_ref().is_some_and(|picture| picture.digest != digest)
    }
}

/// What some products and their variants are to show.
#[derive(Clone, Debug)]
pub(super) struct Collected {
    pub wanted: Vec<Wanted>,
    /// The last of the products.
    pub last: i64,
}

/// A variant, as far as its picture goes.
type Variant = (i64, i64, String, Code<20>, Code<10>, i64);

/// The next products that the filter lets through, and their variants; none after the last.
pub(super) async fn collect(
    read: &Read,
    shop: &Code<20>,
    filter: &Filter,
    after: Option<i64>,
) -> Result<Option<Collected>, Error> {
    use product::Column as P;
    let mut query = product::Entity::find()
        .filter(P::ShopCode.eq(shop.clone()))
        .filter(database::condition::<product::Entity>(read, filter)?);
    if let Some(after) = after {
        query = query.filter(P::ShopifyProductId.gt(after));
    }
    let products = query.order_by_asc(P::ShopifyProductId).limit(PRODUCTS).all(read).await?;
    let Some(last) = products.last().map(|product| product.shopify_product_id) else { return Ok(None) };
    let ids: Vec<i64> = products.iter().map(|product| product.shopify_product_id).collect();
    let variants = variants(read, shop, &ids).await?;
    let rows = rows(read, shop, &ids).await?;
    let pictures = pictures(read, &products, &variants).await?;
    let mut wanted = wanted(&products, &variants, &rows, &pictures);
    let to_change = wanted.iter().filter(|one| one.may_replace()).map(|one| one.media_id).collect();
    let elsewhere = shown_elsewhere(read, shop, &ids, to_change).await?;
    wanted.iter_mut().for_each(|one| one.is_shared |= elsewhere.contains(&one.media_id));
    Ok(Some(Collected { wanted, last }))
}

/// What is known of the pictures of these products. Where a shop knows nothing of one, what another shop of its store does:
/// it is the same picture.
async fn rows(read: &Read, shop: &Code<20>, products: &[i64]) -> Result<HashMap<(i64, i64), Model>, Error> {
    let query = Entity::find()
        .filter(Column::ShopCode.in_subquery(shops::codes_of_same_store(shop)))
        .filter(Column::ShopifyProductId.is_in(products.iter().copied()))
        .order_by_asc(Column::ShopCode);
    let mut rows: HashMap<(i64, i64), Model> = HashMap::new();
    for row in query.all(read).await? {
        let owner = (row.shopify_product_id, row.shopify_variant_id);
        if row.shop_code == *shop {
            rows.insert(owner, row);
        } else {
            rows.entry(owner).or_insert(row);
        }
    }
    Ok(rows)
}

/// Which of these pictures other products than these show, or variants of others.
async fn shown_elsewhere(
    read: &Read,
    shop: &Code<20>,
    products: &[i64],
    media: BTreeSet<i64>,
) -> Result<HashSet<i64>, Error> {
    use product::Column as P;
    use variant::Column as V;
    let media: Vec<i64> = media.into_iter().collect();
    let mut shown = HashSet::new();
    for some in media.chunks(MEDIA) {
        let of_products = product::Entity::find()
            .select_only()
            .column(P::ImageId)
            .filter(P::ShopCode.eq(shop.clone()))
            .filter(P::ImageId.is_in(some.iter().copied()))
            .filter(P::ShopifyProductId.is_not_in(products.iter().copied()));
        let of_variants = variant::Entity::find()
            .select_only()
            .column(V::ImageId)
            .filter(V::ShopCode.eq(shop.clone()))
            .filter(V::ImageId.is_in(some.iter().copied()))
            .filter(V::ShopifyProductId.is_not_in(products.iter().copied()));
        let of_products: Vec<i64> = of_products.into_tuple().all(read).await?;
        let of_variants: Vec<i64> = of_variants.into_tuple().all(read).await?;
        shown.extend(of_products.into_iter().chain(of_variants));
    }
    Ok(shown)
}

async fn variants(read: &Read, shop: &Code<20>, products: &[i64]) -> Result<Vec<Variant>, Error> {
    use variant::Column as V;
    let query = variant::Entity::find()
        .select_only()
        .columns([V::ShopifyProductId, V::ShopifyVariantId, V::DisplayName, V::ItemNumber, V::VariantCode, V::ImageId])
        .filter(V::ShopCode.eq(shop.clone()))
        .filter(V::ShopifyProductId.is_in(products.iter().copied()))
        .order_by_asc(V::ShopifyProductId)
        .order_by_asc(V::ShopifyVariantId);
    Ok(query.into_tuple().all(read).await?)
}

type Pictures = HashMap<(Code<20>, Code<10>), picture::Model>;

async fn pictures(read: &Read, products: &[product::Model], variants: &[Variant]) -> Result<Pictures, Error> {
    let numbers = products.iter().map(|product| &product.item_number).chain(variants.iter().map(|variant| &variant.3));
    let numbers: BTreeSet<Code<20>> = numbers.filter(|number| !number.is_blank()).cloned().collect();
    let pictures = main_picture::of_items(read, numbers.into_iter().collect()).await?;
    Ok(pictures.into_iter().map(|one| ((one.item_number.clone(), one.variant_code.clone()), one)).collect())
}

/// Products of an item, and variants of a variant of it, or of another item than the product's.
fn wanted(
    products: &[product::Model],
    variants: &[Variant],
    rows: &HashMap<(i64, i64), Model>,
    pictures: &Pictures,
) -> Vec<Wanted> {
    let media_of = |product: i64, variant: i64, staged: i64| {
        rows.get(&(product, variant)).map(|row| row.media_id).filter(|media| *media != 0).unwrap_or(staged)
    };
    let mut shown: HashMap<i64, u32> = HashMap::new();
    let of_products = products.iter().map(|one| media_of(one.shopify_product_id, 0, one.image_id));
    let of_variants = variants.iter().map(|(product, variant, _, _, _, image)| media_of(*product, *variant, *image));
    of_products.chain(of_variants).for_each(|media| *shown.entry(media).or_default() += 1);
    let one = |product: i64, variant: i64, name: &str, staged: i64, item: &Code<20>, code: &Code<10>| {
        let media_id = media_of(product, variant, staged);
        Wanted {
            product,
            variant,
            name: name.to_owned(),
            media_id,
            is_shared: shown.get(&media_id).is_some_and(|count| *count > 1),
            picture: pictures.get(&(item.clone(), code.clone())).cloned(),
            row: rows.get(&(product, variant)).cloned(),
        }
    };
    let mut wanted = Vec::new();
    for product in products {
        let (id, item) = (product.shopify_product_id, &product.item_number);
        if !item.is_blank() {
            wanted.push(one(id, 0, &product.title, product.image_id, item, &Code::blank()));
        }
        let own = variants.iter().filter(|variant| variant.0 == id && !variant.3.is_blank());
        for (_, variant, name, of, code, image) in own.filter(|variant| !variant.4.is_blank() || variant.3 != *item) {
            wanted.push(one(id, *variant, name, *image, of, code));
        }
    }
    wanted
}
