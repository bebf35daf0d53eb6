use access::Principal;
use axum::extract::State;
use axum::http::Method;
use axum::{Extension, Json};
use back_office::item_journal::{self, Counting, batch};
use back_office::items::ItemType;
use back_office::{items, locations};
use chrono::NaiveDate;
use database::{Record, Tx, condition};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::OperationBuilder;
use values::Code;
use values::field::{Kind, Value};
use values::filter::Words;

use super::CHANGE;
use crate::api::Api;
use crate::body::Body;
use crate::openapi::{body, json, refused};
use crate::records::{self, RecordId, hold};
use crate::{App, Error};

/// What is to be counted.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = CalculateInventory)]
pub(crate) struct CountingBody {
    /// The day on which it is counted, to which differences are posted.
    posting_date: NaiveDate,
    /// The number of the document; left out: the next of the batch's number series, when it is posted.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    document_number: Code<20>,
    /// Which items, as a filter expression: `1000..1999|S*`; blank: all.
    #[serde(default)]
    item_number: String,
    /// At which locations, as a filter expression; blank: at all, and at none.
    #[serde(default)]
    location_code: String,
    /// Whether also what should not be there, but once was.
    #[serde(default)]
    items_not_on_inventory: bool,
}

/// The lines that were made to be counted.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = CalculatedInventory)]
pub(crate) struct CalculatedBody {
    /// How many.
    lines: usize,
}

/// Adds the route.
pub(super) fn serve(api: &mut Api) {
    let set = batch::Entity::NAME;
    let document = OperationBuilder::new()
        .tag(set)
        .summary(Some("Make a line for everything that should be there, to be counted"))
        .description(Some("Lines of an earlier count in the batch go. Then give each line its `quantityPhysical`."))
        .request_body(Some(body::<CountingBody>("What is counted.")))
        .response("200", json("What was made.", Ref::from_schema_name(CalculatedBody::name())))
        .response("400", refused("BadRequest"));
    api.route(Method::POST, &format!("/{set}/{{id}}/Kobling.calculateInventory"), CHANGE, document, calculate);
}

async fn calculate(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    RecordId(id): RecordId,
    Body(body): Body<CountingBody>,
) -> Result<Json<CalculatedBody>, Error> {
    let (cx, words, body) = (&app.context(&caller), &app.words(&caller), &body);
    let write = |tx| async move {
        let batch = hold::<batch::Entity>(&tx, id).await?;
        let counting = Counting {
            posting_date: body.posting_date,
            document_number: body.document_number.clone(),
            item_numbers: counted_items(&tx, &body.item_number, words).await?,
            location_codes: counted_locations(&tx, &body.location_code, words).await?,
            items_not_on_inventory: body.items_not_on_inventory,
        };
        Ok::<_, Error>(item_journal::calculate_inventory(&tx, &batch.code, &counting, cx).await?.len())
    };
    Ok(Json(CalculatedBody { lines: app.db.write(write).await? }))
}

/// The items that an expression lets through; none: all.
async fn counted_items(tx: &Tx, expression: &str, words: &Words) -> Result<Vec<Code<20>>, Error> {
    if expression.trim().is_empty() {
        return Ok(Vec::new());
    }
    let filter = records::expression("itemNumber", ("number", Kind::Code), expression, words)?;
    let numbers: Vec<Code<20>> = items::Entity::find()
        .select_only()
        .column(items::Column::Number)
        .filter(condition::<items::Entity>(tx, &filter)?)
        .filter(items::Column::ItemType.eq(ItemType::Inventory))
        .into_tuple()
        .all(tx)
        .await?;
    if numbers.is_empty() {
        let message =
            format!("no item with a quantity on hand is among '{expression}': choose others, or leave it blank");
        return Err(Error::invalid("itemNumber", message));
    }
    Ok(numbers)
}

/// The locations that an expression lets through, the blank one among them; none: all.
async fn counted_locations(tx: &Tx, expression: &str, words: &Words) -> Result<Vec<Code<10>>, Error> {
    if expression.trim().is_empty() {
        return Ok(Vec::new());
    }
    let filter = records::expression("locationCode", ("code", Kind::Code), expression, words)?;
    let all = locations::Entity::find().all(tx).await?.into_iter().map(|location| location.code);
    let is_counted = |code: &Code<10>| filter.matches(&|_| Value::Text(code.to_string()));
    let codes: Vec<Code<10>> = all.chain([Code::blank()]).filter(is_counted).collect();
    if codes.is_empty() {
        let message = format!("no location is among '{expression}': choose others, or leave it blank");
        return Err(Error::invalid("locationCode", message));
    }
    Ok(codes)
}
