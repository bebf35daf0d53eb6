use access::{Action, Area, Principal};
use database::Tx;
use uuid::Uuid;

use super::apply::apply;
use super::close::close;
use super::on_document;
use super::resolve::resolve;
use crate::orders::staged::order;
use crate::{Connector, Error};

/// What a person does about what Shopify changed of an order after its document was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Settlement {
    /// It is taken over into the open document: lines, prices, discounts, and what else was told. A released document is
    /// opened for it and released again. What a person has changed on the document otherwise stays. By how much it differs
    /// then is written on the order.
    Apply,
    /// It is settled (Mark Conflict as Resolved): nothing is changed but the flag.
    Resolve,
    /// The open document of an order that was cancelled in Shopify, or of which nothing is sold any more, is deleted. The
    /// order stays processed, so that none is made of it again.
    CloseDocument,
}

/// Settles what Shopify changed of the order of that id.
///
/// # Errors
/// [`Error::Chosen`] when there is none, and as [`settle_in`].
pub async fn settle(connector: &Connector, by: &Principal, id: Uuid, how: Settlement) -> Result<(), Error> {
    let write = |tx: Tx| async move {
        let order = on_document::order(&tx, id).await?;
        settle_in(connector, &tx, by, &order, how).await
    };
    connector.db().write(write).await
}

/// The same for an order that the caller's transaction has for itself.
///
/// # Errors
/// [`Error::OrderState`] when the order waits for nobody, was cancelled or was not, when something of it can't be mapped,
/// and what to do where it has no open document or a part of it is posted; [`Error::BackOffice`] says what the back office
/// has against it. Nothing is changed then.
pub async fn settle_in(
    connector: &Connector,
    tx: &Tx,
    by: &Principal,
    order: &order::Model,
    how: Settlement,
) -> Result<(), Error> {
    by.require(Area::Synchronization, Action::Run)?;
    match how {
        Settlement::Apply => apply(connector, tx, by, order).await,
        Settlement::Resolve => resolve(connector, tx, by, order).await,
        Settlement::CloseDocument => close(connector, tx, by, order).await,
    }
}
