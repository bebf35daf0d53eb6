use std::ops::AddAssign;

use back_office::sales::{self, DocumentType, Outcome, Setup};
use database::{Tx, search};
use sea_orm::sea_query::{Alias, Expr, ExprTrait, Func, Query};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use uuid::Uuid;
use values::money::Amount;

use super::fail::{Refused, fail};
use super::new_order::{SOURCE_KIND, new_order};
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
    /// Orders that were refused, which is written down.
    pub failed: u64,
}

impl AddAssign for Made {
    fn add_assign(&mut self, other: Self) {
        self.created += other.created;
        self.failed += other.failed;
    }
}

/// Makes the sales orders of mapped orders and marks the orders as processed, in one transaction and with as many
/// statements for a hundred as for one. Where a document is there already, only the mark is made. An order that is
/// refused does not hold the others back.
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
    let (mut asked, mut new, mut refused) = (Vec::new(), Vec::new(), Vec::new());
    for (sale, was_skipped) in ready {
        match new_order(ground, sale) {
            Ok(order) => {
                asked.push((&sale.order, *was_skipped));
                new.push(order);
            }
            Err(error) => refused.push(Refused::of(&sale.order, error)?),
        }
    }
    let context = sales::Context { now: ground.now, random: ground.random.clone(), user: ground.user.clone() };
    let outcomes = sales::create_many(tx, setup, DocumentType::Order, &new, &context).await?;
    let (mut made, mut solved) = (Vec::new(), Vec::new());
    for ((order, was_skipped), outcome) in asked.into_iter().zip(outcomes) {
        match outcome {
            Ok(Outcome::Created(_, number) | Outcome::AlreadyThere(_, number)) => {
                made.push(order::Model { sales_order_number: number, error_message: String::new(), ..order.clone() });
                solved.extend(was_skipped.then_some(order.shopify_order_id));
            }
            Err(error) => refused.push(Refused::of(order, error.into())?),
        }
    }
    let count = Made { created: made.len() as u64, failed: refused.len() as u64 };
    mark(tx, ground, made.iter().map(|order| order.id).collect()).await?;
    prove(tx, ground, ready, &made).await?;
    search::keep::<order::Entity>(tx, &made).await?;
    skipped::solve(tx, &ground.shop.code, skipped::Kind::Order, &solved).await?;
    fail(tx, ground, object, &refused).await?;
    Ok(count)
}

/// Marks orders as processed. Each takes the number from the document that was made of it, or from what was posted of it.
async fn mark(tx: &Tx, ground: &Ground, orders: Vec<Uuid>) -> Result<(), Error> {
    let source = Expr::col((order::Entity, order::Column::ShopifyOrderId)).cast_as(Alias::new("text"));
    let number = Query::select()
        .column((sales::header::Entity, sales::header::Column::Number))
        .from(sales::header::Entity)
        .and_where(sales::header::Column::SourceKind.eq(SOURCE_KIND))
        .and_where(Expr::col((sales::header::Entity, sales::header::Column::SourceId)).eq(source.clone()))
        .to_owned();
    let posted = Query::select()
        .expr(Func::max(Expr::col((sales::posted::header::Entity, sales::posted::header::Column::OrderNumber))))
        .from(sales::posted::header::Entity)
        .and_where(sales::posted::header::Column::SourceKind.eq(SOURCE_KIND))
        .and_where(Expr::col((sales::posted::header::Entity, sales::posted::header::Column::SourceId)).eq(source))
        .to_owned();
    let number = Func::coalesce([
        Expr::SubQuery(None, Box::new(number.into())),
        Expr::SubQuery(None, Box::new(posted.into())),
        Expr::val(""),
    ]);
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
        .col_expr(order::Column::SalesOrderNumber, number.into())
        .filter(order::Column::Id.is_in(orders))
        .exec(tx)
        .await?;
    Ok(())
}
