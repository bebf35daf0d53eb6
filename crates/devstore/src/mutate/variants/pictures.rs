use super::super::media::Came;
use super::super::moment::Moment;
use super::super::part::number;
use super::super::user_error::UserError;
use super::input::VariantInput;
use crate::store::State;
use crate::store::product::Product;

/// The picture that an input shows a variant by: one that the product has and that is ready, by its id, or one of those
/// that came with the mutation, by its source. Nothing where it names none.
pub(super) fn picture(
    state: &State,
    product: &Product,
    came: &Came,
    input: &VariantInput,
    path: &[&str],
    moment: Moment,
) -> Result<Option<u64>, UserError> {
    let refused =
        |step: &str, message: &str| Err(UserError::new(&[path, &[step]].concat(), message).with_code("INVALID_INPUT"));
    let source = input.media_src.as_ref().and_then(|sources| sources.first());
    match (&input.media_id, source) {
        (None, None) => Ok(None),
        (Some(_), Some(_)) => refused("mediaId", "Cannot specify both mediaId and mediaSrc"),
        (Some(id), None) => {
            let id = number(id, "MediaImage").filter(|id| product.media.contains(id));
            match id.and_then(|id| state.media.get(&id)) {
                None => refused("mediaId", "Media does not exist on the specified product."),
                Some(media) if media.status(moment.now) == "READY" => Ok(Some(media.id)),
                Some(_) => refused("mediaId", "Non-ready media cannot be attached to variants."),
            }
        }
        (None, Some(source)) => match came.id_of(source) {
            Some(id) => Ok(Some(id)),
            None => refused("mediaSrc", "The source is none of those in the argument media"),
        },
    }
}
