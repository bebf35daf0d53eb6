//! Items, as far as they are made and mended through the API.

use access::{Action, Area};
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::Response;
use back_office::items::{self, Change, Entity, ItemType, NewItem};
use database::Notice;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa::openapi::path::OperationBuilder;
use values::Code;
use values::money::Price;

use crate::api::Api;
use crate::body::Body;
use crate::openapi::{body, error, record, refused, versioned};
use crate::records::{MustMatch, RecordId, load, shown};
use crate::{App, Error};

const TAG: &str = "items";
const CHANGE: (Area, Action) = (Area::BackOffice, Action::Change);

/// An item, or what is to be changed of one: what is left out stays as it is.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct ItemBody {
    /// The number of a new item.
    #[schema(value_type = Option<String>)]
    number: Option<Code<20>>,
    /// What kind of item a new one is: `Inventory`, `Service` or `Non-Inventory`.
    #[serde(rename = "type")]
    #[schema(value_type = Option<String>)]
    item_type: Option<ItemType>,
    /// The unit in which a new item is counted and sold.
    #[schema(value_type = Option<String>)]
    base_unit_of_measure_code: Option<Code<10>>,
    /// What it is.
    display_name: Option<String>,
    /// Its bar code.
    gtin: Option<String>,
    /// What one unit costs the customer.
    #[schema(value_type = Option<f64>)]
    unit_price: Option<Price>,
    /// Whether that price has VAT in it.
    price_includes_tax: Option<bool>,
    /// Its VAT product posting group.
    #[schema(value_type = Option<String>)]
    tax_group_code: Option<Code<20>>,
    /// Whether it may not be used at all.
    blocked: Option<bool>,
    /// Whether it may not be sold.
    sales_blocked: Option<bool>,
}

impl From<ItemBody> for NewItem {
    fn from(body: ItemBody) -> Self {
        Self {
            number: body.number.unwrap_or_default(),
            description: body.display_name.unwrap_or_default(),
            item_type: body.item_type.unwrap_or_default(),
            gtin: body.gtin.unwrap_or_default(),
            unit_price: body.unit_price.unwrap_or_default(),
            price_includes_vat: body.price_includes_tax.unwrap_or_default(),
            unit_of_measure_code: body.base_unit_of_measure_code.unwrap_or_default(),
            vat_product_posting_group: body.tax_group_code.unwrap_or_default(),
        }
    }
}

impl From<ItemBody> for Change {
    fn from(body: ItemBody) -> Self {
        Self {
            description: body.display_name,
            gtin: body.gtin,
            unit_price: body.unit_price,
            price_includes_vat: body.price_includes_tax,
            vat_product_posting_group: body.tax_group_code,
            blocked: body.blocked,
            sales_blocked: body.sales_blocked,
        }
    }
}

/// Adds the routes that change items.
pub(crate) fn serve(api: &mut Api) {
    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Make an item"))
        .request_body(Some(body::<ItemBody>("The item.")))
        .response("201", record("The item.", TAG))
        .response("400", refused("BadRequest"))
        .response("409", error("There is an item of that number."));
    api.route(Method::POST, "/items", CHANGE, document, create);

    let document = OperationBuilder::new()
        .tag(TAG)
        .summary(Some("Change an item"))
        .request_body(Some(body::<ItemBody>("What is to be changed.")))
        .response("200", record("The item.", TAG))
        .response("400", refused("BadRequest"));
    api.route(Method::PATCH, "/items/{id}", CHANGE, versioned(document), change);
}

async fn create(State(app): State<App>, Body(new): Body<ItemBody>) -> Result<Response, Error> {
    let (app, new) = (&app, &new);
    let write = |tx| async move {
        let now = app.clock.now();
        let item = items::create(&tx, &NewItem::from(new.clone()), now, &app.random).await?;
        let id = item.id;
        if new.blocked.is_some() || new.sales_blocked.is_some() {
            items::change(&tx, item, &Change::from(new.clone()), now).await?;
        }
        tx.notify(Notice::new(TAG, id.to_string())).await?;
        Ok::<_, Error>(id)
    };
    let id = app.db.write(write).await?;
    shown::<Entity>(app, StatusCode::CREATED, id).await
}

async fn change(
    State(app): State<App>,
    RecordId(id): RecordId,
    MustMatch(version): MustMatch,
    Body(body): Body<ItemBody>,
) -> Result<Response, Error> {
    if body.number.is_some() || body.item_type.is_some() || body.base_unit_of_measure_code.is_some() {
        return Err(Error::invalid("number", "an item keeps its number, its type and its base unit of measure"));
    }
    let (app, version, change) = (&app, &version, &Change::from(body));
    let write = |tx| async move {
        let item = load::<Entity>(&tx, id).await?;
        version.check::<Entity>(&item)?;
        items::change(&tx, item, change, app.clock.now()).await?;
        Ok::<_, Error>(tx.notify(Notice::new(TAG, id.to_string())).await?)
    };
    app.db.write(write).await?;
    shown::<Entity>(app, StatusCode::OK, id).await
}
