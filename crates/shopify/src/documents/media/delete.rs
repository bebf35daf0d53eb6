use std::sync::LazyLock;

use crate::cost::MUTATION;
use crate::documents::mutation;
use crate::{Client, Document, Error, Kind, schema};

/// Which files.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct DeleteVariables {
    ids: Vec<cynic::Id>,
}

impl DeleteVariables {
    pub(crate) fn example() -> Self {
        Self { ids: vec![cynic::Id::new("gid://shopify/MediaImage/1")] }
    }
}

/// Deletes files.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "DeleteVariables")]
pub struct FilesDelete {
    #[arguments(fileIds: $ids)]
    file_delete: Option<Payload>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "FileDeletePayload")]
struct Payload {
    deleted_file_ids: Option<Vec<cynic::Id>>,
}

impl Document for FilesDelete {
    const NAME: &'static str = "FilesDelete";
    /// What is deleted already stays so.
    const KIND: Kind = Kind::IdempotentMutation;
    type Variables = DeleteVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| mutation::<FilesDelete, _>(FilesDelete::NAME, DeleteVariables::example()));
        &TEXT
    }

    fn cost(_: &DeleteVariables) -> u32 {
        MUTATION
    }
}

/// Deletes files; gives how many of them were there.
///
/// # Errors
/// Why there is no answer.
pub async fn delete(client: &Client, ids: Vec<cynic::Id>) -> Result<usize, Error> {
    let answer = client.run::<FilesDelete>(DeleteVariables { ids }).await?;
    Ok(answer.file_delete.and_then(|payload| payload.deleted_file_ids).map_or(0, |deleted| deleted.len()))
}
