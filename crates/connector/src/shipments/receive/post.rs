use std::collections::HashMap;

use back_office::posting::{self, Request};
use back_office::sales::posted::{self, say_deliveries};
use back_office::sales::{self, ChangeDocument, ChangeLine, Status, header, line, plan_quantities};
use back_office::shipping_agents;
use database::Tx;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;
use values::Code;

use super::due::Due;
use super::plan::{is_goods, plan};
use super::reason::Reason;
use crate::Error;
use crate::orders::SOURCE_KIND;
use crate::orders::import::cut;
use crate::orders::mapping::Ground;
use crate::shipments::freight::Freight;
use crate::shipments::number::{FAILED, READY};
use crate::shipments::staged::shipped::{self, Origin, Pieces, written};

/// What is read once for all fulfilments.
#[derive(Debug)]
pub(super) struct Known {
    /// The set-up of posting.
    pub posting: posting::Setup,
    /// That of documents.
    pub sales: sales::Setup,
    /// The shipping agents.
    pub agents: Vec<shipping_agents::Model>,
    /// Which locations of the back office those of the store are.
    pub places: HashMap<i64, Code<10>>,
}

/// What came of posting a fulfilment.
#[derive(Debug)]
pub(super) enum Came {
    /// Its shipment is posted.
    Posted,
    /// Another has done it, or it is not known yet whose it is.
    NotNow,
    /// Something stands against it.
    Left(Reason),
}

/// Posts the shipment of a fulfilment, and writes down that it is its.
///
/// # Errors
/// What the back office says, and when the database fails: nothing is posted then.
pub(super) async fn post(tx: &Tx, ground: &Ground, known: &Known, due: &Due, pieces: &Pieces) -> Result<Came, Error> {
    // Whoever posts for this order at the same time waits here, and then sees what the other has done.
    let found = header::Entity::find_by_id(due.document).lock_exclusive().one(tx).await?;
    let Some(document) = found else { return Ok(Came::NotNow) };
    if !is_free(tx, due).await? {
        return Ok(Came::NotNow);
    }
    if let Some(number) = not_sent(tx, due).await? {
        return Ok(Came::Left(Reason::NotSent(number)));
    }
    let lines = lines(tx, document.id).await?;
    let freight = Freight::read(tx, &[due.fulfillment.order_id]).await?;
    let plans = match plan(&document.in_words(), &lines, pieces, &freight) {
        Ok(plans) => plans,
        Err(reason) => return Ok(Came::Left(reason)),
    };
    let ships =
        |line: &line::Model| plans.iter().any(|plan| plan.line_number == line.line_number && !plan.to_ship.is_zero());
    let cx = &ground.sales_context();
    change_document(tx, known, &document, due, cx).await?;
    if let Some(place) = known.places.get(&due.fulfillment.location_id) {
        let moved: Vec<i32> = lines
            .iter()
            .filter(|line| ships(line) && is_goods(line, &freight) && line.location_code != *place)
            .map(|line| line.line_number)
            .collect();
        move_lines(tx, known, &document, (moved.as_slice(), place), cx).await?;
    }
    plan_quantities(tx, document.id, &plans, ground.now).await?;
    let day = due.fulfillment.created_at.with_timezone(&ground.zone).date_naive();
    let request = Request { posting_date: Some(day), ..Request::SHIP };
    let posted = posting::post(tx, &known.posting, document.id, &request, cx).await?;
    if let Some((id, number)) = posted.shipment {
        say_deliveries(tx, &[(id, due.fulfillment.shopify_fulfillment_id)]).await?;
        row(ground, due, (id, number), pieces)?.into_active_model().reset_all().insert(tx).await?;
    }
    Ok(Came::Posted)
}

