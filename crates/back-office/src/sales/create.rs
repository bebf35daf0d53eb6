use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use database::{Tx, insert_many, search};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect,
};
use uuid::Uuid;
use values::Code;

use super::prepare::prepare;
use super::rows::Rows;
use super::{Context, LineKind, NewOrder, Setup, Source, order};
use crate::{Error, Result, number_series};

/// What became of a document that was to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was made: id and number.
    Created(Uuid, Code<20>),
    /// One from the same source is there already: id and number.
    AlreadyThere(Uuid, Code<20>),
}

/// Makes a sales order with its lines and amounts. One that comes from a source of which there is a document already is
/// not made again.
///
/// # Errors
/// [`Error::Unknown`], [`Error::Blocked`], [`Error::Blank`], [`Error::NoVatSetup`], [`Error::Discount`],
/// [`Error::InvoiceDiscount`], [`Error::NoDiscountBase`], [`Error::NoLines`], [`Error::Exists`] and those of the number
/// series: nothing is made.
pub async fn create_order(tx: &Tx, setup: &Setup, new: &NewOrder, cx: &Context) -> Result<Outcome> {
    let made = create_orders(tx, setup, std::slice::from_ref(new), cx).await?;
    made.into_iter().next().unwrap_or(Err(Error::NoLines))
}

/// Makes several sales orders, in their order, with a statement for all headers and one for all lines. One that is
/// refused has its error in its place and draws no number; the others are made.
///
/// # Errors
/// Those of the number series, and when the database fails: nothing is made.
pub async fn create_orders(tx: &Tx, setup: &Setup, new: &[NewOrder], cx: &Context) -> Result<Vec<Result<Outcome>>> {
    // Locked before anyone looks whether a document is there: what is made from one source at the same time waits here.
    let series = number_series::lock(tx, setup.order_numbers()?).await?;
    let mut made = made_from(tx, new).await?;
    let waiting =
        || new.iter().filter(|order| order.source.as_ref().is_none_or(|source| !made.contains_key(&key(source))));
    meet(tx, setup, waiting()).await?;
    let mut taken = given(tx, waiting().filter_map(|order| order.number.clone()).collect()).await?;

    let mut drafts = Vec::with_capacity(new.len());
    for order in new {
        let source = order.source.as_ref().map(key);
        if source.as_ref().is_some_and(|source| made.contains_key(source)) {
            drafts.push(Draft::Made(source));
            continue;
        }
        let rows = prepare(setup, order, cx).and_then(|rows| match &order.number {
            None => Ok(rows),
            Some(number) => series.accept_manual().and_then(|()| take(&mut taken, number)).map(|()| rows),
        });
        if let (Ok(rows), Some(source)) = (&rows, source) {
            made.insert(source, (rows.order.id, Code::blank()));
        }
        drafts.push(Draft::New(rows));
    }

    let is_to_draw = |draft: &Draft, order: &NewOrder| matches!(draft, Draft::New(Ok(_))) && order.number.is_none();
    let count = drafts.iter().zip(new).filter(|(draft, order)| is_to_draw(draft, order)).count();
    let mut drawn = draw(tx, &series, setup.today(cx.now), count).await?.into_iter();
    let (mut outcomes, mut created) = (Vec::new(), Vec::new());
    let (mut headers, mut lines) = (Vec::new(), Vec::new());
    for (draft, order) in drafts.into_iter().zip(new) {
        let mut rows = match draft {
            Draft::Made(source) => {
                let known = source.and_then(|source| made.get(&source)).cloned();
                let (id, number) = known.unwrap_or_default();
                outcomes.push(Ok(Outcome::AlreadyThere(id, number)));
                continue;
            }
            Draft::New(Err(error)) => {
                outcomes.push(Err(error));
                continue;
            }
            Draft::New(Ok(rows)) => rows,
        };
        let Some(number) = order.number.clone().or_else(|| drawn.next()) else { continue };
        rows.number(&number);
        if let Some(source) = &order.source {
            made.insert(key(source), (rows.order.id, number.clone()));
        }
        outcomes.push(Ok(Outcome::Created(rows.order.id, number)));
        created.push(rows.order.id);
        headers.push(*rows.order);
        lines.extend(rows.lines.into_iter().map(|line| line.into_active_model().reset_all()));
    }
    search::keep::<order::Entity>(tx, &headers).await?;
    insert_many(tx, headers.into_iter().map(|header| header.into_active_model().reset_all()).collect()).await?;
    insert_many(tx, lines).await?;
    tx.changed::<order::Entity>(&created).await?;
    Ok(outcomes)
}

