use chrono::{DateTime, Utc};
use database::Tx;
use shopify::documents::orders::{OrderCancel, cancellation};
use shopify::{Client, Error as StoreError};

use crate::Error;
use crate::operations::{self, Change, ReadBack, Told};
use crate::orders::CANCEL_ORDERS;

/// An order is called off. Shopify does not know a repeated one and does it in a job, so one looks at the order itself.
#[derive(Clone, Copy, Debug)]
pub struct CancelOrder;

impl Change for CancelOrder {
    type Mutation = OrderCancel;

    const DESCRIPTION: &'static str = "Cancel Order";
    const OBJECT: i32 = CANCEL_ORDERS;
    const IS_A_JOB: bool = true;

    fn told(answer: &OrderCancel) -> Told {
        let Some(payload) = &answer.order_cancel else {
            return Told::Refused("the store says nothing of it".to_owned());
        };
        let errors: Vec<_> = payload.order_cancel_user_errors.iter().map(|error| error.message.trim()).collect();
        match &payload.job {
            _ if !errors.is_empty() => Told::Refused(errors.join("; ").trim_end_matches('.').to_owned()),
            Some(job) if job.done => Told::Made,
            _ => Told::UnderWay,
        }
    }

    async fn read_back(client: &Client, operation: &operations::Model) -> Result<ReadBack, StoreError> {
        Ok(match cancellation(client, &operation.subject).await? {
            Some(order) if order.cancelled_at.is_some() => ReadBack::Found,
            Some(_) => ReadBack::Absent,
            None => ReadBack::Unknown,
        })
    }

    /// The order itself tells what has become of it: it is read again.
    async fn made(_: &Tx, _: &operations::Model, _: Option<DateTime<Utc>>) -> Result<(), Error> {
        Ok(())
    }
}