/// Whether no shipment has the fulfilment, and none of the order waits to learn which one is its.
async fn is_free(tx: &Tx, due: &Due) -> Result<bool, Error> {
    let of_order = shipped::Entity::find()
        .filter(shipped::Column::ShopifyOrderId.eq(due.fulfillment.shopify_order_id))
        .filter(shipped::Column::ShopifyFulfillmentId.is_in([0, due.fulfillment.shopify_fulfillment_id]))
        .filter(shipped::Column::Origin.ne(Origin::TakenOver));
    Ok(of_order.one(tx).await?.is_none())
}

/// A shipment of the order that is to be sent to Shopify still: the fulfilment may be its.
async fn not_sent(tx: &Tx, due: &Due) -> Result<Option<String>, Error> {
    use posted::header::{Column, Entity};
    let waits = Entity::find()
        .filter(Column::Kind.eq(posted::Kind::Shipment))
        .filter(Column::SourceKind.eq(SOURCE_KIND))
        .filter(Column::SourceDeliveryId.is_in([READY, FAILED]))
        .filter(Column::SourceId.eq(due.fulfillment.shopify_order_id.to_string()));
    Ok(waits.one(tx).await?.map(|shipment| shipment.number.to_string()))
}

async fn lines(tx: &Tx, document: Uuid) -> Result<Vec<line::Model>, Error> {
    let lines = line::Entity::find().filter(line::Column::DocumentId.eq(document));
    Ok(lines.order_by_asc(line::Column::LineNumber).all(tx).await?)
}

/// Who brings it, and under which number. A carrier that is no agent here changes nothing.
async fn change_document(
    tx: &Tx,
    known: &Known,
    document: &header::Model,
    due: &Due,
    cx: &sales::Context,
) -> Result<(), Error> {
    let told = &due.fulfillment;
    let company = told.tracking_company.trim();
    let is_it = |agent: &&shipping_agents::Model| {
        let names = [agent.tracking_company.as_str(), agent.name.as_str(), agent.code.as_str()];
        !company.is_empty() && names.iter().any(|name| name.trim().eq_ignore_ascii_case(company))
    };
    let number = told.tracking_number.split(',').next().unwrap_or_default().trim();
    let change = ChangeDocument {
        shipping_agent_code: known.agents.iter().find(is_it).map(|agent| agent.code.clone()),
        package_tracking_number: Some(cut(number, 50)),
        ..ChangeDocument::default()
    };
    sales::change_document(tx, &known.sales, document.id, None, &change, cx).await?;
    Ok(())
}

/// Has lines sent from where they were. Posting releases the document again.
async fn move_lines(
    tx: &Tx,
    known: &Known,
    document: &header::Model,
    (moved, place): (&[i32], &Code<10>),
    cx: &sales::Context,
) -> Result<(), Error> {
    if moved.is_empty() {
        return Ok(());
    }
    if document.status == Status::Released {
        sales::reopen(tx, document.id, cx.now).await?;
    }
    for line in moved {
        let change = ChangeLine { location_code: Some(place.clone()), ..ChangeLine::default() };
        sales::change_line(tx, &known.sales, document.id, None, *line, &change, cx).await?;
    }
    Ok(())
}

fn row(
    ground: &Ground,
    due: &Due,
    (shipment_id, shipment_number): (Uuid, Code<20>),
    pieces: &Pieces,
) -> Result<shipped::Model, Error> {
    let told = &due.fulfillment;
    Ok(shipped::Model {
        id: ground.random.id(ground.now),
        shop_code: ground.shop.code.clone(),
        shipment_id,
        shipment_number,
        shopify_order_id: told.shopify_order_id,
        shopify_order_number: due.order_number.clone(),
        shopify_fulfillment_id: told.shopify_fulfillment_id,
        name: told.name.clone(),
        origin: Origin::Shopify,
        location_id: told.location_id,
        tracking_company: told.tracking_company.clone(),
        tracking_number: told.tracking_number.clone(),
        tracking_url: told.tracking_url.clone(),
        quantity: pieces.values().sum(),
        created_at: ground.now,
        pieces: written(pieces)?,
        known_before: String::new(),
    })
}
