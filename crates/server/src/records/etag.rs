use std::convert::Infallible;
use std::fmt;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::header::IF_MATCH;
use axum::http::request::Parts;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use database::{Record, Tx};
use sea_orm::ModelTrait;
use serde::Serialize;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::load::hold;
use super::row::Cell;
use crate::Error;

/// How many bytes of the digest make the tag: two versions of one record never agree by chance.
const LENGTH: usize = 16;
/// How many bytes the content of a wide record takes.
const USUAL: usize = 4096;

/// The version of a record: a digest of its content, so it changes when, and only when, the record does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct ETag(String);

impl ETag {
    /// The version of `model`.
    pub(crate) fn of<E: Record>(model: &E::Model) -> Self
    where
        E::Model: ModelTrait<Entity = E>,
    {
        let mut content = Vec::with_capacity(USUAL);
        for field in E::fields() {
            content.extend_from_slice(field.name.as_bytes());
            let value = Cell(&E::value(model, field.column));
            // Writing to memory does not fail.
            serde_json::to_writer(&mut content, &value).unwrap_or_default();
            content.push(0);
        }
        let digest = Sha256::digest(&content);
        Self(format!("W/\"{}\"", URL_SAFE_NO_PAD.encode(digest.get(..LENGTH).unwrap_or_default())))
    }

    /// As it stands in the header and in `@odata.etag`.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ETag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What a request that changes a record says of the version it has seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum IfMatch {
    /// Nothing.
    Unsaid,
    /// Whatever version there is.
    Any,
    /// One of these.
    Versions(Vec<String>),
}

impl IfMatch {
    /// Reads the header.
    fn of(headers: &HeaderMap) -> Self {
        let texts: Vec<&str> = headers.get_all(IF_MATCH).iter().filter_map(|value| value.to_str().ok()).collect();
        let versions = texts.iter().flat_map(|text| text.split(',')).map(|text| text.trim().to_owned());
        let versions: Vec<String> = versions.filter(|text| !text.is_empty()).collect();
        match versions.as_slice() {
            [] => Self::Unsaid,
            _ if versions.iter().any(|text| text == "*") => Self::Any,
            _ => Self::Versions(versions),
        }
    }

    /// The record of that id, for this transaction alone, when it is as it was seen.
    ///
    /// # Errors
    /// [`Error::NoSuchRecord`] when there is none; [`Error::Changed`] when it is another by now.
    pub(crate) async fn hold<E: Record>(&self, tx: &Tx, id: Uuid) -> Result<E::Model, Error>
    where
        E::Model: ModelTrait<Entity = E>,
    {
        let model = hold::<E>(tx, id).await?;
        self.check::<E>(&model)?;
        Ok(model)
    }

    /// Whether `model` is of a version that was said.
    ///
    /// # Errors
    /// [`Error::Changed`] when it is not.
    pub(crate) fn check<E: Record>(&self, model: &E::Model) -> Result<(), Error>
    where
        E::Model: ModelTrait<Entity = E>,
    {
        let matches = match self {
            Self::Unsaid | Self::Any => true,
            Self::Versions(versions) => {
                let current = ETag::of::<E>(model);
                let strong = current.as_str().trim_start_matches("W/");
                versions.iter().any(|version| version.trim_start_matches("W/") == strong)
            }
        };
        if matches { Ok(()) } else { Err(Error::Changed(E::CAPTION)) }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for IfMatch {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        Ok(Self::of(&parts.headers))
    }
}

/// For a change of the record itself: the version must be said.
#[derive(Clone, Debug)]
pub(crate) struct MustMatch(pub(crate) IfMatch);

impl<S: Send + Sync> FromRequestParts<S> for MustMatch {
    type Rejection = Error;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Self::Rejection> {
        match IfMatch::of(&parts.headers) {
            IfMatch::Unsaid => Err(Error::VersionUnsaid),
            said => Ok(Self(said)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> IfMatch {
        IfMatch::of(&HeaderMap::from_iter([(IF_MATCH, text.parse().unwrap())]))
    }

    #[test]
    fn the_header_names_versions_or_any() {
        assert_eq!(IfMatch::of(&HeaderMap::new()), IfMatch::Unsaid);
        assert_eq!(said("*"), IfMatch::Any);
        assert_eq!(said("W/\"a\", \"b\""), IfMatch::Versions(vec!["W/\"a\"".into(), "\"b\"".into()]));
    }
}
