use super::super::moment::Moment;
use super::super::part::number;
use super::super::user_error::UserError;
use super::file_update::{edit, take_off};
use crate::store::State;

/// `fileDelete`: takes files out of the store and off the products that they are of; all of them or none.
pub(crate) fn file_delete(state: &mut State, ids: &[String], moment: Moment) -> Result<Vec<String>, Vec<UserError>> {
    let mut files = Vec::new();
    for id in ids {
        let Some(file) = number(id, "MediaImage").filter(|file| state.media.contains_key(file)) else {
            let message = format!("File id {id} does not exist.");
            return Err(vec![UserError::new(&["fileIds"], message).with_code("FILE_DOES_NOT_EXIST")]);
        };
        files.push(file);
    }
    for file in files {
        for product in state.products_showing(file) {
            edit(state, product.id, moment, |product| take_off(product, file));
        }
        state.media.remove(&file);
    }
    Ok(ids.to_vec())
}
