use std::collections::HashSet;

use chrono::NaiveDate;
use database::{Tx, insert_many, search};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};
use uuid::Uuid;
use values::Code;

use super::made::{key, made_from};
use super::prepare::prepare;
use super::rows::Rows;
use super::{Context, DocumentType, LineKind, NewDocument, NewLine, Setup, header, line, terms};
use crate::{Error, Result, availability, items, number_series, prices, told};

/// What became of a document that was to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was made: id and number.
    Created(Uuid, Code<20>),
    /// One from the same source is there already: id and number.
    AlreadyThere(Uuid, Code<20>),
}

/// Makes a sales document with its lines and amounts. An item without a price gets the one that the price lists have for
/// the one who pays; a price that is given stays. One that comes from a source of which there is a document already,
/// posted or not, is not made again.
///
/// # Errors
/// [`Error::Unknown`], [`Error::Blocked`], [`Error::Blank`], [`Error::NoVatSetup`], [`Error::Discount`],
/// [`Error::InvoiceDiscount`], [`Error::NoDiscountBase`], [`Error::NoLines`], [`Error::Exists`], [`Error::NoExchangeRate`]
/// where a price is to be found in a currency without a rate, and those of the number series: nothing is made.
pub async fn create(
    tx: &Tx,
    setup: &Setup,
    document_type: DocumentType,
    new: &NewDocument,
    cx: &Context,
) -> Result<Outcome> {
    let made = create_many(tx, setup, document_type, std::slice::from_ref(new), cx).await?;
    made.into_iter().next().unwrap_or(Err(Error::NoLines))
}

/// Makes several sales documents of a type, in their order, with a statement for all headers and one for all lines. One
/// that is refused has its error in its place and draws no number; the others are made.
///
/// # Errors
/// Those of the number series, and when the database fails: nothing is made.
pub async fn create_many(
    tx: &Tx,
    setup: &Setup,
    document_type: DocumentType,
    new: &[NewDocument],
    cx: &Context,
) -> Result<Vec<Result<Outcome>>> {
    make_many(tx, setup, document_type, new, Lines::Needed, cx).await
}

/// Whether a document needs lines when it is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lines {
    /// It does.
    Needed,
    /// They come later.
    Later,
}

/// As [`create_many`].
pub(super) async fn make_many(
    tx: &Tx,
    setup: &Setup,
    document_type: DocumentType,
    new: &[NewDocument],
    lines_are: Lines,
    cx: &Context,
) -> Result<Vec<Result<Outcome>>> {
    // Locked before anyone looks whether a document is there: what is made from one source at the same time waits here.
    let series = number_series::lock(tx, setup.numbers(document_type)?).await?;
    let mut made = made_from(tx, new.iter().filter_map(|order| order.source.as_ref())).await?;
    let waiting =
        || new.iter().filter(|order| order.source.as_ref().is_none_or(|source| !made.contains_key(&key(source))));
    meet(tx, setup, waiting()).await?;
    let book = read_book(tx, setup, document_type, waiting(), cx).await?;
    let mut taken = given(tx, document_type, waiting().filter_map(|order| order.number.clone()).collect()).await?;

    let mut drafts = Vec::with_capacity(new.len());
    for order in new {
        let source = order.source.as_ref().map(key);
        if source.as_ref().is_some_and(|source| made.contains_key(source)) {
            drafts.push(Draft::Made(source));
            continue;
        }
        if order.lines.is_empty() && lines_are == Lines::Needed {
            drafts.push(Draft::New(Err(Error::NoLines)));
            continue;
        }
        let rows = prepare(setup, document_type, order, &book, cx).and_then(|rows| match &order.number {
            None => Ok(rows),
            Some(number) => {
                series.accept_manual().and_then(|()| take(&mut taken, document_type, number)).map(|()| rows)
            }
        });
        if let (Ok(rows), Some(source)) = (&rows, source) {
            made.insert(source, (rows.header.id, Code::blank()));
        }
        drafts.push(Draft::New(rows));
    }

    let is_to_draw = |draft: &Draft, order: &NewDocument| matches!(draft, Draft::New(Ok(_))) && order.number.is_none();
    let count = drafts.iter().zip(new).filter(|(draft, order)| is_to_draw(draft, order)).count();
    let mut drawn = draw(tx, &series, document_type, setup.today(cx.now), count).await?.into_iter();
    let (mut outcomes, mut created) = (Vec::new(), Vec::new());
    let (mut headers, mut lines, mut places) = (Vec::new(), Vec::new(), Vec::new());
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
            made.insert(key(source), (rows.header.id, number.clone()));
        }
        outcomes.push(Ok(Outcome::Created(rows.header.id, number)));
        created.push(rows.header.id);
        if rows.header.is_promised() {
            places.extend(rows.lines.iter().filter_map(line::Model::place));
        }
        headers.push(*rows.header);
        lines.extend(rows.lines.into_iter().map(|line| line.into_active_model().reset_all()));
    }
    search::keep::<header::Entity>(tx, &headers).await?;
    told::made(tx, headers.iter(), cx).await?;
    insert_many(tx, headers.into_iter().map(|header| header.into_active_model().reset_all()).collect()).await?;
    insert_many(tx, lines).await?;
    availability::mark(tx, places, cx).await?;
    tx.changed::<header::Entity>(&created).await?;
    Ok(outcomes)
}

