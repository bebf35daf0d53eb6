use database::{Tx, insert_many, search};
use job_queue::{Context, JobError};
use sea_orm::IntoActiveModel;
use values::Code;

use super::address;
use super::publish::{Unpublished, expect};
use crate::products::ADD_ITEMS;
use crate::products::export::{Ground, Reason, sentences};
use crate::products::staged::{product, variant};
use crate::products::write;
use crate::skipped::{self, Kind, Skipped};

/// A product that was made, with its variants, as they are staged.
#[derive(Clone, Debug)]
pub(super) struct Made {
    pub product: product::Model,
    pub variants: Vec<variant::Model>,
}

impl Made {
    /// As long as nobody has confirmed that it is published.
    pub(super) fn unpublished(&self) -> Unpublished {
        Unpublished { product_id: self.product.shopify_product_id, item: self.product.item_number.clone() }
    }
}

/// Stages what was made, in one transaction, and that it is not published yet; and that it is known what came of these items.
pub(super) async fn record(
    cx: &Context,
    ground: &Ground,
    made: &[Made],
    answered: &[Code<20>],
) -> Result<(), JobError> {
    let now = cx.clock().now();
    let ground = &ground.at(now);
    let put = |tx: Tx| async move {
        address::forget(&tx, &ground.shop.code, answered.iter().cloned()).await?;
        let products: Vec<product::Model> = made
            .iter()
            .map(|one| product::Model { last_updated_by_us: Some(ground.now), ..one.product.clone() })
            .collect();
        let rows = products.iter().cloned().map(IntoActiveModel::into_active_model).collect();
        insert_many(&tx, rows).await?;
        search::keep::<product::Entity>(&tx, &products).await?;
        tx.changed::<product::Entity>(&products.iter().map(|one| one.id).collect::<Vec<_>>()).await?;
        write::made_variants(&tx, made.iter().flat_map(|one| one.variants.iter().cloned()).collect()).await?;
        expect(&tx, ground, &made.iter().map(Made::unpublished).collect::<Vec<_>>()).await
    };
    if !answered.is_empty() {
        cx.write(put).await?;
    }
    Ok(())
}

/// Tells which items were left out, and why; takes away what was told of the others.
pub(super) async fn tell(
    cx: &Context,
    ground: &Ground,
    fine: &[String],
    refused: &[(String, Reason)],
) -> Result<(), JobError> {
    let mut told: Vec<Skipped> = Vec::new();
    for (number, _) in refused {
        if told.iter().any(|one| one.document_name == *number) {
            continue;
        }
        let of_it = || refused.iter().filter(|(of, _)| of == number).map(|(_, reason)| reason);
        told.push(Skipped {
            shop_code: ground.shop.code.clone(),
            kind: Kind::Item,
            shopify_id: 0,
            document_name: number.clone(),
            cause: sentences(of_it().map(Reason::to_string)),
            remedy: sentences(of_it().map(Reason::remedy)),
            retry_object_id: ADD_ITEMS,
        });
    }
    let (ground, told, shop) = (&ground.at(cx.clock().now()), &told, &ground.shop.code);
    let write = |tx: Tx| async move {
        skipped::solve_named(&tx, shop, Kind::Item, fine).await?;
        skipped::record(&tx, &ground.seen(), told.clone()).await
    };
    Ok(cx.write(write).await?)
}
