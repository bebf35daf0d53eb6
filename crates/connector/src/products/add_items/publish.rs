//! Publishing what was added. Until Shopify has confirmed it, a skipped record of the product says that it is sold nowhere:
//! whatever ends a run before, the next one publishes it.

use database::Tx;
use job_queue::{Context, JobError};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use shopify::Client;
use shopify::documents::product_changes::{Complaint, PRODUCTS, Published, publish};
use values::Code;

use crate::Error;
use crate::products::export::{Ground, Reason, product_gid};
use crate::products::{ADD_ITEMS, channels};
use crate::skipped::{self, Kind, Skipped};

/// A product that is there, and is not known to be published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unpublished {
    pub product_id: i64,
    pub item: Code<20>,
}

impl Unpublished {
    fn skipped(&self, shop: &Code<20>, why: &str) -> Skipped {
        let reason = Reason::NotPublished { item: self.item.to_string(), why: why.to_owned() };
        Skipped {
            shop_code: shop.clone(),
            kind: Kind::Item,
            shopify_id: self.product_id,
            document_name: self.item.to_string(),
            cause: reason.to_string(),
            remedy: reason.remedy(),
            retry_object_id: ADD_ITEMS,
        }
    }
}

/// Those of these items that are products, of which nobody has confirmed that they are published.
pub(super) async fn unpublished(
    c: &impl ConnectionTrait,
    shop: &Code<20>,
    items: &[Code<20>],
) -> Result<Vec<Unpublished>, Error> {
    use skipped::{Column, Entity};
    let rows = Entity::find()
        .filter(Column::ShopCode.eq(shop.clone()))
        .filter(Column::Kind.eq(Kind::Item))
        .filter(Column::ShopifyId.ne(0_i64))
        .filter(Column::DocumentName.is_in(items.iter().map(ToString::to_string)))
        .order_by_asc(Column::DocumentName)
        .all(c)
        .await?;
    let of = |row: skipped::Model| Unpublished { product_id: row.shopify_id, item: Code::cut(&row.document_name) };
    Ok(rows.into_iter().map(of).collect())
}

/// Writes down, with what else is written, that products are still to be published.
pub(super) async fn expect(tx: &Tx, ground: &Ground, all: &[Unpublished]) -> Result<(), Error> {
    let rows = all.iter().map(|one| one.skipped(&ground.shop.code, "the run has ended before")).collect();
    skipped::record(tx, &ground.seen(), rows).await
}

/// Publishes products, and writes down of which it is not confirmed, and why. Gives how many these are.
pub(super) async fn publish_all(
    cx: &Context,
    client: &Client,
    ground: &Ground,
    publications: &[String],
    all: &[Unpublished],
) -> Result<u64, JobError> {
    let (shop, mut failed) = (&ground.shop.code, 0);
    for some in all.chunks(PRODUCTS) {
        let (mut done, mut told) = (Vec::new(), Vec::new());
        for (one, why) in some.iter().zip(refusals(cx, client, publications, some).await?) {
            match why {
                None => done.push(one.product_id),
                Some(why) => told.push(one.skipped(shop, &why)),
            }
        }
        failed += u64::try_from(told.len()).unwrap_or(u64::MAX);
        let (ground, done, told) = (&ground.at(cx.clock().now()), &done, &told);
        let write = |tx: Tx| async move {
            skipped::solve(&tx, shop, Kind::Item, done).await?;
            skipped::record(&tx, &ground.seen(), told.clone()).await
        };
        cx.write(write).await?;
    }
    Ok(failed)
}

/// Why each of some products was not published; none for one that was.
async fn refusals(
    cx: &Context,
    client: &Client,
    publications: &[String],
    some: &[Unpublished],
) -> Result<Vec<Option<String>>, JobError> {
    if publications.is_empty() {
        return Ok(vec![Some("no sales channel is known to publish it on".to_owned()); some.len()]);
    }
    let ids: Vec<String> = some.iter().map(|one| product_gid(one.product_id)).collect();
    match cx.send(publish(client, &ids, publications)).await? {
        Ok(told) => Ok(told.into_iter().map(refusal).collect()),
        // The products are there all the same, and others are still to be added.
        Err(error) => Ok(vec![Some(error.to_string()); some.len()]),
    }
}

fn refusal(told: Option<Published>) -> Option<String> {
    match told {
        Some(told) => Complaint::all(&told.user_errors),
        None => Some("Shopify has not confirmed it".to_owned()),
    }
}

/// Where products of a shop that are added are sold.
pub(super) async fn publications(cx: &Context, client: &Client, ground: &Ground) -> Result<Vec<String>, JobError> {
    Ok(channels::used(&channels::stored_or_read(cx, client, &ground.shop).await?))
}
