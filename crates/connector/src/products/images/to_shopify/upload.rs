use back_office::items::picture;
use job_queue::{JobError, Summary};
use shopify::documents::media::{self, Place, Staged};
use shopify::files;

use super::REMEDY;
use super::run::ToSend;
use crate::Error;
use crate::products::images::entity::{Model, State};
use crate::products::images::ground::{Counts, Ground};
use crate::products::images::record::{Told, put, tell};

/// Uploads the pictures, each once; one call asks for the places of all. One that is not taken is told, and stops no other.
/// Gives the rows of those that are there, with what each is named by.
///
/// # Errors
/// A lost lease; why there is no place, and why one can't be reached.
pub(super) async fn upload(ground: &Ground<'_>, all: Vec<ToSend>) -> Result<(Vec<Model>, Counts), JobError> {
    let Ground { cx, client, .. } = ground;
    let staged = all.iter().map(|one| staged(&one.picture)).collect();
    let places = cx.send(media::stage(client, staged)).await?.map_err(Error::from)?;
    let (mut uploaded, mut refused) = (Vec::with_capacity(all.len()), Vec::new());
    for (ToSend { row, picture }, place) in all.into_iter().zip(places) {
        match put_there(ground, &picture, &place).await? {
            Ok(source) => uploaded.push(Model { source, wanted: picture.digest, ..row }),
            Err(why) => {
                let row = Model { state: State::Failed, wanted: picture.digest, ..row };
                refused.push(Told { row, why: format!("The picture could not be uploaded: {why}") });
            }
        }
    }
    let (seen, refused) = (&ground.seen(), &refused);
    if !refused.is_empty() {
        let rows: &Vec<Model> = &refused.iter().map(|told| told.row.clone()).collect();
        cx.write(|tx| async move {
            put(&tx, rows).await?;
            tell(&tx, seen, refused, REMEDY).await
        })
        .await?;
    }
    Ok((uploaded, Counts::from(Summary { failed: refused.len() as u64, ..Summary::default() })))
}

fn staged(picture: &picture::Model) -> Staged {
    let kind = picture.content_type.strip_prefix("image/").unwrap_or("png");
    let size = u64::try_from(picture.size).unwrap_or_default();
    Staged::image(format!("{}.{kind}", file_name(&picture.digest)), picture.content_type.clone(), size)
}

/// The name of the file of a picture with this digest, without its ending: it tells the file apart from all others, also once
/// Shopify has made its picture of it.
pub(super) fn file_name(digest: &str) -> String {
    digest.get(..16).unwrap_or("picture").to_owned()
}

/// Gives what the picture is named by from then on, or why it was not taken.
async fn put_there(
    ground: &Ground<'_>,
    picture: &picture::Model,
    place: &Place,
) -> Result<Result<String, String>, JobError> {
    let (Some(url), Some(source)) = (&place.url, &place.resource_url) else {
        return Ok(Err("Shopify names no place for it".to_owned()));
    };
    let id = picture.id;
    let content = ground.cx.db().read(|r| async move { picture::content(&r, id).await }).await;
    let content = match content {
        Ok(content) => content,
        // It was taken away a moment ago.
        Err(back_office::Error::Unknown { .. }) => return Ok(Err("it was taken away meanwhile".to_owned())),
        Err(error) => return Err(Error::from(error).into()),
    };
    let sent = files::put(ground.client, &url.0, &picture.content_type, content.into());
    match ground.cx.send(sent).await? {
        Ok(()) => Ok(Ok(source.0.clone())),
        Err(shopify::Error::Rejected { reason, .. }) => Ok(Err(reason)),
        Err(error) => Err(Error::from(error).into()),
    }
}
