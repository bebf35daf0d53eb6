//! Pictures of items become those of their products and variants: `collect → plan → upload → send → follow`.
//!
//! A picture that Shopify has shows something else from then on; one that others show, too, or that is not there, becomes a
//! new one. A picture is a product's first of all: a variant shows it when Shopify is done with it. What is taken away here
//! stays in Shopify.
//!
//! | State | Meaning | What the next run does |
//! |---|---|---|
//! | Sent | no answer came, to it or to one before it in the same product | looks after a minute: what was added is followed, what was not is sent again, without another upload |
//! | Processing | Shopify is at it | looks |
//! | Ready | the variant does not show it yet | says so again |
//! | Failed | it was refused | nothing, until there is another picture, or a person tries again |

mod collect;
mod follow;
mod lost;
mod plan;
mod run;
mod send;
mod told_apart;
mod upload;

pub(super) use run::run;

/// What a person does about a picture that is not taken.
const REMEDY: &str = "Give the item another picture, or try again when the reason is gone.";
