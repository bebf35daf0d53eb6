use back_office::items::picture::LARGEST;
use job_queue::JobError;
use shopify::files::{self, Got};

use crate::Error;
use crate::products::images::ground::Ground;

/// The file of a picture, or why it will not do.
///
/// # Errors
/// A lost lease; why the file can't be read at the moment.
pub(super) async fn download(ground: &Ground<'_>, url: &str) -> Result<Result<Vec<u8>, String>, JobError> {
    let got = match ground.cx.send(files::get(ground.client, url, LARGEST)).await? {
        Ok(got) => got,
        // An address where nothing may be read is the picture's own.
        Err(shopify::Error::NotSent { source, .. }) => return Ok(Err(format!("The picture can't be read: {source}"))),
        Err(error) => return Err(Error::from(error).into()),
    };
    Ok(match got {
        Got::File(file) if is_picture(&file.content_type) => Ok(file.content.to_vec()),
        Got::File(file) => Err(format!("The file is said to be '{}', which is no picture", file.content_type)),
        Got::Unfit(why) => Err(format!("The picture can't be read: {why}")),
    })
}

/// Nothing said is nothing wrong: what it is shows by how it begins.
fn is_picture(content_type: &str) -> bool {
    content_type.is_empty() || content_type.starts_with("image/")
}

#[cfg(test)]
mod tests {
    use super::is_picture;

    #[test]
    fn what_is_said_to_be_something_else_is_no_picture() {
        assert!(is_picture("image/webp") && is_picture(""));
        assert!(!is_picture("text/html; charset=utf-8") && !is_picture("application/xml"));
    }
}
