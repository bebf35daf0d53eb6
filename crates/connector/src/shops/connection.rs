//! Whether a shop may talk to its store.

use database::{Notice, Tx};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, Set};
use uuid::Uuid;

use super::entity::{Entity, Model};
use crate::Error;

values::options! {
    /// How a shop stands with its store.
    pub enum Connection {
        /// It was given credentials that nobody has used yet.
        #[default]
        NotTested => "Not Tested",
        /// The store has answered.
        Connected => "Connected",
        /// The store takes the credentials no more: nothing is sent until it is connected again.
        NotConnected => "Not Connected",
        /// Another installation syncs it, of which this database is a copy.
        OtherInstallation => "Other Installation",
    }
}

impl Model {
    /// Whether anything may be asked of the store: by this installation, and with credentials that were not refused.
    ///
    /// # Errors
    /// [`Error::OtherInstallation`], [`Error::Disconnected`].
    pub fn check_connection(&self, installation: Uuid) -> Result<(), Error> {
        self.check_installation(installation)?;
        match self.connection {
            Connection::NotConnected => {
                Err(Error::Disconnected { code: self.code.to_string(), reason: self.connection_message.clone() })
            }
            Connection::NotTested | Connection::Connected | Connection::OtherInstallation => Ok(()),
        }
    }

    /// The card with what another one knows of its connection: what asking the store has taught it is no change of it.
    #[must_use]
    pub fn as_tested_like(&self, other: &Self) -> Self {
        Self {
            connection: other.connection,
            connection_message: other.connection_message.clone(),
            granted_scopes: other.granted_scopes.clone(),
            missing_scopes: other.missing_scopes.clone(),
            advanced_shopify_plan: other.advanced_shopify_plan,
            ..self.clone()
        }
    }

    /// Whether it is this installation that syncs the shop.
    ///
    /// # Errors
    /// [`Error::OtherInstallation`].
    pub(crate) fn check_installation(&self, installation: Uuid) -> Result<(), Error> {
        if self.installation_id == installation { Ok(()) } else { Err(Error::OtherInstallation(self.code.to_string())) }
    }
}

/// Writes down how a shop stands with its store.
pub(crate) async fn mark(tx: &Tx, id: Uuid, connection: Connection, message: &str) -> Result<(), Error> {
    let Some(shop) = Entity::find_by_id(id).one(tx).await? else { return Ok(()) };
    if shop.connection == connection && shop.connection_message == message {
        return Ok(());
    }
    if connection == Connection::NotConnected {
        tracing::warn!(shop = %shop.code, reason = message, "the shop is not connected any more");
    }
    let mut row = shop.into_active_model();
    (row.connection, row.connection_message) = (Set(connection), Set(message.to_owned()));
    row.update(tx).await?;
    tx.notify(Notice::new("shopifyShops", id.to_string())).await?;
    Ok(())
}
