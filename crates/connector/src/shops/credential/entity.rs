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

impl Model {
    /// Whether the refresh token is known to have ended: nothing can be asked for with it any more. One of which Shopify has
    /// not said until when it is good may be good still, and other credentials have none that could end.
    pub(super) fn refresh_token_has_ended(&self, now: ChronoDateTimeUtc) -> bool {
        self.kind == Kind::RefreshToken && self.refresh_expires_at.is_some_and(|end| end <= now)
    }
}

impl std::fmt::Debug for Model {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Credential").field("shop_id", &self.shop_id).field("kind", &self.kind).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ends(kind: Kind, refresh_expires_at: Option<&str>) -> bool {
        let time = |text: &str| text.parse::<ChronoDateTimeUtc>().unwrap();
        let row = Model {
            shop_id: Uuid::nil(),
            kind,
            sealed_token: String::new(),
            expires_at: None,
            sealed_secrets: String::new(),
            refresh_expires_at: refresh_expires_at.map(time),
            lease: None,
            lease_until: None,
            updated_at: ChronoDateTimeUtc::UNIX_EPOCH,
        };
        row.refresh_token_has_ended(time("2026-11-27T12:00:00Z"))
    }

    #[test]
    fn only_a_refresh_token_whose_end_is_known_and_past_has_ended() {
        let (past, to_come) = (Some("2026-11-27T12:00:00Z"), Some("2026-11-27T12:00:01Z"));
        assert!(ends(Kind::RefreshToken, past));
        assert!(!ends(Kind::RefreshToken, to_come));
        assert!(!ends(Kind::RefreshToken, None), "nobody has said until when it is good");
        assert!(!ends(Kind::AccessToken, past) && !ends(Kind::ClientCredentials, past), "there is none that could end");
    }
}