/// A document on its way.
enum Draft {
    /// There is one from this source.
    Made(Option<(String, String)>),
    /// It has its rows, or is refused.
    New(Result<Rows>),
}

type Made = HashMap<(String, String), (Uuid, Code<20>)>;

fn key(source: &Source) -> (String, String) {
    (source.kind.clone(), source.id.clone())
}

/// The documents that were made from those sources.
async fn made_from(connection: &impl ConnectionTrait, new: &[NewOrder]) -> Result<Made> {
    let mut ids: HashMap<&str, Vec<&str>> = HashMap::new();
    for source in new.iter().filter_map(|order| order.source.as_ref()) {
        ids.entry(&source.kind).or_default().push(&source.id);
    }
    if ids.is_empty() {
        return Ok(Made::new());
    }
    let any = ids.into_iter().fold(Condition::any(), |any, (kind, ids)| {
        any.add(Condition::all().add(order::Column::SourceKind.eq(kind)).add(order::Column::SourceId.is_in(ids)))
    });
    let columns = [order::Column::SourceKind, order::Column::SourceId, order::Column::Id, order::Column::Number];
    let found: Vec<(String, String, Uuid, Code<20>)> =
        order::Entity::find().select_only().columns(columns).filter(any).into_tuple().all(connection).await?;
    Ok(found.into_iter().map(|(kind, source, id, number)| ((kind, source), (id, number))).collect())
}

/// Reads the customers and items that the orders name.
async fn meet(tx: &Tx, setup: &Setup, orders: impl Iterator<Item = &NewOrder> + Clone) -> Result<()> {
    let customers = orders.clone().flat_map(|order| [&order.sell_to_customer, &order.bill_to_customer]);
    setup.meet_customers(tx, customers).await?;
    let items = orders.flat_map(|order| &order.lines).filter(|line| line.kind == LineKind::Item);
    setup.meet_items(tx, items.map(|line| &line.number)).await
}

/// Draws as many numbers as are asked for, but none that a document was given by hand.
async fn draw(tx: &Tx, series: &number_series::Locked, date: NaiveDate, count: usize) -> Result<Vec<Code<20>>> {
    let mut numbers = series.draw(tx, date, count).await?;
    if series.accept_manual().is_err() {
        return Ok(numbers);
    }
    loop {
        let given = given(tx, numbers.clone()).await?;
        if given.is_empty() {
            return Ok(numbers);
        }
        numbers.retain(|number| !given.contains(number));
        numbers.extend(series.draw(tx, date, given.len()).await?);
    }
}

/// Which of the numbers a document has.
async fn given(connection: &impl ConnectionTrait, numbers: Vec<Code<20>>) -> Result<HashSet<Code<20>>> {
    if numbers.is_empty() {
        return Ok(HashSet::new());
    }
    let given: Vec<Code<20>> = order::Entity::find()
        .select_only()
        .column(order::Column::Number)
        .filter(order::Column::Number.is_in(numbers))
        .into_tuple()
        .all(connection)
        .await?;
    Ok(given.into_iter().collect())
}

fn take(taken: &mut HashSet<Code<20>>, number: &Code<20>) -> Result<()> {
    if taken.insert(number.clone()) {
        Ok(())
    } else {
        Err(Error::Exists { kind: "sales order", code: number.to_string() })
    }
}
