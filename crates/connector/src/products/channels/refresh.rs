use access::{Action, Area, Principal};
use database::{Tx, upsert_many};
use job_queue::{Context, JobError};
use runtime::Random;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use shopify::Client;
use shopify::documents::product_changes::{Channel, channels};
use values::Code;

use super::entity::{Column, Entity, Model};
use crate::{Connector, Error, shops};

/// The sales channels of a shop; those of its store, where none is known yet.
///
/// # Errors
/// A lost lease or a wish to stop; why there is no answer.
pub(crate) async fn stored_or_read(cx: &Context, client: &Client, shop: &shops::Model) -> Result<Vec<Model>, JobError> {
    let code = &shop.code;
    let stored = cx.db().read(|r| async move { of(&r, code).await }).await?;
    if !stored.is_empty() {
        return Ok(stored);
    }
    let told = match cx.send(channels(client)).await? {
        Ok(told) => told,
        // Who may not read channels publishes nothing, and products are made all the same.
        Err(error @ shopify::Error::AccessDenied { .. }) => {
            tracing::warn!(shop = %shop.code, %error, "products are not published");
            return Ok(Vec::new());
        }
        Err(error) => return Err(Error::Shopify(error).into()),
    };
    let (told, now) = (&told, cx.clock().now());
    let random = cx.random();
    let keep = |tx: Tx| async move {
        put(&tx, code, told, random, now).await?;
        of(&tx, code).await
    };
    Ok(cx.write(keep).await?)
}

/// Reads the sales channels of a shop's store anew: new ones are added, those that are gone are taken away. Gives how many
/// there are.
///
/// # Errors
/// [`Error::NoShop`]; why there is no answer.
pub async fn refresh(connector: &Connector, by: &Principal, shop: &str) -> Result<usize, Error> {
    by.require(Area::Synchronization, Action::Run)?;
    let shop = connector.db().read(|r| async move { shops::find(&r, shop).await }).await?;
    let told = &channels(&connector.client(&shop).await?.urgent()).await?;
    let (code, now, random) = (&shop.code, connector.clock().now(), connector.random());
    connector.db().write(|tx| async move { put(&tx, code, told, random, now).await }).await?;
    Ok(told.len())
}

async fn of(c: &impl ConnectionTrait, shop: &Code<20>) -> Result<Vec<Model>, Error> {
    let of_shop = Entity::find().filter(Column::ShopCode.eq(shop.clone()));
    Ok(of_shop.order_by_asc(Column::PublicationId).all(c).await?)
}

async fn put(
    tx: &Tx,
    shop: &Code<20>,
    told: &[Channel],
    random: &Random,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<(), Error> {
    let ids: Vec<&str> = told.iter().map(|channel| channel.id.as_str()).collect();
    let gone = Entity::delete_many().filter(Column::ShopCode.eq(shop.clone()));
    gone.filter(Column::PublicationId.is_not_in(ids)).exec(tx).await?;
    let row = |channel: &Channel| Model {
        id: random.id(now),
        shop_code: shop.clone(),
        publication_id: channel.id.clone(),
        name: channel.name.clone(),
        use_for_publication: false,
        is_default: channel.is_online_store,
    };
    let rows = told.iter().map(row).map(IntoActiveModel::into_active_model).collect();
    upsert_many(tx, rows, &[Column::ShopCode, Column::PublicationId], &[Column::Name, Column::IsDefault]).await?;
    tx.changed::<Entity>(&[]).await?;
    Ok(())
}
