use std::path::PathBuf;

use crate::{Action, Area};

/// What went wrong, sorted by what the caller can do about it.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The database.
    #[error(transparent)]
    Database(#[from] database::Error),
    /// No such user, or not this password.
    #[error("the user name or the password is wrong: check both and try again")]
    WrongPassword,
    /// Too many wrong passwords.
    #[error("too many wrong passwords for this user: try again in {seconds} seconds")]
    TooManyAttempts {
        /// How long no password is looked at.
        seconds: u64,
    },
    /// The session has ended, or never was.
    #[error("your session has ended: sign in again")]
    SessionOver,
    /// The ticket signs nobody in.
    #[error("this sign-in link has been used, or is too old: sign in with the user name and the password")]
    UsedTicket,
    /// The user may not sign in.
    #[error("the user {0} is disabled: ask an administrator to enable it")]
    UserDisabled(String),
    /// The token was never given out.
    #[error("the API token is not known: create one with `kobling token create`")]
    UnknownToken,
    /// The token was taken back.
    #[error("the API token '{0}' has been revoked: create a new one with `kobling token create`")]
    TokenRevoked(String),
    /// The token's time is over.
    #[error("the API token '{0}' has expired: create a new one with `kobling token create`")]
    TokenExpired(String),
    /// The permission set does not allow it.
    #[error("the user {user} has the permission set {permission}, which may not {action} {area}: ask an administrator")]
    Forbidden {
        /// Who.
        user: String,
        /// With which permission set.
        permission: crate::Permission,
        /// What was to be done.
        action: Action,
        /// To what.
        area: Area,
    },
    /// There is a user of that name.
    #[error("there is a user {0} already: choose another name")]
    UserExists(String),
    /// There is no such user.
    #[error("there is no user {0}")]
    NoUser(String),
    /// There is no such token.
    #[error("there is no such API token")]
    NoToken,
    /// A user needs a name.
    #[error("a user name has 1 to 50 characters")]
    UserName,
    /// That is no mail address.
    #[error("'{0}' is no mail address: give one like kari@example.com, or nothing")]
    Email(String),
    /// The password is easily guessed.
    #[error("a password needs at least {0} characters")]
    ShortPassword(usize),
    /// The password can't be hashed or compared.
    #[error("the password of {0} can't be checked: set it again with `kobling user password`")]
    PasswordHash(String),
    /// The last administrator would be lost.
    #[error("{0} is the last enabled administrator: make another user an administrator first")]
    LastAdministrator(String),
    /// A setting's value is not of its type.
    #[error("the setting '{key}' can't be read ({reason}): set it again")]
    Setting {
        /// Which one.
        key: String,
        /// Why.
        reason: String,
    },
    /// A user's own setting can't be kept.
    #[error("the setting can't be kept: {0}")]
    UserSetting(String),
    /// The detail of an entry of the audit log is no JSON.
    #[error("the audit log can't take the detail of '{action}': {reason}")]
    Detail {
        /// What was done.
        action: String,
        /// Why not.
        reason: String,
    },
    /// The key file is there already.
    #[error("{0} is there already: a key that secrets are sealed with is never overwritten")]
    KeyFileExists(PathBuf),
    /// The key file can't be read or written.
    #[error("the key file {path} can't be used: {source}; give its place with KOBLING_KEY_FILE")]
    KeyFile {
        /// Where.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// What the key file holds is no key.
    #[error("the key file {0} holds no key: restore it from a backup")]
    NoKey(PathBuf),
    /// The environment holds no key.
    #[error("KOBLING_KEY holds no key: give one as `kobling key new` prints it")]
    NoGivenKey,
    /// A sealed text does not open.
    #[error(
        "a sealed secret ({0}) does not open: it was changed, or sealed with another key; restore the key file, or enter the secret again"
    )]
    Sealed(String),
}

/// A result of this crate.
pub type Result<T, E = Error> = std::result::Result<T, E>;

impl Error {
    /// Whether it says that someone is not who they must be: a server answers 401.
    pub fn is_not_signed_in(&self) -> bool {
        matches!(
            self,
            Self::WrongPassword
                | Self::SessionOver
                | Self::UsedTicket
                | Self::UserDisabled(_)
                | Self::UnknownToken
                | Self::TokenRevoked(_)
                | Self::TokenExpired(_)
        )
    }
}

impl From<sea_orm::DbErr> for Error {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Database(error.into())
    }
}
