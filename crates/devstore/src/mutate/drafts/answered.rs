use std::sync::Arc;

use crate::mutate::user_error::UserError;
use crate::store::draft::Draft;

/// The draft as it is now, and what was wrong: a draft that stays as it was is told as well.
pub(crate) type Answered = (Option<Arc<Draft>>, Vec<UserError>);
