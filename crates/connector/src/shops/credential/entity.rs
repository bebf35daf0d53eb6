//! The table of credentials, sealed. A table of its own, so that no list of shops can ever show them.

use sea_orm::entity::prelude::*;

values::options! {
    /// How a token is had.
    pub enum Kind {
        /// It was given, and is good until it is taken back.
        #[default]
        AccessToken => "Access Token",
        /// It is asked for with the client id and the client secret of an app, and is good for a day.
        ClientCredentials => "Client Credentials",
        /// It is asked for with a refresh token, which is another one each time, and is good for an hour.
        RefreshToken => "Refresh Token",
    }
}

/// The credentials of one shop.
#[derive(Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "shopify_shop_credential")]
pub struct Model {
    /// The shop.
    #[sea_orm(primary_key, auto_increment = false)]
    pub shop_id: Uuid,
    /// How a token is had.
    pub kind: Kind,
    /// The access token, sealed by the vault; blank before the first was asked for.
    pub sealed_token: String,
    /// Until when it is good; none is for ever.
    pub expires_at: Option<ChronoDateTimeUtc>,
    /// What the next token is asked for with, sealed by the vault; blank for a token that was given.
    pub sealed_secrets: String,
    /// Until when the refresh token is good.
    pub refresh_expires_at: Option<ChronoDateTimeUtc>,
    /// Who asks for the next token at the moment, of all processes.
    pub lease: Option<Uuid>,
    /// Until when nobody else may.
    pub lease_until: Option<ChronoDateTimeUtc>,
    /// When it was given.
    pub updated_at: ChronoDateTimeUtc,
}

/// A credential has no relations in the database.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl std::fmt::Debug for Model {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Credential").field("shop_id", &self.shop_id).field("kind", &self.kind).finish_non_exhaustive()
    }
}
