//! Price lists and their lines: made, changed, activated, copied and deleted.

mod copy;
mod line;
mod list;

use back_office::prices;

use crate::api::Api;
use crate::master;

pub(crate) use copy::CopyBody;
pub(crate) use line::PriceListLineBody;
pub(crate) use list::PriceListBody;

/// Adds the routes.
pub(crate) fn serve(api: &mut Api) {
    master::serve::<prices::list::Entity>(api);
    master::serve_removal::<prices::list::Entity>(api);
    copy::serve(api);
    master::serve::<prices::line::Entity>(api);
    master::serve_removal::<prices::line::Entity>(api);
}
