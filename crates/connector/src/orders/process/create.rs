use std::collections::HashMap;
use std::ops::AddAssign;

use back_office::sales::{self, DocumentType, Outcome, Setup};
use database::{Tx, search};
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Func, Query, SimpleExpr};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use uuid::Uuid;
use values::Code;
use values::money::Amount;

use super::fail::{Refused, fail, say_why_open};
use super::kind::{KINDS, kind};
use super::new_order::{SOURCE_KIND, first_document};
use super::prove::prove;
use crate::Error;
use crate::orders::mapping::Ground;
use crate::orders::options::DifferenceReason;
use crate::orders::staged::{Sale, order};
use crate::skipped;

/// What became of a batch.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Made {
    /// Orders that have their document.
    pub created: u64,
    /// Orders that can't be mapped, which is written down.
    pub skipped: u64,
    /// Orders that were refused, which is written down.
    pub failed: u64,
    /// Those of the documents that were to be released and are not, for which their orders say why.
    pub kept_open: u64,
}

impl AddAssign for Made {
    fn add_assign(&mut self, other: Self) {
        self.created += other.created;
        self.skipped += other.skipped;
        self.failed += other.failed;
        self.kept_open += other.kept_open;
    }
}

/// Makes the sales documents of mapped orders, marks the orders as processed and releases what agrees with them, in one
/// transaction and with as many statements for a hundred as for one. Where a document is there already, only the mark is
/// made. An order that is refused does not hold the others back.
///
/// # Errors
/// What concerns them all, as a number series that is exhausted, and when the database fails: nothing is made.
pub(super) async fn create(
    tx: &Tx,
    setup: &Setup,
    ground: &Ground,
    object: i32,
    ready: &[(Sale, bool)],
) -> Result<Made, Error> {
    let context = ground.sales_context();
    let (mut made, mut solved, mut refused, mut documents) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for document_type in KINDS {
        let (mut asked, mut new) = (Vec::new(), Vec::new());
        for (sale, was_skipped) in ready.iter().filter(|(sale, _)| kind(ground, &sale.order) == document_type) {
            match first_document(ground, sale) {
                Ok(document) => {
                    asked.push((&sale.order, *was_skipped));
                    new.push(document);
                }
                Err(error) => refused.push(Refused::of(&sale.order, error)?),
            }
        }
        if new.is_empty() {
            continue;
        }
        let outcomes = sales::create_many(tx, setup, document_type, &new, &context).await?;
        for ((order, was_skipped), outcome) in asked.into_iter().zip(outcomes) {
            let number = match outcome {
                Ok(Outcome::Created(id, number)) => {
                    documents.push((order.id, id));
                    number
                }
                Ok(Outcome::AlreadyThere(_, number)) => number,
                Err(error) => {
                    refused.push(Refused::of(order, error.into())?);
                    continue;
                }
            };
            made.push(numbered(order, document_type, number));
            solved.extend(was_skipped.then_some(order.shopify_order_id));
        }
    }
    mark(tx, ground, made.iter().map(|order| order.id).collect()).await?;
    let differing = prove(tx, ground.shop.currency_handling, ready, &made).await?;
    let new: Vec<Uuid> = documents.iter().map(|(_, document)| *document).collect();
    sales::reserve_made(tx, &new, &context).await?;
    let kept_open = release(tx, ground, &documents, &differing, &context).await?;
    say_why_open(tx, ground, &mut made, &kept_open).await?;
    search::keep::<order::Entity>(tx, &made).await?;
    skipped::solve(tx, &ground.shop.code, skipped::Kind::Order, &solved).await?;
    fail(tx, ground, object, &refused).await?;
    let (created, failed, kept_open) = (made.len() as u64, refused.len() as u64, kept_open.len() as u64);
    Ok(Made { created, failed, kept_open, ..Made::default() })
}

