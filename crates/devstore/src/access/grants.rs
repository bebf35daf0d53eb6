use chrono::{DateTime, Utc};
use runtime::Random;
use serde::{Deserialize, Serialize};

use super::code::Code;
use super::customer_data::CustomerData;
use super::refresh::{self, RefreshToken};
use super::scopes::Scopes;
use super::token::{Issued, Token, same_token};

/// How long a token of the client credentials grant lives, in seconds.
const CREDENTIALS_LIFE: u32 = 86_399;

/// How long an offline token that expires lives, in seconds.
const OFFLINE_LIFE: u32 = 3_600;

/// Why no token is given out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Denied {
    /// The merchant has not installed the app, or has taken it away.
    NotInstalled,
    /// The code was never given out, was exchanged, or is too old.
    Code,
    /// The refresh token was never given out, is retired, or is too old.
    RefreshToken,
}

/// What the merchant has granted to the app, and the tokens that stand for it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Grants {
    pub installed: bool,
    pub scopes: Scopes,
    /// What Shopify has approved.
    #[serde(default)]
    pub customer_data: CustomerData,
    /// Whether the static token opens the store.
    fixed: bool,
    tokens: Vec<Token>,
    refresh_tokens: Vec<RefreshToken>,
    codes: Vec<Code>,
}

impl Default for Grants {
    /// Installed, with all that a connector needs.
    fn default() -> Self {
        Self {
            installed: true,
            scopes: Scopes::all(),
            customer_data: CustomerData::default(),
            fixed: true,
            tokens: Vec::new(),
            refresh_tokens: Vec::new(),
            codes: Vec::new(),
        }
    }
}

impl Grants {
    /// What this token may do; nothing when it opens no door. `fixed` is the static token of the store.
    pub(crate) fn opened_by(&self, token: &[u8], fixed: &str, now: DateTime<Utc>) -> Option<Scopes> {
        if self.fixed && same_token(token, fixed) {
            return Some(self.scopes.clone());
        }
        let known = self.tokens.iter().find(|known| same_token(token, &known.text))?;
        // A scope that was taken away is gone at once; one that was added comes with the next token.
        known.lives(now).then(|| known.scopes.within(&self.scopes))
    }

    /// A token for the app itself.
    pub(crate) fn client_credentials(&mut self, random: &Random, now: DateTime<Utc>) -> Result<Issued, Denied> {
        if !self.installed {
            return Err(Denied::NotInstalled);
        }
        Ok(self.issue(random, self.scopes.clone(), Some(CREDENTIALS_LIFE), now))
    }

    /// Installs the app with these scopes beside those it has, and gives out a code for them.
    pub(crate) fn authorize(&mut self, random: &Random, scopes: &Scopes, now: DateTime<Utc>) -> String {
        if !self.installed {
            self.installed = true;
            self.scopes = scopes.clone();
        }
        self.scopes = self.scopes.with(scopes);
        let code = Code::new(random, scopes.clone(), now);
        self.codes.retain(|code| code.lives(now));
        self.codes.push(code.clone());
        code.text
    }

    /// Exchanges a code for a token, which expires and comes with a refresh token where `expiring` is asked for.
    pub(crate) fn exchange(
        &mut self,
        random: &Random,
        code: &str,
        expiring: bool,
        now: DateTime<Utc>,
    ) -> Result<Issued, Denied> {
        let place = self.codes.iter().position(|known| same_token(code.as_bytes(), &known.text));
        let code = self.codes.remove(place.ok_or(Denied::Code)?);
        if !code.lives(now) {
            return Err(Denied::Code);
        }
        if expiring {
            return Ok(self.issue_pair(random, code.scopes, None, now));
        }
        Ok(self.issue(random, code.scopes, None, now))
    }

    /// Exchanges a refresh token for the next pair. The one before it is retired, now that this one has arrived; this
    /// one may be used again until its replacement is.
    pub(crate) fn refresh(&mut self, random: &Random, token: &str, now: DateTime<Utc>) -> Result<Issued, Denied> {
        let known = self.refresh_tokens.iter_mut().find(|known| same_token(token.as_bytes(), &known.text));
        let known = known.filter(|known| known.lives(now)).ok_or(Denied::RefreshToken)?;
        known.used(now);
        let (text, scopes, before) = (known.text.clone(), known.scopes.clone(), known.replaces.take());
        self.refresh_tokens.retain(|other| other.lives(now) && before.as_ref() != Some(&other.text));
        let scopes = scopes.within(&self.scopes);
        Ok(self.issue_pair(random, scopes, Some(text), now))
    }

    /// Lets every token that expires some day expire now; refresh tokens stay.
    pub(crate) fn expire(&mut self, now: DateTime<Utc>) {
        for token in self.tokens.iter_mut().filter(|token| token.expires_at.is_some()) {
            token.expires_at = Some(now);
        }
    }

    /// Takes back everything that was given out, the static token too; the app stays installed.
    pub(crate) fn revoke(&mut self) {
        self.fixed = false;
        self.tokens.clear();
        self.refresh_tokens.clear();
        self.codes.clear();
    }

    /// The merchant takes the app away.
    pub(crate) fn uninstall(&mut self) {
        self.revoke();
        self.installed = false;
    }

    /// The merchant installs the app, and the static token opens the store; what was given out before stays dead.
    pub(crate) fn install(&mut self) {
        self.installed = true;
        self.fixed = true;
    }

    fn issue(&mut self, random: &Random, scopes: Scopes, seconds: Option<u32>, now: DateTime<Utc>) -> Issued {
        let token = Token::new(random, scopes.clone(), seconds, now);
        let access_token = token.text.clone();
        self.tokens.retain(|token| token.lives(now));
        self.tokens.push(token);
        Issued { access_token, scope: scopes, expires_in: seconds, refresh_token: None, refresh_token_expires_in: None }
    }

    fn issue_pair(&mut self, random: &Random, scopes: Scopes, replaces: Option<String>, now: DateTime<Utc>) -> Issued {
        let refresh_token = RefreshToken::new(random, scopes.clone(), replaces, now);
        let issued = self.issue(random, scopes, Some(OFFLINE_LIFE), now);
        let text = refresh_token.text.clone();
        self.refresh_tokens.push(refresh_token);
        Issued { refresh_token: Some(text), refresh_token_expires_in: Some(refresh::LIFE), ..issued }
    }
}
