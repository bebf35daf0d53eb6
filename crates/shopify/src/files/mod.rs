//! Files beside the API: put where Shopify says, and read from where it says. Both addresses are all that is needed: the
//! access token is not for those who keep files.

mod get;
mod put;

pub use get::{File, Got, get};
pub use put::put;
