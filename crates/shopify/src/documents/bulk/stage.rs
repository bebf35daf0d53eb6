use std::sync::LazyLock;

use super::user_error::Complaint;
use crate::documents::mutation;
use crate::{Document, Kind, Url, schema};

/// What is to be uploaded.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct StageVariables {
    /// The name of the file.
    pub filename: String,
}

impl StageVariables {
    pub(crate) fn example() -> Self {
        Self { filename: "variables.jsonl".to_owned() }
    }
}

/// Asks for a place for the variables of a bulk mutation.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "StageVariables")]
pub struct BulkStage {
    #[arguments(input: [{ resource: BULK_MUTATION_VARIABLES, filename: $filename, mimeType: "text/jsonl", httpMethod: POST }])]
    pub(crate) staged_uploads_create: Option<StagePayload>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "StagedUploadsCreatePayload")]
pub(crate) struct StagePayload {
    pub(crate) staged_targets: Option<Vec<Target>>,
    pub(crate) user_errors: Vec<Complaint>,
}

/// A place for a file: the fields of a form, and where it is posted.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "StagedMediaUploadTarget")]
pub struct Target {
    /// Where it is posted.
    pub url: Option<Url>,
    /// The fields, in the order in which they must come.
    pub parameters: Vec<Parameter>,
}

/// A field of the form.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "StagedUploadParameter")]
pub struct Parameter {
    /// Its name.
    pub name: String,
    /// What it says.
    pub value: String,
}

impl Document for BulkStage {
    const NAME: &'static str = "BulkStage";
    /// A place that nothing is put in is forgotten.
    const KIND: Kind = Kind::Query;
    type Variables = StageVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| mutation::<BulkStage, _>(BulkStage::NAME, StageVariables::example()));
        &TEXT
    }

    fn cost(_: &StageVariables) -> u32 {
        const PARAMETERS: u32 = 1;
        super::MUTATION + PARAMETERS
    }
}
