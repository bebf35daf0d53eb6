use access::{Action, Area, Principal};
use axum::extract::rejection::QueryRejection;
use axum::extract::{Query, State};
use axum::http::Method;
use axum::{Extension, Json};
use back_office::availability::{self, Figures};
use back_office::items::{self, ItemType};
use chrono::NaiveDate;
use database::{Read, condition};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa::openapi::Ref;
use utoipa::openapi::path::{OperationBuilder, ParameterIn};
use utoipa::openapi::schema::Type;
use values::Code;
use values::field::{Kind, Value};
use values::filter::Filter;
use values::money::Quantity;

use crate::api::Api;
use crate::openapi::{json, parameter, refused};
use crate::question::read;
use crate::records::expression;
use crate::{App, Error};

/// How many items one answer tells of.
const MOST_ITEMS: usize = 5_000;

/// Of what is asked, as filter expressions, and for which day.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub(super) struct Asked {
    item_number: String,
    variant_code: String,
    location_code: String,
    date: Option<NaiveDate>,
}

/// What is available.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct ItemAvailability {
    /// The day for which it holds.
    date: NaiveDate,
    /// One for each item, variant and location of which something is known; for an item of which nothing is, one.
    value: Vec<AvailabilityLine>,
}

/// What is available of a variant of an item at a location, in base units.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AvailabilityLine {
    /// The item.
    #[schema(value_type = String)]
    item_number: Code<20>,
    /// What it is.
    display_name: String,
    /// The variant; blank: the item without one.
    #[schema(value_type = String)]
    variant_code: Code<10>,
    /// The location; blank: none.
    #[schema(value_type = String)]
    location_code: Code<10>,
    /// The unit of all of these.
    #[schema(value_type = String)]
    base_unit_of_measure_code: Code<10>,
    /// How many are on hand.
    #[schema(value_type = f64)]
    inventory: Quantity,
    /// How many of them are kept for sales orders.
    #[schema(value_type = f64)]
    reserved: Quantity,
    /// How many are kept for nobody.
    #[schema(value_type = f64)]
    free: Quantity,
    /// How many sales orders ask for by the day.
    #[schema(value_type = f64)]
    gross_requirement: Quantity,
    /// How many come by the day.
    #[schema(value_type = f64)]
    scheduled_receipt: Quantity,
    /// How many will be there when all of that has come and gone.
    #[schema(value_type = f64)]
    projected_available_balance: Quantity,
    /// How many may still be promised for the day.
    #[schema(value_type = f64)]
    available_to_promise: Quantity,
}

impl AvailabilityLine {
    fn new(item: &Item, variant_code: Code<10>, location_code: Code<10>, figures: &Figures) -> Self {
        let (item_number, display_name, base_unit_of_measure_code) = item.clone();
        Self {
            item_number,
            display_name,
            variant_code,
            location_code,
            base_unit_of_measure_code,
            inventory: figures.inventory,
            reserved: figures.reserved,
            free: figures.free(),
            gross_requirement: figures.gross_requirement,
            scheduled_receipt: figures.scheduled_receipt,
            projected_available_balance: figures.projected_available_balance(),
            available_to_promise: figures.available_to_promise(),
        }
    }
}

/// Its number, what it is, and its base unit.
type Item = (Code<20>, String, Code<10>);

/// Adds the route.
pub(super) fn serve(api: &mut Api) {
    let query = |name, about| parameter(name, ParameterIn::Query, Type::String, about);
    let document = OperationBuilder::new()
        .tag("items")
        .summary(Some("How many of items are available, by variant and location"))
        .parameter(query("itemNumber", "Which items, as a filter expression: `1000..1999|S*`; left out: all."))
        .parameter(query("variantCode", "Which variants; `''` is the item without one."))
        .parameter(query("locationCode", "Which locations; `''` is none."))
        .parameter(query("date", "For which day; left out: today."))
        .response("200", json("What is available.", Ref::from_schema_name(ItemAvailability::name())))
        .response("400", refused("BadRequest"));
    api.route(Method::GET, "/itemAvailability", (Area::BackOffice, Action::Read), document, ask);
}

async fn ask(
    State(app): State<App>,
    Extension(caller): Extension<Principal>,
    query: Result<Query<Asked>, QueryRejection>,
) -> Result<Json<ItemAvailability>, Error> {
    let (asked, words) = (read(query)?, &app.words(&caller));
    let date = asked.date.unwrap_or_else(|| words.today());
    let filter = &expression("itemNumber", ("number", Kind::Code), &asked.item_number, words)?;
    let variants = &expression("variantCode", ("code", Kind::Code), &asked.variant_code, words)?;
    let locations = &expression("locationCode", ("code", Kind::Code), &asked.location_code, words)?;
    let value = app.db.read(|read| async move {
        let items = counted(&read, filter).await?;
        let numbers: Vec<Code<20>> = items.iter().map(|(number, ..)| number.clone()).collect();
        let found = availability::read(&read, &numbers, date).await?;
        let is_asked = |filter: &Filter, code: &Code<10>| filter.matches(&|_| Value::Text(code.to_string()));
        let mut lines = Vec::new();
        for item in &items {
            let mut places = found.places(&item.0).peekable();
            if places.peek().is_none() && is_asked(variants, &Code::blank()) && is_asked(locations, &Code::blank()) {
                lines.push(AvailabilityLine::new(item, Code::blank(), Code::blank(), &Figures::default()));
            }
            let places =
                places.filter(|(variant, location, _)| is_asked(variants, variant) && is_asked(locations, location));
            lines.extend(places.map(|(variant, location, figures)| {
                AvailabilityLine::new(item, variant.clone(), location.clone(), figures)
            }));
        }
        Ok::<_, Error>(lines)
    });
    Ok(Json(ItemAvailability { date, value: value.await? }))
}

/// The items that a filter lets through and that are counted, by number.
async fn counted(read: &Read, filter: &Filter) -> Result<Vec<Item>, Error> {
    use items::Column;
    let most = u64::try_from(MOST_ITEMS).unwrap_or(u64::MAX);
    let items: Vec<Item> = items::Entity::find()
        .select_only()
        .columns([Column::Number, Column::Description, Column::BaseUnitOfMeasureCode])
        .filter(condition::<items::Entity>(read, filter)?)
        .filter(Column::ItemType.eq(ItemType::Inventory))
        .order_by_asc(Column::Number)
        .limit(most.saturating_add(1))
        .into_tuple()
        .all(read)
        .await?;
    if items.len() > MOST_ITEMS {
        let message = format!("more than {MOST_ITEMS} items are asked for: narrow itemNumber down, as 1000..1999");
        return Err(Error::invalid("itemNumber", message));
    }
    Ok(items)
}
