use database::Tx;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, QuerySelect};
use uuid::Uuid;
use values::Code;

use crate::sales::posted::{Kind, header};
use crate::shipping_agents::{self, service};
use crate::{Error, Result};

/// What may be changed of a posted shipment, because it is known only when the goods are on their way; `None` leaves a
/// field as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChangeShipment {
    /// Who brings it.
    pub shipping_agent_code: Option<Code<10>>,
    /// Which of the agent's services.
    pub shipping_agent_service_code: Option<Code<10>>,
    /// Under which number the agent knows it.
    pub package_tracking_number: Option<String>,
}

/// Writes down how a posted shipment is on its way.
///
/// # Errors
/// [`Error::Unknown`] when there is no such shipment or shipping agent, [`Error::Field`] when that has no such service.
pub async fn change_shipment(tx: &Tx, id: Uuid, change: ChangeShipment) -> Result<header::Model> {
    let found = header::Entity::find_by_id(id).lock_exclusive().one(tx).await?;
    let unknown = || Error::Unknown { kind: "posted sales shipment", code: id.to_string() };
    let shipment = found.filter(|header| header.kind == Kind::Shipment).ok_or_else(unknown)?;
    shipping_agents::check(tx, change.shipping_agent_code.as_ref()).await?;
    let is_other = change.shipping_agent_code.as_ref().is_some_and(|agent| *agent != shipment.shipping_agent_code);
    let service = if is_other { Code::blank() } else { shipment.shipping_agent_service_code };
    let is_carried_anew = change.shipping_agent_code.is_some() || change.shipping_agent_service_code.is_some();
    let changed = header::Model {
        shipping_agent_code: change.shipping_agent_code.unwrap_or(shipment.shipping_agent_code),
        shipping_agent_service_code: change.shipping_agent_service_code.unwrap_or(service),
        package_tracking_number: change.package_tracking_number.unwrap_or(shipment.package_tracking_number),
        ..shipment
    };
    if is_carried_anew {
        service::check(tx, &changed.shipping_agent_code, &changed.shipping_agent_service_code).await?;
    }
    tx.changed::<header::Entity>(&[id]).await?;
    Ok(changed.into_active_model().reset_all().update(tx).await?)
}
