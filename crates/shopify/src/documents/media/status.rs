use std::collections::HashMap;
use std::sync::LazyLock;

use super::AT_ONCE;
use crate::documents::query;
use crate::{Client, Document, Error, schema};

/// A query for how far Shopify is with pictures.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "QueryRoot", variables = "StatusVariables")]
pub struct MediaStatuses {
    #[arguments(ids: $ids)]
    nodes: Vec<Option<Node>>,
}

/// Which pictures.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct StatusVariables {
    ids: Vec<cynic::Id>,
}

#[derive(cynic::InlineFragments, Clone, Debug)]
#[cynic(graphql_type = "Node")]
enum Node {
    MediaImage(Status),
    #[cynic(fallback)]
    Other,
}

/// How far Shopify is with a picture.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "MediaImage")]
pub struct Status {
    /// Its id.
    pub id: cynic::Id,
    /// How far.
    #[cynic(rename = "status")]
    pub stage: Stage,
    /// What is wrong with it.
    #[cynic(rename = "mediaErrors")]
    pub flaws: Vec<Flaw>,
}

/// How far a picture is.
#[derive(cynic::Enum, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "MediaStatus", non_exhaustive)]
#[expect(missing_docs, reason = "the names are Shopify's")]
pub enum Stage {
    Failed,
    Processing,
    Ready,
    Uploaded,
    #[cynic(fallback)]
    Other(String),
}

/// What is wrong with a picture.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "MediaError")]
pub struct Flaw {
    /// Shopify's name for it.
    pub code: Code,
    /// In a sentence.
    pub message: String,
    /// What else there is to say.
    pub details: Option<String>,
}

/// What may be wrong with a picture, as far as it may pass by itself.
#[derive(cynic::Enum, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "MediaErrorCode", non_exhaustive)]
#[expect(missing_docs, reason = "the names are Shopify's")]
pub enum Code {
    GenericFileDownloadFailure,
    ImageDownloadFailure,
    MediaTimeoutError,
    Unknown,
    #[cynic(fallback)]
    Other(String),
}

impl Status {
    /// Why it has failed, in a sentence without a full stop.
    pub fn reason(&self) -> String {
        let told = |flaw: &Flaw| {
            let details = flaw.details.as_deref().map(str::trim).filter(|details| !details.is_empty());
            let parts = [Some(flaw.message.trim()), details];
            parts.into_iter().flatten().map(|part| part.trim_end_matches('.')).collect::<Vec<_>>().join(": ")
        };
        let all: Vec<String> = self.flaws.iter().map(told).filter(|text| !text.is_empty()).collect();
        if all.is_empty() { "Shopify does not say why".to_owned() } else { all.join("; ") }
    }

    /// Whether it may go well another time without anything else being done.
    pub fn may_pass(&self) -> bool {
        !self.flaws.is_empty() && self.flaws.iter().all(|flaw| !matches!(flaw.code, Code::Other(_)))
    }
}

impl StatusVariables {
    pub(crate) fn example() -> Self {
        Self { ids: vec![cynic::Id::new("gid://shopify/MediaImage/1")] }
    }
}

impl Document for MediaStatuses {
    const NAME: &'static str = "MediaStatuses";
    type Variables = StatusVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| query::<MediaStatuses, _>(MediaStatuses::NAME, StatusVariables::example()));
        &TEXT
    }

    fn cost(_: &StatusVariables) -> u32 {
        const PICTURE_AND_FLAWS: u32 = 2;
        PICTURE_AND_FLAWS
    }
}

/// How far Shopify is with those of these pictures that are there.
///
/// # Errors
/// Why there is no answer.
pub async fn statuses(client: &Client, ids: &[String]) -> Result<HashMap<cynic::Id, Status>, Error> {
    let mut found = HashMap::new();
    for some in ids.chunks(AT_ONCE) {
        let ids = some.iter().map(cynic::Id::new).collect();
        let answer = client.run::<MediaStatuses>(StatusVariables { ids }).await?;
        found.extend(answer.nodes.into_iter().flatten().filter_map(|node| match node {
            Node::MediaImage(status) => Some((status.id.clone(), status)),
            Node::Other => None,
        }));
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn failed(flaws: Vec<(Code, &str, Option<&str>)>) -> Status {
        let flaw = |(code, message, details): (Code, &str, Option<&str>)| Flaw {
            code,
            message: message.to_owned(),
            details: details.map(str::to_owned),
        };
        let flaws = flaws.into_iter().map(flaw).collect();
        Status { id: cynic::Id::new("gid://shopify/MediaImage/1"), stage: Stage::Failed, flaws }
    }

    #[test]
    fn what_is_wrong_is_told_and_only_what_may_pass_passes() {
        let too_large = failed(vec![(Code::Other("INVALID_IMAGE_FILE_SIZE".into()), "Too large.", Some("30 MB"))]);
        assert_eq!((too_large.reason().as_str(), too_large.may_pass()), ("Too large: 30 MB", false));
        let slow = failed(vec![(Code::MediaTimeoutError, "It took too long.", None)]);
        assert_eq!((slow.reason().as_str(), slow.may_pass()), ("It took too long", true));
        let silent = failed(Vec::new());
        assert_eq!((silent.reason().as_str(), silent.may_pass()), ("Shopify does not say why", false));
    }
}
