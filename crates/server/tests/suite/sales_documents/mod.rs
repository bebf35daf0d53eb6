//! Sales documents through the API: made, changed, deleted, taken back.

mod corrected;
mod desk;
mod entered;
mod kinds;
mod refused;
