//! Archive Processed Orders: what is paid, sent and done with here is archived in Shopify, many orders a call.

mod due;
mod record;
mod run;

pub(crate) use run::run;
