use back_office::items::main_picture;
use back_office::items::picture::{NewPicture, digest};
use back_office::sales;
use job_queue::{JobError, Summary};
use shopify::documents::media::Image;

use super::REMEDY;
use super::due::Owner;
use crate::products::images::entity::{Model, State, number};
use crate::products::images::ground::{Counts, Ground};
use crate::products::images::record::{Told, put, shown, tell};

/// The row of an owner that shows this picture now.
pub(super) fn row_of(ground: &Ground<'_>, owner: &Owner, image: Option<&Image>) -> Model {
    let id = || ground.cx.random().id(ground.cx.clock().now());
    let row = owner.row.clone().unwrap_or_else(|| {
        Model::unknown(id(), ground.shop.code.clone(), owner.product, owner.variant, owner.name.clone())
    });
    Model {
        name: owner.name.clone(),
        media_id: image.map(|image| number(&image.id)).unwrap_or_default(),
        media_updated_at: image.map(|image| image.updated_at),
        product_updated_at: owner.updated_at,
        ..row.not_sent()
    }
}

/// Makes a downloaded file the main picture of the item or of its variant, in the transaction that says so.
///
/// # Errors
/// A lost lease; a failed database.
pub(super) async fn apply(
    ground: &Ground<'_>,
    owner: &Owner,
    image: &Image,
    content: Vec<u8>,
) -> Result<Counts, JobError> {
    let row = row_of(ground, owner, Some(image));
    let now_shown = Model { digest: digest(&content), ..row.clone() };
    if now_shown.digest == row.digest {
        let rows = &[now_shown];
        ground.cx.write(|tx| async move { shown(&tx, &ground.shop.code, rows).await }).await?;
        return Ok(Counts::from(Summary { unchanged: 1, ..Summary::default() }));
    }
    let new = &NewPicture {
        item_number: owner.item.clone(),
        variant_code: owner.code.clone(),
        file_name: file_name(image),
        content,
    };
    let by = &sales::Context {
        now: ground.cx.clock().now(),
        random: ground.cx.random().clone(),
        user: ground.cx.entry().user_id.clone(),
    };
    let (instead_of, rows) = (row.digest.as_str(), &[now_shown]);
    let write = |tx| async move {
        main_picture::set(&tx, new, instead_of, by).await?;
        shown(&tx, &ground.shop.code, rows).await
    };
    match ground.cx.write(write).await {
        Ok(()) if row.digest.is_empty() => Ok(Counts::from(Summary { created: 1, ..Summary::default() })),
        Ok(()) => Ok(Counts::from(Summary { updated: 1, ..Summary::default() })),
        Err(error) if error.is_of_the_record() => {
            let why = error.to_string();
            leave_out(ground, row, &format!("The picture is not taken over: {}", why.trim_end_matches('.'))).await
        }
        Err(error) => Err(error.into()),
    }
}

/// Writes down that a picture is not taken over, and why; the next run looks at it again.
///
/// # Errors
/// A lost lease; a failed database.
pub(super) async fn leave_out(ground: &Ground<'_>, row: Model, why: &str) -> Result<Counts, JobError> {
    let row = Model { state: State::Failed, ..row };
    let (seen, row) = (&ground.seen(), &row);
    let told = &[Told { row: row.clone(), why: why.to_owned() }];
    let write = |tx| async move {
        put(&tx, std::slice::from_ref(row)).await?;
        tell(&tx, seen, told, REMEDY).await
    };
    ground.cx.write(write).await?;
    Ok(Counts::from(Summary { failed: 1, ..Summary::default() }))
}

/// What the file is called in its address.
fn file_name(image: &Image) -> String {
    let path = image.url.as_deref().unwrap_or_default().split(['?', '#']).next().unwrap_or_default();
    path.rsplit('/').next().unwrap_or_default().chars().take(250).collect()
}
