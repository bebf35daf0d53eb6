use std::sync::LazyLock;

use super::payload::index;
use crate::cost::MUTATION;
use crate::documents::mutation;
use crate::{Client, Document, Error, Kind, schema};

/// What a picture is to show from now on.
#[derive(cynic::InputObject, Clone, Debug)]
#[cynic(graphql_type = "FileUpdateInput")]
pub struct FileInput {
    /// The picture's id.
    pub id: cynic::Id,
    /// What the uploaded picture is named by.
    pub original_source: String,
}

/// Which pictures.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct ReplaceVariables {
    files: Vec<FileInput>,
}

impl ReplaceVariables {
    pub(crate) fn example() -> Self {
        let id = cynic::Id::new("gid://shopify/MediaImage/1");
        Self { files: vec![FileInput { id, original_source: String::new() }] }
    }
}

/// Lets pictures show something else, all of them or none. To let them show the same once more changes nothing.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "ReplaceVariables")]
pub struct FilesReplace {
    #[arguments(files: $files)]
    file_update: Option<Payload>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "FileUpdatePayload")]
struct Payload {
    user_errors: Vec<ReplaceComplaint>,
}

/// What Shopify has against it.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "FilesUserError")]
pub struct ReplaceComplaint {
    /// Where in the input.
    pub field: Option<Vec<String>>,
    /// In a sentence.
    pub message: String,
    code: Option<Code>,
}

#[derive(cynic::Enum, Clone, Debug, PartialEq, Eq)]
#[cynic(graphql_type = "FilesErrorCode", non_exhaustive)]
enum Code {
    FileDoesNotExist,
    NonReadyState,
    #[cynic(fallback)]
    Other(String),
}

impl ReplaceComplaint {
    /// Which one of the pictures it is about.
    pub fn index(&self) -> Option<usize> {
        index(self.field.as_deref(), "files")
    }

    /// Whether the picture is not there any more.
    pub fn is_gone(&self) -> bool {
        self.code == Some(Code::FileDoesNotExist)
    }

    /// Whether Shopify is still at an earlier change of it.
    pub fn is_under_way(&self) -> bool {
        self.code == Some(Code::NonReadyState)
    }
}

impl Document for FilesReplace {
    const NAME: &'static str = "FilesReplace";
    const KIND: Kind = Kind::IdempotentMutation;
    type Variables = ReplaceVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| mutation::<FilesReplace, _>(FilesReplace::NAME, ReplaceVariables::example()));
        &TEXT
    }

    fn cost(_: &ReplaceVariables) -> u32 {
        MUTATION
    }
}

/// Lets pictures show something else, all of them when there is no complaint, and else none.
///
/// # Errors
/// Why there is no answer.
pub async fn replace(client: &Client, files: Vec<FileInput>) -> Result<Vec<ReplaceComplaint>, Error> {
    let answer = client.run::<FilesReplace>(ReplaceVariables { files }).await?;
    answer.file_update.map(|payload| payload.user_errors).ok_or_else(|| Error::Malformed {
        store: client.store().domain().to_owned(),
        document: FilesReplace::NAME,
        reason: "it has no payload".to_owned(),
    })
}
