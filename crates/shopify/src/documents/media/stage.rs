use std::sync::LazyLock;

use crate::cost::MUTATION;
use crate::documents::{UserError, mutation};
use crate::{Client, Document, Error, Kind, UnsignedInt64, Url, schema};

/// A picture that is to be uploaded.
#[derive(cynic::InputObject, Clone, Debug)]
#[cynic(graphql_type = "StagedUploadInput")]
pub struct Staged {
    /// What its file is called.
    pub filename: String,
    /// Of which kind it is, as `image/png`.
    pub mime_type: String,
    /// Its bytes.
    #[cynic(skip_serializing_if = "Option::is_none")]
    pub file_size: Option<UnsignedInt64>,
    /// That it is a picture.
    resource: Resource,
    /// How it is uploaded.
    #[cynic(skip_serializing_if = "Option::is_none")]
    http_method: Option<Method>,
}

impl Staged {
    /// A picture of so many bytes.
    pub fn image(filename: String, mime_type: String, size: u64) -> Self {
        let (resource, http_method) = (Resource::Image, Some(Method::Put));
        Self { filename, mime_type, file_size: Some(UnsignedInt64(size)), resource, http_method }
    }
}

#[derive(cynic::Enum, Clone, Debug)]
#[cynic(graphql_type = "StagedUploadTargetGenerateUploadResource", non_exhaustive)]
enum Resource {
    Image,
    #[cynic(fallback)]
    Other(String),
}

#[derive(cynic::Enum, Clone, Debug)]
#[cynic(graphql_type = "StagedUploadHttpMethodType", non_exhaustive)]
enum Method {
    Put,
    #[cynic(fallback)]
    Other(String),
}

/// Which pictures are to be uploaded.
#[derive(cynic::QueryVariables, Clone, Debug)]
pub struct StageImagesVariables {
    input: Vec<Staged>,
}

impl StageImagesVariables {
    pub(crate) fn example() -> Self {
        Self { input: vec![Staged::image("picture.png".to_owned(), "image/png".to_owned(), 1)] }
    }
}

/// Asks for a place for each of several pictures.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "Mutation", variables = "StageImagesVariables")]
pub struct ImagesStage {
    #[arguments(input: $input)]
    staged_uploads_create: Option<Payload>,
}

#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "StagedUploadsCreatePayload")]
struct Payload {
    staged_targets: Option<Vec<Place>>,
    user_errors: Vec<UserError>,
}

/// A place for a picture.
#[derive(cynic::QueryFragment, Clone, Debug)]
#[cynic(graphql_type = "StagedMediaUploadTarget")]
pub struct Place {
    /// Where it is put. Whoever knows the address can put it there.
    pub url: Option<Url>,
    /// What a mutation names it by.
    pub resource_url: Option<Url>,
}

impl Document for ImagesStage {
    const NAME: &'static str = "ImagesStage";
    /// A place that nothing is put in is forgotten.
    const KIND: Kind = Kind::Query;
    type Variables = StageImagesVariables;
    type Answer = Self;

    fn text() -> &'static str {
        static TEXT: LazyLock<String> =
            LazyLock::new(|| mutation::<ImagesStage, _>(ImagesStage::NAME, StageImagesVariables::example()));
        &TEXT
    }

    fn cost(_: &StageImagesVariables) -> u32 {
        MUTATION
    }
}

/// A place for each of these pictures, in their order.
///
/// # Errors
/// [`Error::Rejected`] with what Shopify has against them, and what may go wrong with every call.
pub async fn stage(client: &Client, pictures: Vec<Staged>) -> Result<Vec<Place>, Error> {
    let count = pictures.len();
    let store = || client.store().domain().to_owned();
    let malformed =
        |reason: &str| Error::Malformed { store: store(), document: ImagesStage::NAME, reason: reason.to_owned() };
    let answer = client.run::<ImagesStage>(StageImagesVariables { input: pictures }).await?;
    let payload = answer.staged_uploads_create.ok_or_else(|| malformed("it has no payload"))?;
    if let Some(reason) = crate::documents::refusal(&payload.user_errors) {
        return Err(Error::Rejected { store: store(), document: ImagesStage::NAME, reason });
    }
    let places = payload.staged_targets.unwrap_or_default();
    if places.len() != count {
        return Err(malformed("it names another number of places"));
    }
    Ok(places)
}
