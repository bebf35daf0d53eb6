use apollo_compiler::resolvers::FieldError;

use super::super::problem::Problem;
use super::super::session::Session;
use crate::limits::TOO_MANY_VARIANTS;
use crate::store::State;

/// Changes the store by a mutation that may make variants. A store that has many of them takes only so many new ones in a
/// day: of a mutation that would make more nothing is done.
pub(super) fn change<R>(session: &Session, change: impl FnOnce(&mut State) -> R) -> Result<R, FieldError> {
    let limits = session.around.devstore.limits();
    let limited = |state: &State| state.shop.is_below_plus() && state.variant_count() >= limits.many_variants;
    if !session.read(limited) {
        return Ok(session.change(change));
    }
    let today = session.now.with_timezone(&session.shop().time_zone).date_naive();
    let fits = |before: &State, after: &mut State| after.count_new_variants(before, today, limits.new_variants_per_day);
    session.change_if(change, fits).ok_or_else(|| {
        let message = "Daily variant creation limit reached. Please try again later.";
        Problem::new(TOO_MANY_VARIANTS, message).into()
    })
}
