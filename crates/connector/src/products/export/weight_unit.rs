use database::Tx;
use job_queue::{Context, JobError};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use shopify::Client;
use shopify::documents::shop::settings;

use crate::products::options::WeightUnit;
use crate::{Error, shops};

/// The shop with the unit in which its store weighs: asked for once, and kept on the shop card.
pub(crate) async fn known(cx: &Context, client: &Client, shop: shops::Model) -> Result<shops::Model, JobError> {
    if shop.weight_unit != WeightUnit::Blank {
        return Ok(shop);
    }
    let told = cx.send(settings(client)).await?.map_err(Error::Shopify)?.shop.weight_unit;
    let weight_unit = WeightUnit::from(&told);
    if weight_unit == WeightUnit::Blank {
        return Ok(shop);
    }
    let id = shop.id;
    let keep = |tx: Tx| async move {
        let unit = shops::ActiveModel { weight_unit: Set(weight_unit), ..Default::default() };
        shops::Entity::update_many().set(unit).filter(shops::Column::Id.eq(id)).exec(&tx).await?;
        tx.changed::<shops::Entity>(&[id]).await?;
        Ok::<_, Error>(())
    };
    cx.write(keep).await?;
    Ok(shops::Model { weight_unit, ..shop })
}
