use back_office::sales::{self, Outcome, Setup};
use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use values::Code;

use super::new_order::new_order;
use crate::Error;
use crate::orders::mapping::Ground;
use crate::orders::staged::{Sale, order};
use crate::shops::options::CurrencyHandling;
use crate::skipped;

/// Makes the sales order of a mapped order and marks the order as processed, in one transaction. Where the document is
/// there already, only the mark is made.
pub(super) async fn create(
    tx: &Tx,
    setup: &Setup,
    ground: &Ground,
    sale: &Sale,
    was_skipped: bool,
) -> Result<Code<20>, Error> {
    let context = sales::Context { now: ground.now, random: ground.random.clone(), user: ground.user.clone() };
    let number = match sales::create_order(tx, setup, &new_order(ground, sale)?, &context).await? {
        Outcome::Created(_, number) | Outcome::AlreadyThere(_, number) => number,
    };
    mark(tx, &sale.order, &number, ground.shop.currency_handling).await?;
    if was_skipped {
        skipped::solve(tx, &ground.shop.code, skipped::Kind::Order, &[sale.order.shopify_order_id]).await?;
    }
    Ok(number)
}

async fn mark(tx: &Tx, order: &order::Model, number: &Code<20>, handling: CurrencyHandling) -> Result<(), Error> {
    let processed = order::ActiveModel {
        sales_order_number: Set(number.clone()),
        has_error: Set(false),
        error_message: Set(String::new()),
        processed: Set(true),
        processed_currency_handling: Set(handling),
        ..Default::default()
    };
    order::Entity::update_many().set(processed).filter(order::Column::Id.eq(order.id)).exec(tx).await?;
    Ok(())
}
