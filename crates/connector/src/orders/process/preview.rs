//! What would be made of an order: it is made, looked at, and taken back with the transaction.

use back_office::sales::{self, header, line};
use database::{Db, Tx};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

use super::create::create;
use super::fail::{Refused, fail};
use super::open_document::open_document;
use crate::Error;
use crate::companies::sync_companies::find_customer_in;
use crate::orders::CREATE_SALES_ORDERS;
use crate::orders::mapping::{self, Ground};
use crate::orders::order_totals::{OrderTotals, order_totals};
use crate::orders::staged::{Sale, order};
use crate::skipped;

/// What was seen.
#[derive(Clone, Debug)]
pub struct Previewed {
    /// Why the order becomes no document: every cause, a sentence each; blank when it does.
    pub cause: String,
    /// What to do about it.
    pub remedy: String,
    /// The document with its lines. Its number is the next one now; it may be another when the document is made.
    pub document: Option<(header::Model, Vec<line::Model>)>,
    /// Order and document, side by side.
    pub totals: Option<OrderTotals>,
}

/// How a transaction ends that must not be kept.
enum Undone {
    Seen(Box<Previewed>),
    Failed(Error),
}

impl From<Error> for Undone {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

impl From<database::Error> for Undone {
    fn from(error: database::Error) -> Self {
        Self::Failed(error.into())
    }
}

/// Makes the document of an order as report 30103 does, customer and all, looks at it, and takes everything back.
///
/// # Errors
/// When the database fails. What keeps the order from becoming a document is in what was seen.
pub async fn preview_of(db: &Db, ground: &Ground, sale: &Sale) -> Result<Option<Previewed>, Error> {
    let attempt = |tx: Tx| async move {
        make(&tx, ground, sale).await?;
        let seen = look(&tx, ground, &sale.order).await?;
        Err::<(), _>(Undone::Seen(Box::new(seen)))
    };
    match db.write(attempt).await {
        Err(Undone::Seen(seen)) => Ok(Some(*seen)),
        Err(Undone::Failed(error)) => Err(error),
        Ok(()) => Ok(None),
    }
}

async fn make(tx: &Tx, ground: &Ground, sale: &Sale) -> Result<(), Error> {
    let setup = sales::Setup::read(tx).await?;
    if sale.order.b2b && sale.order.bill_to_customer_number.is_blank() {
        find_customer_in(tx, ground, sale.order.company_id).await?;
    }
    let batch = mapping::map_staged(tx, ground, CREATE_SALES_ORDERS, std::slice::from_ref(sale)).await?;
    let Err(error) = create(tx, &setup, ground, CREATE_SALES_ORDERS, &batch.ready).await else { return Ok(()) };
    fail(tx, ground, CREATE_SALES_ORDERS, &[Refused::of(&sale.order, error)?]).await
}

async fn look(tx: &Tx, ground: &Ground, order: &order::Model) -> Result<Previewed, Error> {
    let left_out = skipped::Entity::find()
        .filter(skipped::Column::ShopCode.eq(ground.shop.code.clone()))
        .filter(skipped::Column::Kind.eq(skipped::Kind::Order))
        .filter(skipped::Column::ShopifyId.eq(order.shopify_order_id))
        .one(tx)
        .await?;
    let (cause, remedy) = left_out.map(|record| (record.cause, record.remedy)).unwrap_or_default();
    let document = open_document(tx, order.shopify_order_id).await?;
    let now = order::Entity::find_by_id(order.id).one(tx).await?;
    let totals = match now {
        Some(order) => order_totals(tx, order).await?,
        None => None,
    };
    Ok(Previewed { cause, remedy, document, totals })
}