/// The order with the number of its document.
fn numbered(order: &order::Model, document_type: DocumentType, number: Code<20>) -> order::Model {
    let order = order::Model { error_message: String::new(), ..order.clone() };
    match document_type {
        DocumentType::Invoice => order::Model { sales_invoice_number: number, ..order },
        _ => order::Model { sales_order_number: number, ..order },
    }
}

/// Releases the documents that differ from their orders by no more than the shop card lets pass. Gives the orders whose
/// documents can't be released, and why.
async fn release(
    tx: &Tx,
    ground: &Ground,
    documents: &[(Uuid, Uuid)],
    differing: &HashMap<Uuid, Amount>,
    context: &sales::Context,
) -> Result<HashMap<Uuid, back_office::Error>, Error> {
    if !ground.shop.auto_release_orders {
        return Ok(HashMap::new());
    }
    let most = ground.shop.max_difference_for_release.decimal();
    let agrees = |order: &Uuid| differing.get(order).is_none_or(|difference| difference.decimal().abs() <= most);
    let agreeing: Vec<Uuid> =
        documents.iter().filter(|(order, _)| agrees(order)).map(|(_, document)| *document).collect();
    let mut released = sales::release_made(tx, &agreeing, context).await?;
    let kept_open = documents.iter().filter_map(|(order, document)| {
        let why = released.kept_open.remove(document)?;
        Some((*order, why))
    });
    Ok(kept_open.collect())
}

/// Marks orders as processed. Each takes the number of the document that was made of it, or, when that is posted and gone,
/// of what was posted of it.
async fn mark(tx: &Tx, ground: &Ground, orders: Vec<Uuid>) -> Result<(), Error> {
    let processed = order::ActiveModel {
        has_error: Set(false),
        error_message: Set(String::new()),
        processed: Set(true),
        processed_currency_handling: Set(ground.shop.currency_handling),
        difference_amount: Set(Amount::ZERO),
        difference_reason: Set(DifferenceReason::Blank),
        send_document_number: Set(ground.shop.order_attributes_to_shopify),
        ..Default::default()
    };
    tx.changed::<order::Entity>(&orders).await?;
    order::Entity::update_many()
        .set(processed)
        .col_expr(order::Column::SalesOrderNumber, number_of(DocumentType::Order))
        .col_expr(order::Column::SalesInvoiceNumber, number_of(DocumentType::Invoice))
        .filter(order::Column::Id.is_in(orders))
        .exec(tx)
        .await?;
    Ok(())
}

/// The number of an order's document of that kind. What is posted of a sales order tells its number; a sales invoice is
/// known by that of what was posted of it.
fn number_of(document_type: DocumentType) -> SimpleExpr {
    use sales::header;
    use sales::posted::{self, header as of_posted};
    let source = || Expr::col((order::Entity, order::Column::ShopifyOrderId)).cast_as(Alias::new("text"));
    let open = Query::select()
        .column((header::Entity, header::Column::Number))
        .from(header::Entity)
        .and_where(header::Column::DocumentType.eq(document_type))
        .and_where(header::Column::SourceKind.eq(SOURCE_KIND))
        .and_where(Expr::col((header::Entity, header::Column::SourceId)).eq(source()))
        .to_owned();
    let (number, is_of_kind) = match document_type {
        DocumentType::Invoice => (of_posted::Column::Number, of_posted::Column::OrderNumber.eq("")),
        _ => (of_posted::Column::OrderNumber, of_posted::Column::OrderNumber.ne("")),
    };
    let posted = Query::select()
        .expr(Func::max(Expr::col((of_posted::Entity, number))))
        .from(of_posted::Entity)
        .and_where(of_posted::Column::Kind.eq(posted::Kind::Invoice))
        .and_where(is_of_kind)
        .and_where(of_posted::Column::SourceKind.eq(SOURCE_KIND))
        .and_where(Expr::col((of_posted::Entity, of_posted::Column::SourceId)).eq(source()))
        .to_owned();
    Func::coalesce([
        Expr::SubQuery(None, Box::new(open.into())),
        Expr::SubQuery(None, Box::new(posted.into())),
        Expr::val(""),
    ])
    .into()
}
