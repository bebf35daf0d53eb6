use std::fmt;

use uuid::Uuid;

use crate::{Action, Area, Error, Permission, Result};

/// Someone who acts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Principal {
    /// Which user; nil for the program itself.
    pub user_id: Uuid,
    /// The user's name, which `%me` stands for.
    pub user_name: String,
    /// What the user may do.
    pub permission: Permission,
    /// How the user came in.
    pub via: Via,
}

/// How a principal came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Via {
    /// With a password.
    Password,
    /// With a ticket that stands for a password once.
    Ticket,
    /// In a session that began with a password or a ticket.
    Session,
    /// With this API token.
    Token(Uuid),
    /// On the machine itself: the command line, or the program on its own.
    System,
}

impl Principal {
    /// The program itself, or whoever may use its files on the machine.
    pub fn system() -> Self {
        Self {
            user_id: Uuid::nil(),
            user_name: "KOBLING".to_owned(),
            permission: Permission::Administrator,
            via: Via::System,
        }
    }

    /// Whether it may do `action` in `area`.
    pub fn can(&self, area: Area, action: Action) -> bool {
        self.permission.can(area, action)
    }

    /// Refuses what it may not do.
    ///
    /// # Errors
    /// [`Error::Forbidden`] names the user, the permission set and what was to be done.
    pub fn require(&self, area: Area, action: Action) -> Result<()> {
        if self.can(area, action) {
            return Ok(());
        }
        Err(Error::Forbidden { user: self.user_name.clone(), permission: self.permission, action, area })
    }
}

impl fmt::Display for Via {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Password => f.write_str("password"),
            Self::Ticket => f.write_str("ticket"),
            Self::Session => f.write_str("session"),
            Self::Token(id) => write!(f, "token {id}"),
            Self::System => f.write_str("system"),
        }
    }
}
