use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::Value;

use super::super::job::begin_job;
use super::super::part::{number, refuse_with};
use super::super::user_error::UserError;
use crate::store::State;
use crate::store::product::Product;

/// `MoveInput`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Move {
    pub id: String,
    /// A number, or one in a text.
    pub new_position: Value,
}

impl Move {
    fn place(&self) -> Option<usize> {
        let number = self.new_position.as_u64().or_else(|| self.new_position.as_str()?.parse().ok());
        number.and_then(|number| usize::try_from(number).ok())
    }
}

/// `productReorderMedia`: shows the pictures of a product in another order, moved one after the other. Gives the number of
/// the job.
pub(crate) fn product_reorder_media(
    state: &mut State,
    id: &str,
    moves: &[Move],
    now: DateTime<Utc>,
) -> Result<u64, Vec<UserError>> {
    let Some(old) = number(id, "Product").and_then(|id| state.products.get(&id)) else {
        return refuse_with("PRODUCT_DOES_NOT_EXIST", &["id"], "Product does not exist");
    };
    let mut product = Product::clone(old);
    for (step, wish) in moves.iter().enumerate() {
        let media = number(&wish.id, "MediaImage");
        let Some(from) = product.media.iter().position(|shown| Some(*shown) == media) else {
            let field = ["moves", &step.to_string(), "id"];
            return refuse_with("MEDIA_DOES_NOT_EXIST", &field, format!("Media id {} does not exist", wish.id));
        };
        let shown = product.media.remove(from);
        let last = product.media.len();
        product.media.insert(wish.place().unwrap_or(last).min(last), shown);
    }
    if product.media != old.media {
        product.updated_at = now;
        state.put_product(product);
    }
    Ok(begin_job(state, now))
}
