use access::{About, Action, Area, Principal};
use database::{Notice, Record, Tx};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, QuerySelect, Set};
use uuid::Uuid;

use super::entity::{Entity, Kind, Model, Status};
use super::redact::redact;
use crate::{Connector, Error};

/// Handles a request for a person: removes what is to be removed, and writes down what was done, by whom and when. A
/// request for what is kept is handled when the person has sent it to the customer.
///
/// # Errors
/// [`Error::NoRequest`], [`Error::Handled`].
pub async fn handle(connector: &Connector, by: &Principal, tx: &Tx, id: Uuid) -> Result<Model, Error> {
    by.require(Area::Shops, Action::Change)?;
    let request = Entity::find_by_id(id).lock_exclusive().one(tx).await?.ok_or(Error::NoRequest)?;
    if request.status == Status::Done {
        return Err(Error::Handled(request.handled_by));
    }
    let outcome = match request.kind {
        Kind::CustomerData => "The customer was told.".to_owned(),
        Kind::RedactCustomer | Kind::RedactShop => redact(connector, by, tx, &request).await?,
    };
    let removes = request.kind != Kind::CustomerData;
    let detail = serde_json::json!({ "kind": request.kind, "store": request.store, "outcome": outcome });
    let mut row = request.into_active_model();
    if removes {
        (row.email, row.phone_number) = (Set(String::new()), Set(String::new()));
    }
    row.status = Set(Status::Done);
    row.outcome = Set(outcome);
    row.handled_by = Set(by.user_name.clone());
    row.handled_at = Set(Some(connector.clock().now()));
    let request = row.update(tx).await?;
    let subject = id.to_string();
    let about = About { entity: Entity::NAME, id, subject: &subject };
    connector.audit().record_about(tx, by, "data request handled", about, detail).await?;
    tx.notify(Notice::new(Entity::NAME, subject)).await?;
    Ok(request)
}
