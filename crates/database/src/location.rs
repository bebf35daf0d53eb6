use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

use crate::Error;

/// Where a database is.
#[derive(Clone, PartialEq, Eq)]
pub enum Location {
    /// A file.
    Sqlite(PathBuf),
    /// The address of a PostgreSQL database, with its password.
    Postgres(String),
}

impl FromStr for Location {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        if text.starts_with("postgres://") || text.starts_with("postgresql://") {
            return Ok(Self::Postgres(text.to_owned()));
        }
        match text.strip_prefix("sqlite:") {
            Some(path) if !path.is_empty() => Ok(Self::Sqlite(path.trim_start_matches("//").into())),
            _ => Err(Error::Location(text.to_owned())),
        }
    }
}

impl fmt::Display for Location {
    /// Without the password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Sqlite(path) => write!(f, "sqlite:{}", path.display()),
            Self::Postgres(url) => {
                let (scheme, rest) = url.split_once("://").unwrap_or(("postgres", url));
                let rest = rest.rsplit_once('@').map_or(rest, |(_, host)| host);
                write!(f, "{scheme}://{}", rest.split('?').next().unwrap_or(rest))
            }
        }
    }
}

impl fmt::Debug for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_never_shown() {
        let location: Location = "postgres://kobling:secret@db.example/company?sslmode=require".parse().unwrap();
        assert_eq!(location.to_string(), "postgres://db.example/company");
        assert_eq!(format!("{location:?}"), "postgres://db.example/company");
    }

    #[test]
    fn anything_else_is_refused() {
        assert!(matches!("mysql://x".parse::<Location>(), Err(Error::Location(_))));
        assert!(matches!("sqlite:".parse::<Location>(), Err(Error::Location(_))));
        assert_eq!("sqlite:a/b.db".parse::<Location>().unwrap(), Location::Sqlite("a/b.db".into()));
    }
}
