//! The documents of media: pictures of products and variants, put there from here or read from there. A picture that is to
//! be put there is uploaded first ([`crate::files`]); Shopify then takes its time over it.

mod add;
mod attach;
mod changed;
mod delete;
mod named;
mod newest;
mod payload;
mod replace;
mod shown;
mod stage;
mod status;

pub use add::{Add, AddVariables, ProductsAddMedia, add};
pub use attach::{Attach, AttachVariables, VariantsTakeMedia, attach};
pub use changed::{Changed, ChangedVariables, ProductsChanged, changed};
pub use delete::{DeleteVariables, FilesDelete, delete};
pub use named::{MediaNamed, Named, NamedVariables, named};
pub use newest::{NewestVariables, ProductsNewestMedia, newest};
pub use payload::{Added, Complaint, Taken};
pub use replace::{FileInput, FilesReplace, ReplaceComplaint, ReplaceVariables, replace};
pub use shown::{Image, MediaShown, Shown, ShownVariables, shown};
pub use stage::{ImagesStage, Place, StageImagesVariables, Staged, stage};
pub use status::{Code, Flaw, MediaStatuses, Stage, Status, StatusVariables, statuses};

/// As many products or variants are asked for at once.
pub const AT_ONCE: usize = 250;

/// As many go into a call that changes each of them by a mutation of its own.
pub const MANY: usize = 25;
