use chrono::{DateTime, Utc};
use database::Tx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use shopify::documents::orders::{OrderMarkAsPaid, payment};
use shopify::documents::refusal;
use shopify::{Client, Error as StoreError};

use crate::Error;
use crate::operations::{self, Change, ReadBack, Told};
use crate::orders::MARK_AS_PAID;
use crate::orders::options::FinancialStatus;
use crate::orders::staged::order::{ActiveModel, Column, Entity};

/// An order is marked as paid. Shopify does not know a repeated one, so one looks at the order's own payment.
#[derive(Clone, Copy, Debug)]
pub struct MarkAsPaid;

impl Change for MarkAsPaid {
    type Mutation = OrderMarkAsPaid;

    const DESCRIPTION: &'static str = "Mark as Paid";
    const OBJECT: i32 = MARK_AS_PAID;

    fn told(answer: &OrderMarkAsPaid) -> Told {
        let Some(payload) = &answer.order_mark_as_paid else {
            return Told::Refused("the store says nothing of it".to_owned());
        };
        match (refusal(&payload.user_errors), &payload.order) {
            (Some(why), _) => Told::Refused(why),
            (None, Some(order)) if order.fully_paid => Told::Made,
            (None, _) => Told::Refused("the store has not marked it as paid".to_owned()),
        }
    }

    async fn read_back(client: &Client, operation: &operations::Model) -> Result<ReadBack, StoreError> {
        Ok(match payment(client, &operation.subject).await? {
            Some(order) if order.fully_paid => ReadBack::Found,
            Some(order) if order.can_mark_as_paid => ReadBack::Absent,
            _ => ReadBack::Unknown,
        })
    }

    /// What is staged is true at once; the next sync brings the whole order.
    async fn made(tx: &Tx, operation: &operations::Model, _: Option<DateTime<Utc>>) -> Result<(), Error> {
        let paid = ActiveModel {
            fully_paid: Set(true),
            unpaid: Set(false),
            financial_status: Set(FinancialStatus::Paid),
            ..Default::default()
        };
        Entity::update_many()
            .set(paid)
            .filter(Column::ShopCode.eq(operation.shop_code.clone()))
            .filter(Column::ShopifyOrderId.eq(operation.number()))
            .exec(tx)
            .await?;
        tx.notify(database::Notice::new("shopifyOrders", "")).await?;
        Ok(())
    }
}