/// A document on its way.
enum Draft {
    /// There is one from this source.
    Made(Option<(String, String)>),
    /// It has its rows, or is refused.
    New(Result<Rows>),
}

/// Reads the customers and items that the documents name.
async fn meet(tx: &Tx, setup: &Setup, documents: impl Iterator<Item = &NewDocument> + Clone) -> Result<()> {
    let customers = documents.clone().flat_map(|document| [&document.sell_to_customer, &document.bill_to_customer]);
    setup.meet_customers(tx, customers).await?;
    let items = documents.flat_map(|document| &document.lines).filter(|line| line.kind == LineKind::Item);
    setup.meet_items(tx, items.map(|line| &line.number)).await
}

/// Reads the prices of what the documents name without one. Needs their customers and items to be met.
async fn read_book(
    tx: &Tx,
    setup: &Setup,
    document_type: DocumentType,
    documents: impl Iterator<Item = &NewDocument>,
    cx: &Context,
) -> Result<prices::Book> {
    let (mut all, mut items) = (Vec::new(), Vec::new());
    for document in documents.filter(|document| document.lines.iter().any(NewLine::is_unpriced)) {
        let customer = |number| setup.customer(number, document_type);
        // One whose customer may not have it is refused anyway.
        let (Ok(sell_to), Ok(bill_to)) = (customer(&document.sell_to_customer), customer(&document.bill_to_customer))
        else {
            continue;
        };
        all.push(terms::of_new(setup, (document_type, document), (&sell_to, &bill_to), cx.now));
        let unpriced = document.lines.iter().filter(|line| line.is_unpriced());
        items.extend(unpriced.filter_map(|line| setup.known_item(&line.number)));
    }
    let items: Vec<&items::Model> = items.iter().map(|item| &item.model).collect();
    prices::Book::read(tx, &all, &items).await
}

/// Draws as many numbers as are asked for, but none that a document was given by hand.
pub(super) async fn draw(
    tx: &Tx,
    series: &number_series::Locked,
    document_type: DocumentType,
    date: NaiveDate,
    count: usize,
) -> Result<Vec<Code<20>>> {
    let mut numbers = series.draw(tx, date, count).await?;
    if series.accept_manual().is_err() {
        return Ok(numbers);
    }
    loop {
        let given = given(tx, document_type, numbers.clone()).await?;
        if given.is_empty() {
            return Ok(numbers);
        }
        numbers.retain(|number| !given.contains(number));
        numbers.extend(series.draw(tx, date, given.len()).await?);
    }
}

/// Which of the numbers a document has.
async fn given(
    connection: &impl ConnectionTrait,
    document_type: DocumentType,
    numbers: Vec<Code<20>>,
) -> Result<HashSet<Code<20>>> {
    if numbers.is_empty() {
        return Ok(HashSet::new());
    }
    let given: Vec<Code<20>> = header::Entity::find()
        .select_only()
        .column(header::Column::Number)
        .filter(header::Column::DocumentType.eq(document_type))
        .filter(header::Column::Number.is_in(numbers))
        .into_tuple()
        .all(connection)
        .await?;
    Ok(given.into_iter().collect())
}

fn take(taken: &mut HashSet<Code<20>>, document_type: DocumentType, number: &Code<20>) -> Result<()> {
    if taken.insert(number.clone()) {
        Ok(())
    } else {
        Err(Error::Exists { kind: document_type.in_words(), code: number.to_string() })
    }
}
