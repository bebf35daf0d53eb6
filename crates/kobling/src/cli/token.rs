use access::{Permission, api_token};
use anyhow::Result;
use chrono::Duration;
use clap::Subcommand;
use serde_json::json;
use uuid::Uuid;

use crate::assembly::Program;
use crate::output::Output;

/// Looks after API tokens.
#[derive(Debug, Subcommand)]
pub enum Token {
    /// Make a token. Its text is shown once.
    Create {
        /// What it is for.
        description: String,
        /// On whose behalf it acts.
        #[arg(long, default_value = "ADMIN")]
        user: String,
        /// After how many days it is refused; without it, never.
        #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u32).range(1..=36_500))]
        days: Option<u32>,
        /// What it may do at most, as Viewer; without it, all that its user may.
        #[arg(long)]
        permission: Option<String>,
    },
    /// List the tokens.
    List,
    /// Refuse a token from now on.
    Revoke {
        /// Its id.
        id: Uuid,
    },
}

impl Token {
    /// Does it.
    pub async fn run(self, program: &Program, output: Output) -> Result<()> {
        let (access, caller) = (&program.access, &program.caller);
        match self {
            Self::Create { description, user, days, permission } => {
                let permission: Option<Permission> = permission.map(|text| text.parse()).transpose()?;
                let expires_at = days.map(|days| program.clock.now() + Duration::days(days.into()));
                let (user, description) = (user.as_str(), description.as_str());
                let create = |tx| async move {
                    let user = access.user(&tx, user).await?;
                    access.create_limited_token(&tx, caller, (user.id, permission), description, expires_at).await
                };
                let token = program.db.write(create).await?;
                output.show(&json!({ "id": token.record.id, "token": token.text.expose() }), token.text.expose());
            }
            Self::List => {
                let tokens = program.db.read(|r| async move { access.tokens(&r).await }).await?;
                let columns = ["id", "description", "hint", "createdAt", "expiresAt", "revokedAt"];
                output.records::<api_token::Entity>(&tokens, &columns);
            }
            Self::Revoke { id } => {
                program.db.write(|tx| async move { access.revoke_token(&tx, caller, id).await }).await?;
                output.show(&json!({ "id": id, "revoked": true }), &format!("The token {id} is refused from now on."));
            }
        }
        Ok(())
    }
}
