use access::{Action, Area, Principal};
use database::{Tx, search};
use sea_orm::{ActiveModelTrait, ActiveValue, EntityTrait, Set};
use shopify::documents::product_changes::{ProductInput, Seo, Updated, update};
use uuid::Uuid;

use super::tags::tags;
use crate::products::export::{product_gid, said_otherwise, status_name};
use crate::products::options::ProductStatus;
use crate::products::staged::product::{ActiveModel, Entity, Model};
use crate::{Connector, Error, shops};

/// What is to be changed of a product; `None` leaves it as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// Whether it is sold.
    pub status: Option<ProductStatus>,
    /// All of its tags, with commas between them; blank takes them away.
    pub tags: Option<String>,
    /// Its title for search engines.
    pub seo_title: Option<String>,
    /// Its description for search engines.
    pub seo_description: Option<String>,
}

/// Changes a product in Shopify, and here when Shopify has confirmed it. What it says already is not sent.
///
/// # Errors
/// [`Error::Chosen`] when it is not there or Shopify refuses, [`Error::Given`] for tags that will not do,
/// [`Error::ReadOnly`]; why there is no answer.
pub async fn change(connector: &Connector, by: &Principal, id: Uuid, change: &Change) -> Result<Model, Error> {
    by.require(Area::Synchronization, Action::Change)?;
    let find = |r| async move {
        let product = Entity::find_by_id(id).one(&r).await?;
        let product = product.ok_or_else(|| Error::Chosen(format!("there is no Shopify product with the id {id}")))?;
        let shop = shops::find(&r, product.shop_code.as_str()).await?;
        Ok::<_, Error>((product, shop))
    };
    let (product, shop) = connector.db().read(find).await?;
    let Some((input, then)) = planned(&product, change)? else { return Ok(product) };
    if !shop.allow_outgoing_requests {
        return Err(Error::ReadOnly(shop.code.to_string()));
    }
    let told = update(&connector.client(&shop).await?.urgent(), std::slice::from_ref(&input)).await?.pop().flatten();
    let told = told.as_ref().map_or_else(|| Err("Shopify has not confirmed it".to_owned()), Updated::told);
    let told = told.map_err(|why| Error::Chosen(format!("the product '{}' was not changed: {why}", product.title)))?;
    let now = connector.clock().now();
    let row =
        &ActiveModel { updated_at: Set(told.updated_at), last_updated_by_us: Set(Some(now)), ..changed(&input, &then) };
    let (before, code) = (&product, &shop.code);
    let write = |tx: Tx| async move {
        said_otherwise(&tx, code, &[before.shopify_product_id]).await?;
        let after = row.clone().update(&tx).await?;
        search::keep::<Entity>(&tx, [&after]).await?;
        tx.changed::<Entity>(&[id]).await?;
        connector.audit().changed::<Entity>(&tx, by, &before.title, Some(before), Some(&after)).await?;
        Ok::<_, Error>(after)
    };
    connector.db().write(write).await
}

/// What is sent, and what the product is then; none where it says so already.
fn planned(product: &Model, change: &Change) -> Result<Option<(ProductInput, Model)>, Error> {
    let (mut input, mut then) = (ProductInput::default(), product.clone());
    if let Some(status) = change.status.filter(|status| *status != product.status) {
        then.status = status;
        input.status = Some(status_name(status));
    }
    if let Some(text) = &change.tags {
        let tags = tags(text)?;
        let joined = tags.join(",");
        if joined != product.tags {
            then.tags = joined;
            input.tags = Some(tags);
        }
    }
    let title = change.seo_title.clone().unwrap_or_else(|| product.seo_title.clone());
    let description = change.seo_description.clone().unwrap_or_else(|| product.seo_description.clone());
    if title != product.seo_title || description != product.seo_description {
        then.seo_title.clone_from(&title);
        then.seo_description.clone_from(&description);
        input.seo = Some(Seo { title, description });
    }
    if input == ProductInput::default() {
        return Ok(None);
    }
    input.id = product_gid(product.shopify_product_id);
    Ok(Some((input, then)))
}

/// What is written of it: no more than what was sent, since the rest may have changed meanwhile.
fn changed(input: &ProductInput, then: &Model) -> ActiveModel {
    let mut row = ActiveModel { id: ActiveValue::Unchanged(then.id), ..Default::default() };
    if input.status.is_some() {
        row.status = Set(then.status);
    }
    if input.tags.is_some() {
        row.tags = Set(then.tags.clone());
    }
    if input.seo.is_some() {
        row.seo_title = Set(then.seo_title.clone());
        row.seo_description = Set(then.seo_description.clone());
    }
    row
}

#[cfg(test)]
mod tests {
    use values::Code;

    use super::*;

    fn product() -> Model {
        Model {
            title: "Tent".into(),
            tags: "blue,wool".into(),
            seo_title: "Old".into(),
            seo_description: "Text".into(),
            ..Model::named(Uuid::nil(), Code::cut("DEMO"), 7)
        }
    }

    #[test]
    fn the_last_tag_is_taken_away() {
        let change = Change { tags: Some(String::new()), ..Change::default() };
        let (input, then) = planned(&product(), &change).unwrap().unwrap();
        assert_eq!(
            (input.tags, then.tags.as_str(), input.id.as_str()),
            (Some(Vec::new()), "", "gid://shopify/Product/7")
        );
    }

    #[test]
    fn both_texts_for_search_engines_are_sent_where_one_changed() {
        let change = Change { seo_title: Some("New".into()), ..Change::default() };
        let (input, _) = planned(&product(), &change).unwrap().unwrap();
        assert_eq!(input.seo, Some(Seo { title: "New".into(), description: "Text".into() }));
    }

    #[test]
    fn what_is_said_already_is_not_sent() {
        let same = Change {
            status: Some(ProductStatus::Active),
            tags: Some("wool, blue".into()),
            seo_title: Some("Old".into()),
            seo_description: None,
        };
        assert_eq!(planned(&product(), &same).unwrap(), None);
    }
}
